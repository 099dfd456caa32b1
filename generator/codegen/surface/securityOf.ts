import { partAddress, singleAddress } from "../../ir/address.js";
import type { Api } from "../../ir/api.js";
import type { Address } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import type { Security, SecurityScheme } from "../../ir/security.js";
import type { Field, ObjectType, Type } from "../../ir/types.js";
import type { CallStyle } from "./callStyle.js";
import type { ClientSecurity, MethodSecurity } from "./surface.js";
import { plainField, syntheticObject } from "./syntheticType.js";

const text: Type = { kind: "string", format: null, limits: null };

/** What the client takes: the credentials of the Api's own security. */
export function clientSecurity(api: Api, style: CallStyle): { readonly security: ClientSecurity; readonly type: ObjectType | null } {
  const schemes = schemesOf(api, api.security);
  if (schemes.length === 0) return { security: { kind: "none" }, type: null };
  const address = singleAddress("security");
  const first = api.schemes[0];
  const base = {
    kind: "object" as const,
    id: address,
    address,
    origin: first?.origin ?? ("0#" as const),
    extensions: {},
    naming: { trail: [{ role: "security" as const, key: "Security", title: null }], override: null },
    docs: { summary: null, description: null, link: null, deprecated: null },
    example: null,
    use: "input" as const,
    variantOf: null,
    rest: null,
    xml: null,
  };
  const type: ObjectType = { ...base, fields: securityFields(address, api, api.security) };
  const only = schemes[0];
  const simple = schemes.length === 1 && only !== undefined && only.kind !== "basic" && only.kind !== "oauth2";
  const oauthToken = schemes.length === 1 && only?.kind === "oauth2" && !only.flows.some((flow) => flow.kind === "clientCredentials");
  if (style.security === "flattened" && (simple || oauthToken) && only !== undefined)
    return { security: { kind: "flattened", scheme: only, type: address }, type };
  return { security: { kind: "value", type: address }, type };
}

/** What one method takes: nothing of its own where it uses the client's security. */
export function methodSecurity(api: Api, operation: Operation): { readonly security: MethodSecurity; readonly type: ObjectType | null } {
  const own = operation.security;
  if (own === null || sameSecurity(own, api.security)) return { security: { kind: "client" }, type: null };
  if (schemesOf(api, own).length === 0) return { security: { kind: "none" }, type: null };
  const type = syntheticObject(operation, "security", "security", securityFields(partAddress(operation.address, "security"), api, own));
  return { security: { kind: "own", type: type.id, security: own }, type };
}

/** The schemes that a security names, each once, in order. */
export function schemesOf(api: Api, security: Security): readonly SecurityScheme[] {
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
    security.length === 1 && schemes.length > 1 && security.every((option) => option.some((use) => use.scheme === scheme.id));
  return schemes.map((scheme) => {
    const field = plainField(owner, scheme.origin, scheme.id, text, always(scheme) ? "required" : "optional");
    return { ...field, naming: { trail: field.naming.trail, override: scheme.naming.override } };
  });
}
