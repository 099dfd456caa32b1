import { partAddress } from "../../ir/address.js";
import { optionOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { Security } from "../../ir/security.js";
import { schemesOf } from "../surface/securityOf.js";
import type * as surface from "../surface/surface.js";
import type { ClientSecurity, Credential, Credentials, MethodSecurity, Model, ObjectModel } from "./plan.js";
import type { Planning } from "./planning.js";

export function planClientSecurity(modelOf: ReadonlyMap<TypeId, Model>, planning: Planning): ClientSecurity {
  const { security, api } = planning.surface;
  if (security.kind === "none") return { kind: "none" };
  const model = objectModel(security.type, modelOf);
  const credentials = credentialsOf(api.security, model, planning);
  if (security.kind === "value") return { kind: "value", model, credentials };
  return { kind: "flattened", option: planning.names.of(optionOf("credential", security.scheme.id)), model, credentials };
}

export function planMethodSecurity({ security }: surface.Method, modelOf: ReadonlyMap<TypeId, Model>, planning: Planning): MethodSecurity {
  if (security.kind !== "own") return security;
  const model = objectModel(security.type, modelOf);
  return {
    kind: "own",
    model,
    credentials: credentialsOf(security.security, model, planning),
    optional: security.security.some((option) => option.length === 0),
  };
}

/** What the schemes that apply to an operation ask for: its own security, or that of the whole document. */
export function scopesOf({ operation }: surface.Method, { surface: { api } }: Planning): readonly string[] {
  const known = new Set(api.schemes.filter(({ kind }) => kind === "oauth2").map(({ id }) => id));
  const used = (operation.security ?? api.security).flat().filter(({ scheme }) => known.has(scheme));
  return [...new Set(used.flatMap(({ scopes }) => scopes))];
}

function objectModel(id: TypeId, modelOf: ReadonlyMap<TypeId, Model>): ObjectModel {
  const model = modelOf.get(id);
  if (model?.kind !== "object") throw new Error(`the type of credentials ${id} is no object`);
  return model;
}

function credentialsOf(security: Security, model: ObjectModel, { surface: { api }, names }: Planning): Credentials {
  const field = (id: string): Address => partAddress(model.id, "property", id);
  const schemes = schemesOf(api, security).map((scheme): Credential => {
    const type = model.fields.find(({ slot }) => slot.wire === scheme.id)?.type ?? { kind: "any", why: null };
    return { name: names.of(field(scheme.id)), scheme, type };
  });
  const byId = new Map(schemes.map((one) => [one.scheme.id, one]));
  return { schemes, alternatives: security.map((option) => option.flatMap(({ scheme }) => byId.get(scheme) ?? [])) };
}
