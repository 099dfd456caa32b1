import type { SecurityScheme } from "../../ir/security.js";
import { typeKey } from "./text.js";

/** The parts of a credential that is more than a text. */
export function credentialParts(scheme: SecurityScheme): readonly { readonly name: string; readonly required: boolean }[] | null {
  switch (scheme.kind) {
    case "basic":
      return ["username", "password"].map((name) => ({ name, required: true }));
    case "oauth2":
      return scheme.flows.some(({ kind }) => kind === "clientCredentials")
        ? ["clientID", "clientSecret", "tokenURL"].map((name) => ({ name, required: false }))
        : null;
    case "custom":
    case "bearer":
    case "http":
    case "apiKey":
    case "openIdConnect":
    case "mutualTls":
      return null;
  }
}

/** What a caller gives for a scheme: `string`, or `{ username: string; password: string }`. */
export function credentialText(scheme: SecurityScheme): string {
  if (scheme.kind === "custom") return "any";
  const parts = credentialParts(scheme);
  if (parts === null) return "string";
  return `{ ${parts.map(({ name, required }) => `${typeKey(name)}${required ? ": string" : "?: string | undefined"}`).join("; ")} }`;
}
