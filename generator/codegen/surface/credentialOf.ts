import { partAddress } from "../../ir/address.js";
import type { TypeId } from "../../ir/ids.js";
import type { Segment } from "../../ir/node.js";
import type { Flow, SecurityScheme } from "../../ir/security.js";
import { type Field, type ObjectType, plainText, type Type } from "../../ir/types.js";
import { madeObject, plainField } from "./syntheticType.js";

/** What a caller gives for a scheme. */
type Credential =
  /** A key, or a token. */
  | { readonly kind: "text" }
  /** Whatever the user's own hook reads. */
  | { readonly kind: "any" }
  /** A user's name and password. */
  | { readonly kind: "basic"; readonly type: TypeId }
  /** What a client gets its tokens with, RFC 6749, 4.4; or a token, as text. */
  | { readonly kind: "client"; readonly type: TypeId; readonly tokenUrl: string | null }
  /** None: the connection itself proves who calls. */
  | { readonly kind: "none" };

export function credentialOf(scheme: SecurityScheme): Credential {
  switch (scheme.kind) {
    case "bearer":
    case "http":
    case "apiKey":
    case "openIdConnect":
      return { kind: "text" };
    case "basic":
      return { kind: "basic", type: credentialId(scheme) };
    case "oauth2": {
      const flow = clientFlow(scheme);
      return flow === null ? { kind: "text" } : { kind: "client", type: credentialId(scheme), tokenUrl: flow.tokenUrl };
    }
    case "custom":
      return { kind: "any" };
    case "mutualTls":
      return { kind: "none" };
  }
}

/**
 * The type of a credential that has parts; null for the others.
 *
 *     clientOauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token } } }
 *     →   SchemeClientOauth { client_id: string, client_secret: string, token_url: string = "/token" }
 */
export function credentialType(scheme: SecurityScheme): ObjectType | null {
  const id = credentialId(scheme);
  const part = (wire: string, name: string | null): Field => named(plainField(id, scheme.origin, wire, plainText, "required"), name);
  switch (scheme.kind) {
    case "basic":
      return objectOf(scheme, [part("username", null), part("password", null)]);
    case "oauth2": {
      const flow = clientFlow(scheme);
      if (flow === null) return null;
      const tokenUrl = flow.tokenUrl === null || flow.tokenUrl === "" ? null : { value: flow.tokenUrl };
      const own = [
        part("client_id", "clientID"),
        part("client_secret", "clientSecret"),
        { ...part("token_url", "tokenURL"), default: tokenUrl },
      ];
      const known = new Set(own.map(({ wire }) => wire));
      const others = flow.tokenFields.filter(({ wire }) => !known.has(wire));
      return objectOf(scheme, [
        ...own,
        ...others.map(({ origin, wire, docs, default: byDefault, example }) => ({
          ...plainField(id, origin, wire, plainText, "required"),
          docs,
          default: byDefault,
          example,
        })),
      ]);
    }
    case "bearer":
    case "http":
    case "apiKey":
    case "openIdConnect":
    case "mutualTls":
    case "custom":
      return null;
  }
}

/** The type of the field that holds a scheme's credential. */
export function credentialFieldType(scheme: SecurityScheme): Type {
  const credential = credentialOf(scheme);
  switch (credential.kind) {
    case "text":
    case "none":
      return plainText;
    case "any":
      return { kind: "any" };
    case "basic":
    case "client":
      return { kind: "ref", id: credential.type };
  }
}

function clientFlow(scheme: Extract<SecurityScheme, { kind: "oauth2" }>): Flow | null {
  return scheme.flows.find(({ kind }) => kind === "clientCredentials") ?? null;
}

function credentialId(scheme: SecurityScheme): TypeId {
  return partAddress(scheme.address, "credential");
}

function named(field: Field, name: string | null): Field {
  return name === null ? field : { ...field, naming: { ...field.naming, override: name } };
}

function objectOf(scheme: SecurityScheme, fields: readonly Field[]): ObjectType {
  const trail: readonly Segment[] = [
    { role: "wrapper", key: "Scheme", title: null },
    { role: "scheme", key: scheme.naming.override ?? scheme.id, title: null },
  ];
  return madeObject(credentialId(scheme), scheme.origin, trail, "input", fields);
}
