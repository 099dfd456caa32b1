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

/**
 * What the client takes: a credential for each scheme that the document declares. Where operations take their own, as in older SDKs, those of the Api's own
 * security alone.
 */
export function clientSecurity(api: Api, style: CallStyle): { readonly security: ClientSecurity; readonly type: ObjectType | null } {
  const holdsAll = style.operationSecurity === "client";
  const schemes = holdsAll ? api.schemes.filter(isGiven) : schemesOf(api, api.security);
  if (schemes.length === 0) return { security: { kind: "none" }, type: null };
  const address = singleAddress("security");
  const { trail } = namedAs("security", "Security");
  const fields = securityFields(address, schemes, holdsAll ? [] : api.security);
  const type = madeObject(address, api.schemes[0]?.origin ?? "0#", trail, "input", fields);
  const alternatives = clientAlternatives(api, style);
  const isFlat =
    style.security === "flattened" && (holdsAll || (schemes.length === 1 && schemes.every((one) => credentialType(one) === null)));
  return {
    security: isFlat ? { kind: "flattened", schemes, type: address, alternatives } : { kind: "value", type: address, alternatives },
    type,
  };
}

/** The types of all credentials with parts that the client or a method takes. */
export function credentialTypes(api: Api, { operationSecurity }: CallStyle): readonly ObjectType[] {
  const schemes = operationSecurity === "client" ? api.schemes : schemesOf(api, requirementsOf(api));
  return schemes.flatMap((scheme) => credentialType(scheme) ?? []);
}

/** What one method takes: nothing of its own where it uses the client's credentials. */
export function methodSecurity(
  api: Api,
  operation: Operation,
  style: CallStyle,
): { readonly security: MethodSecurity; readonly type: ObjectType | null } {
  const own = operation.security;
  if (own === null) return { security: { kind: "client", alternatives: null }, type: null };
  const schemes = schemesOf(api, own);
  const alternatives = alternativesOf(api, own);
  if (style.operationSecurity === "client" ? schemes.length > 0 : sameSecurity(own, api.security)) {
    const same = JSON.stringify(alternatives) === JSON.stringify(clientAlternatives(api, style));
    return { security: { kind: "client", alternatives: same ? null : alternatives }, type: null };
  }
  if (schemes.length === 0) return { security: { kind: "none" }, type: null };
  const type = syntheticObject(operation, "security", securityFields(partAddress(operation.address, "security"), schemes, own));
  return { security: { kind: "own", type: type.id, alternatives }, type };
}

/**
 * What an operation sends that says nothing of security: what the document as a whole requires, else one of those that it declares and never requires. Many
 * documents declare how callers prove who they are, and forget to say where.
 */
function clientAlternatives(api: Api, { operationSecurity }: CallStyle): Alternatives {
  const required = new Set(requirementsOf(api).flatMap((option) => option.map(({ scheme }) => scheme)));
  const others = operationSecurity === "client" ? api.schemes.filter(({ id }) => !required.has(id)) : [];
  return alternativesOf(api, [...api.security, ...others.filter(isGiven).map(({ id }) => [{ scheme: id, scopes: [] }])]);
}

/** All that the document and its operations require. */
function requirementsOf(api: Api): Security {
  return [...api.security, ...api.operations.flatMap(({ security }) => security ?? [])];
}

/**
 * Which credentials together are enough, in the document's order. What proves itself by the connection is not given, so it is not waited for; what is not
 * declared is given by nobody, so that its alternative is never complete. Scopes belong to OAuth 2 and OpenID Connect, elsewhere the list names roles that
 * nobody sends. OpenAPI 3.1, 4.8.30.
 *
 *     security: [{ oauth: [read], key: [] }, {}]   →   [[oauth with read, key], []]
 */
function alternativesOf(api: Api, security: Security): Alternatives {
  const schemes = new Map(api.schemes.map((scheme) => [scheme.id, scheme]));
  const known = security.filter((option) => option.every(({ scheme }) => schemes.has(scheme)));
  return known.map((option) =>
    option.flatMap(({ scheme: id, scopes }) => {
      const scheme = schemes.get(id);
      if (scheme === undefined || !isGiven(scheme)) return [];
      const scoped = scheme.kind === "oauth2" || scheme.kind === "openIdConnect";
      return [{ scheme: id, scopes: scoped ? scopes : [] }];
    }),
  );
}

/** The schemes that a security names and callers give something for, each once, in order. */
function schemesOf(api: Api, security: Security): readonly SecurityScheme[] {
  const wanted = [...new Set(security.flatMap((option) => option.map(({ scheme }) => scheme)))];
  return wanted.flatMap((id) => api.schemes.find((scheme) => scheme.id === id && isGiven(scheme)) ?? []);
}

function isGiven(scheme: SecurityScheme): boolean {
  return credentialOf(scheme).kind !== "none";
}

function sameSecurity(a: Security, b: Security): boolean {
  const plain = (security: Security): string => JSON.stringify(security.map((option) => option.map(({ scheme }) => scheme)));
  return plain(a) === plain(b);
}

/** One field per scheme; a scheme that every option needs is required, alternatives are not. */
function securityFields(owner: Address, schemes: readonly SecurityScheme[], security: Security): readonly Field[] {
  const always = (scheme: SecurityScheme): boolean =>
    security.length === 1 && schemes.length > 1 && security.every((option) => option.some((use) => use.scheme === scheme.id));
  return schemes.map((scheme) => {
    const field = plainField(owner, scheme.origin, scheme.id, credentialFieldType(scheme), always(scheme) ? "required" : "optional");
    return { ...field, naming: { trail: field.naming.trail, override: scheme.naming.override } };
  });
}
