import { schemesOf } from "../../codegen/surface/securityOf.js";
import type { Api } from "../../ir/api.js";
import type { Address } from "../../ir/node.js";
import type { Security, SecurityScheme } from "../../ir/security.js";
import type { Names } from "../../naming/names.js";
import type { TsCredentials } from "./plan.js";
import type { TsType } from "./tsType.js";

/** What a caller gives for a scheme: a text, or the parts of a credential. */
export function credentialType(scheme: SecurityScheme): TsType {
  switch (scheme.kind) {
    case "basic":
      return { kind: "credential", parts: ["username", "password"].map((name) => ({ name, required: true })) };
    case "oauth2":
      return scheme.flows.some(({ kind }) => kind === "clientCredentials")
        ? { kind: "credential", parts: ["clientID", "clientSecret", "tokenURL"].map((name) => ({ name, required: false })) }
        : { kind: "string" };
    case "custom":
      return { kind: "any" };
    case "bearer":
    case "http":
    case "apiKey":
    case "openIdConnect":
    case "mutualTls":
      return { kind: "string" };
  }
}

/** Schemes and alternatives of a security requirement; `owner` is the type that holds the credentials. */
export function planCredentials(api: Api, security: Security, owner: Address, names: Names): TsCredentials {
  const name = (scheme: SecurityScheme): string => {
    const field = `${owner}/property:${scheme.id}` as Address;
    return names.has(field) ? names.of(field) : names.of(scheme.address);
  };
  const schemes = schemesOf(api, security).map((scheme) => ({ name: name(scheme), scheme, type: credentialType(scheme) }));
  const nameOf = new Map(schemes.map((one) => [one.scheme.id, one.name]));
  return { schemes, alternatives: security.map((option) => option.flatMap(({ scheme }) => nameOf.get(scheme) ?? [])) };
}
