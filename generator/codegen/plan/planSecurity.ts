import { optionOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import { snakeCase } from "../casing.js";
import { credentialOf } from "../surface/credentialOf.js";
import type * as surface from "../surface/surface.js";
import type { Alternatives, ClientSecurity, Credential, Credentials, MethodSecurity, Model, ObjectModel } from "./plan.js";
import { type NameLookup, objectModel, type Planning } from "./planning.js";

type Models = ReadonlyMap<TypeId, Model>;

export function planClientSecurity(modelOf: Models, planning: Planning): ClientSecurity {
  const { surface, names } = planning;
  const { security } = surface;
  if (security.kind === "none") return { kind: "none" };
  const model = objectModel(security.type, modelOf);
  const isFlat = security.kind === "flattened";
  const credentials = credentialsOf(security.alternatives, model, modelOf, names, isFlat);
  const isWhole = !isFlat || credentials.schemes.length > 1 || credentials.schemes.some((one) => one.model !== null);
  return { kind: "given", isWhole, model, credentials };
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
      const held = new Set(client.kind === "none" ? [] : client.credentials.schemes.map(({ scheme }) => scheme.id));
      const optional = security.alternatives.some((uses) => uses.every(({ scheme }) => held.has(scheme)));
      return { kind: "own", model, credentials: credentialsOf(security.alternatives, model, modelOf, names, false), optional };
    }
  }
}

function credentialsOf(
  alternatives: surface.Alternatives,
  model: ObjectModel,
  modelOf: Models,
  names: NameLookup,
  isFlat: boolean,
): Credentials {
  const found = model.fields.flatMap(({ name, type, place }): readonly Omit<Credential, "variables">[] => {
    if (place.kind !== "credential") return [];
    const { scheme } = place;
    const given = credentialOf(scheme);
    const parts = given.kind === "basic" || given.kind === "client" ? objectModel(given.type, modelOf) : null;
    const option = isFlat ? names.of(optionOf("credential", scheme.id)) : null;
    const tokenUrl = given.kind === "client" ? (given.tokenUrl ?? "") : null;
    return [{ name, schemeName: names.of(scheme.address), option, scheme, type, model: parts, tokenUrl }];
  });
  const schemes = found.map((one) => ({ ...one, variables: variablesOf(one, found) }));
  return { schemes, alternatives: alternativesOf(alternatives, schemes) };
}

type Named = Pick<Credential, "scheme" | "model">;

/**
 * A credential goes by its scheme; one with parts by its parts, with the scheme before them where another credential would have the same variable.
 *
 *     token   →   TOKEN          login { username, password }   →   USERNAME, PASSWORD, or LOGIN_USERNAME, LOGIN_PASSWORD
 */
function variablesOf(one: Named, all: readonly Named[]): readonly string[] {
  const own = plainVariables(one);
  const others = new Set(all.filter((other) => other !== one).flatMap(plainVariables));
  const isShared = one.model !== null && own.some((name) => others.has(name));
  return isShared ? own.map((name) => `${variable(one.scheme.naming.override ?? one.scheme.id)}_${name}`) : own;
}

function plainVariables({ scheme, model }: Named): readonly string[] {
  const raw = model?.fields.map(({ slot }) => slot.naming.override ?? slot.wire) ?? [scheme.naming.override ?? scheme.id];
  return raw.map(variable);
}

function variable(raw: string): string {
  return snakeCase(raw).replace(/_+$/, "").toUpperCase();
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
