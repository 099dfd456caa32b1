import type { SchemeId } from "./ids.js";
import type { Docs, Naming, Node, Value } from "./node.js";

/** Outer OR, inner AND; an empty inner one: anonymous calls are allowed. */
export type Security = readonly (readonly SecurityUse[])[];

export interface SecurityUse {
  readonly scheme: SchemeId;
  readonly scopes: readonly string[];
}

export type SecurityScheme = Node & {
  readonly id: SchemeId;
  readonly naming: Naming;
  readonly docs: Docs;
  /** Literal shown in snippets instead of a placeholder. */
  readonly example: Value | null;
} & (
    | { readonly kind: "bearer" }
    | { readonly kind: "basic" }
    /** type: http, any other scheme */
    | { readonly kind: "http"; readonly scheme: string }
    | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly wire: string }
    | { readonly kind: "oauth2"; readonly flows: readonly Flow[] }
    | { readonly kind: "openIdConnect" }
    | { readonly kind: "mutualTls" }
    | { readonly kind: "custom" }
  );

export interface Flow {
  readonly kind: "authorizationCode" | "clientCredentials" | "password" | "implicit" | "device";
  readonly tokenUrl: string | null;
  /** What the token endpoint takes beside what RFC 6749 names: an audience. */
  readonly tokenFields: readonly TokenField[];
}

/** One text of a token request. */
export interface TokenField {
  readonly origin: Node["origin"];
  readonly wire: string;
  readonly docs: Docs;
  readonly default: Value | null;
  readonly example: Value | null;
}

/** https://{region}.api.test */
export interface Server extends Node {
  /** An identifier that callers may use ("production"). */
  readonly name: string | null;
  readonly url: string;
  readonly docs: Docs;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly wire: string;
  readonly naming: Naming;
  readonly default: string;
  readonly values: readonly string[];
  readonly docs: Docs;
}
