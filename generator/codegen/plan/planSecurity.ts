import { optionOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type { SecurityScheme } from "../../ir/security.js";
import { credentialOf } from "../surface/credentialOf.js";
import type * as surface from "../surface/surface.js";
import type { Alternatives, ClientSecurity, Credential, Credentials, MethodSecurity, Model, ObjectModel, Property } from "./plan.js";
import { type NameLookup, objectModel, type Planning } from "./planning.js";

type Models = ReadonlyMap<TypeId, Model>;

export function planClientSecurity(modelOf: Models, planning: Planning): ClientSecurity {
  const { surface, names } = planning;
  const { security } = surface;
  if (security.kind === "none") return { kind: "none" };
  const model = objectModel(security.type, modelOf);
  const credentials = credentialsOf(security.alternatives, model, modelOf, names);
  if (security.kind === "value") return { kind: "value", model, credentials };
  return { kind: "flattened", option: names.of(optionOf("credential", security.scheme.id)), model, credentials };
}

export function planMethodSecurity(
  { security }: surface.Method,
  client: ClientSecurity,
  modelOf: Models,
  names: NameLookup,
): MethodSecurity {
  switch (security.kind) {
    case "none":
      return { kind: "none" };
    case "client": {
      const schemes = client.kind === "none" ? [] : client.credentials.schemes;
      return { kind: "client", alternatives: security.alternatives === null ? null : alternativesOf(security.alternatives, schemes) };
    }
    case "own": {
      const model = objectModel(security.type, modelOf);
      const optional = security.security.some((option) => option.length === 0);
      return { kind: "own", model, credentials: credentialsOf(security.alternatives, model, modelOf, names), optional };
    }
  }
}

function credentialsOf(alternatives: surface.Alternatives, model: ObjectModel, modelOf: Models, names: NameLookup): Credentials {
  const schemes = model.fields.flatMap((field) =>
    field.place.kind === "credential" ? [credentialIn(field, field.place.scheme, modelOf, names)] : [],
  );
  return { schemes, alternatives: alternativesOf(alternatives, schemes) };
}

function credentialIn({ name, type }: Property, scheme: SecurityScheme, modelOf: Models, names: NameLookup): Credential {
  const given = credentialOf(scheme);
  const model = given.kind === "basic" || given.kind === "client" ? objectModel(given.type, modelOf) : null;
  return {
    name,
    schemeName: names.of(scheme.address),
    scheme,
    type,
    model,
    tokenUrl: given.kind === "client" ? (given.tokenUrl ?? "") : null,
  };
}

function alternativesOf(alternatives: surface.Alternatives, schemes: readonly Credential[]): Alternatives {
  const byId = new Map(schemes.map((one) => [one.scheme.id, one]));
  return alternatives.map((uses) =>
    uses.flatMap(({ scheme, scopes }) => {
      const credential = byId.get(scheme);
      return credential === undefined ? [] : [{ credential, scopes }];
    }),
  );
}
