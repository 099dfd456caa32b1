import { partAddress, singleAddress } from "../../ir/address.js";
import type { Api } from "../../ir/api.js";
import { type Address, namedAs } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import type { Security, SecurityScheme } from "../../ir/security.js";
import type { Field, ObjectType } from "../../ir/types.js";
import type { CallStyle } from "./callStyle.js";
import { credentialFieldType, credentialOf, credentialType } from "./credentialOf.js";
import type { Alternatives, ClientSecurity, MethodSecurity } from "./surface.js";
import { madeObject, plainField, syntheticObject } from "./syntheticType.js";

/** What the client takes: the credentials of the Api's own security. */
export function clientSecurity(api: Api, style: CallStyle): { readonly security: ClientSecurity; readonly type: ObjectType | null } {
  const schemes = schemesOf(api, api.security);
  if (schemes.length === 0) return { security: { kind: "none" }, type: null };
  const address = singleAddress("security");
  const { trail } = namedAs("security", "Security");
  const type = madeObject(address, api.schemes[0]?.origin ?? "0#", trail, "input", securityFields(address, api, api.security));
  const alternatives = alternativesOf(api, api.security);
  const [only] = schemes;
  const simple = schemes.length === 1 && only !== undefined && credentialType(only) === null;
  if (style.security === "flattened" && simple) return { security: { kind: "flattened", scheme: only, type: address, alternatives }, type };
  return { security: { kind: "value", type: address, alternatives }, type };
}

/** The types of all credentials with parts that the client or a method takes. */
export function credentialTypes(api: Api): readonly ObjectType[] {
  const all = [...api.security, ...api.operations.flatMap(({ security }) => security ?? [])];
  return schemesOf(api, all).flatMap((scheme) => credentialType(scheme) ?? []);
}

/** What one method takes: nothing of its own where it uses the client's security. */
export function methodSecurity(api: Api, operation: Operation): { readonly security: MethodSecurity; readonly type: ObjectType | null } {
  const own = operation.security;
  if (own === null || sameSecurity(own, api.security)) {
    const alternatives = own === null ? null : alternativesOf(api, own);
    const same = JSON.stringify(alternatives) === JSON.stringify(alternativesOf(api, api.security));
    return { security: { kind: "client", alternatives: same ? null : alternatives }, type: null };
  }
  if (schemesOf(api, own).length === 0) return { security: { kind: "none" }, type: null };
  const type = syntheticObject(operation, "security", securityFields(partAddress(operation.address, "security"), api, own));
  return { security: { kind: "own", type: type.id, security: own, alternatives: alternativesOf(api, own) }, type };
}

/**
 * Which credentials together are enough, in the document's order. What proves itself by the connection is not given, so it is not waited for; scopes belong to
 * OAuth 2 and OpenID Connect, elsewhere the list names roles that nobody sends. OpenAPI 3.1, 4.8.30.
 *
 *     security: [{ oauth: [read], key: [] }, {}]   →   [[oauth with read, key], []]
 */
function alternativesOf(api: Api, security: Security): Alternatives {
  const schemes = new Map(api.schemes.map((scheme) => [scheme.id, scheme]));
  return security.map((option) =>
    option.flatMap(({ scheme: id, scopes }) => {
      const scheme = schemes.get(id);
      if (scheme === undefined || credentialOf(scheme).kind === "none") return [];
      const scoped = scheme.kind === "oauth2" || scheme.kind === "openIdConnect";
      return [{ scheme: id, scopes: scoped ? scopes : [] }];
    }),
  );
}

/** The schemes that a security names, each once, in order. */
function schemesOf(api: Api, security: Security): readonly SecurityScheme[] {
  const wanted = [...new Set(security.flatMap((option) => option.map(({ scheme }) => scheme)))];
  return wanted.flatMap((id) => api.schemes.find((scheme) => scheme.id === id) ?? []);
}

function sameSecurity(a: Security, b: Security): boolean {
  const plain = (security: Security): string => JSON.stringify(security.map((option) => option.map(({ scheme }) => scheme)));
  return plain(a) === plain(b);
}

/** One field per scheme; a scheme that every option needs is required, alternatives are not. */
function securityFields(owner: Address, api: Api, security: Security): readonly Field[] {
  const schemes = schemesOf(api, security);
  const always = (scheme: SecurityScheme): boolean =>
    credentialOf(scheme).kind !== "none" &&
    security.length === 1 &&
    schemes.length > 1 &&
    security.every((option) => option.some((use) => use.scheme === scheme.id));
  return schemes.map((scheme) => {
    const field = plainField(owner, scheme.origin, scheme.id, credentialFieldType(scheme), always(scheme) ? "required" : "optional");
    return { ...field, naming: { trail: field.naming.trail, override: scheme.naming.override } };
  });
}
