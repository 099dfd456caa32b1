import type { SecurityScheme } from "../../ir/security.js";
import { percentEncode } from "./percent.js";

/** Where a request shows a secret. */
export interface CredentialPlace {
  readonly in: "header" | "query" | "cookie";
  /** Encoded in a query and a cookie. */
  readonly name: string;
  /** What stands in front of the secret: "Bearer ". */
  readonly before: string;
  /** A user and a password, which travel as one text in Base64. RFC 7617. */
  readonly isPair: boolean;
}

/** Null for what is no part of a request, or of which the document does not say how it is. */
export function credentialPlace(scheme: SecurityScheme): CredentialPlace | null {
  const authorization = (before: string, isPair = false): CredentialPlace => ({ in: "header", name: "Authorization", before, isPair });
  switch (scheme.kind) {
    case "bearer":
    case "oauth2":
    case "openIdConnect":
      return authorization("Bearer ");
    case "basic":
      return authorization("Basic ", true);
    case "http":
      return authorization(`${scheme.scheme} `);
    case "apiKey":
      return { in: scheme.in, name: scheme.in === "header" ? scheme.wire : percentEncode(scheme.wire), before: "", isPair: false };
    case "mutualTls":
    case "custom":
      return null;
  }
}
