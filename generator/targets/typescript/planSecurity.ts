import { credentialOf, credentialType } from "../../codegen/surface/credentialOf.js";
import { schemesOf } from "../../codegen/surface/securityOf.js";
import type { Alternatives } from "../../codegen/surface/surface.js";
import type { Api } from "../../ir/api.js";
import type { Address } from "../../ir/node.js";
import type { Security, SecurityScheme } from "../../ir/security.js";
import type { Names } from "../../naming/names.js";
import type { TsAlternatives, TsCredentials } from "./plan.js";
import type { TsType } from "./tsType.js";

/** What a caller gives for a scheme: a text, or the parts of a credential. */
export function planCredential(scheme: SecurityScheme, names: Names): TsType {
  const credential = credentialOf(scheme);
  switch (credential.kind) {
    case "text":
    case "none":
      return { kind: "string" };
    case "any":
      return { kind: "any" };
    case "basic":
    case "client": {
      const fields = credentialType(scheme)?.fields ?? [];
      const parts = fields.map(({ address, wire, default: byDefault, example }) => ({
        name: names.of(address),
        wire,
        required: byDefault === null,
        example,
      }));
      return { kind: "credential", id: credential.type, parts, orToken: credential.kind === "client" };
    }
  }
}

/** Schemes and alternatives of a security requirement; `owner` is the type that holds the credentials. */
export function planCredentials(
  api: Api,
  { security, alternatives }: { readonly security: Security; readonly alternatives: Alternatives },
  owner: Address,
  names: Names,
): TsCredentials {
  const name = (scheme: SecurityScheme): string => {
    const field = `${owner}/property:${scheme.id}` as Address;
    return names.has(field) ? names.of(field) : names.of(scheme.address);
  };
  const schemes = schemesOf(api, security).map((scheme) => ({ name: name(scheme), scheme, type: planCredential(scheme, names) }));
  return { schemes, alternatives: planAlternatives(alternatives, names) };
}

export function planAlternatives(alternatives: Alternatives, names: Names): TsAlternatives {
  return alternatives.map((uses) => uses.map(({ field, scopes }) => ({ name: names.of(field), scopes })));
}
