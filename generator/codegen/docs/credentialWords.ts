import type { Credential } from "../plan/plan.js";

/** What kind of credential a caller has to have, in a word or two. */
export function credentialWords({ scheme, tokenUrl }: Pick<Credential, "scheme" | "tokenUrl">): string {
  switch (scheme.kind) {
    case "bearer":
      return "bearer token";
    case "basic":
      return "user name and password";
    case "http":
      return `HTTP ${scheme.scheme}`;
    case "apiKey":
      return "API key";
    case "oauth2":
      return tokenUrl === null ? "OAuth 2 token" : "OAuth 2 client credentials, or a token";
    case "openIdConnect":
      return "OpenID Connect token";
    case "mutualTls":
      return "certificate of the connection";
    case "custom":
      return "custom";
  }
}
