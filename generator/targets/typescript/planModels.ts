import type { Surface, SurfaceType } from "../../codegen/surface/surface.js";
import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { NamedType, ObjectType, Slot, UnionType } from "../../ir/types.js";
import type { Names } from "../../naming/names.js";
import { type Holders, holdersOf, modelPlace } from "./files.js";
import type { TypeScriptOptions } from "./options.js";
import type { TsModel, TsProperty, TsTag } from "./plan.js";
import { resultTypes } from "./planResult.js";
import { planCredential } from "./planSecurity.js";
import { isRecursive, type TypeLookup, tsType } from "./tsType.js";

/** What a model needs to know of the rest. */
interface Context {
  readonly surface: Surface;
  readonly names: Names;
  readonly options: TypeScriptOptions;
  readonly typeOf: TypeLookup;
  readonly holders: Holders;
}

export function typeLookup(surface: Surface): TypeLookup {
  const types = new Map<TypeId, NamedType>(surface.types.map(({ id, type }) => [id, type]));
  return (id) => types.get(id);
}

/** Every named type of the surface as TypeScript has it; an alias that is seen through has no model, and global values are options of the client. */
export function planModels(surface: Surface, names: Names, options: TypeScriptOptions): readonly TsModel[] {
  const context = { surface, names, options, typeOf: typeLookup(surface), holders: holdersOf(surface) };
  return surface.types.flatMap((source) => (source.role === "globals" ? [] : (planModel(source, context) ?? [])));
}

function planModel(source: SurfaceType, context: Context): TsModel | null {
  const { names, options, typeOf } = context;
  const { type, id, role } = source;
  const use = options.bothDirections && (role === "model" || role === "error") ? "both" : type.use;
  const base = { id, name: names.of(id), source, docs: type.docs, use, ...modelPlace(source, names, options, context.holders) } as const;
  switch (type.kind) {
    case "object":
      return { ...base, kind: "object", fields: fieldsOf(source, type, context), rest: restOf(type, context), isError: role === "error" };
    case "enum":
      return {
        ...base,
        kind: "enum",
        base: type.base,
        members: type.members.map((member) => ({ name: names.of(member.address), value: member.value, docs: member.docs })),
        open: type.unknown === "keep" && use !== "input",
      };
    case "union": {
      const made =
        role === "response"
          ? context.surface.methods.find(({ result }) => result.shape.kind === "union" && result.shape.type === id)
          : undefined;
      const members = made === undefined ? type.members.map((member) => tsType(member.type, typeOf)) : resultTypes(made.result, typeOf);
      const tag = made === undefined ? tagOf(type, context) : null;
      return {
        ...base,
        kind: "union",
        type,
        members,
        tag,
        open: tag !== null && type.unknown === "keep" && use !== "input" && options.openUnions !== "none",
      };
    }
    case "alias":
      return isRecursive(type.of, id, typeOf, new Set()) ? { ...base, kind: "alias", of: tsType(type.of, typeOf) } : null;
    default:
      return assertNever(type);
  }
}

function fieldsOf(source: SurfaceType, type: ObjectType, context: Context): readonly TsProperty[] {
  const { names, options, typeOf, surface } = context;
  const fields = type.fields.map((field) => planProperty(field, names, options, typeOf));
  if (source.role === "security") {
    const schemes = new Map(surface.api.schemes.map((scheme) => [String(scheme.id), scheme]));
    return fields.map((field) => {
      const scheme = schemes.get(field.slot.wire);
      return scheme === undefined ? field : { ...field, type: planCredential(scheme, names) };
    });
  }
  if (source.role !== "response") return fields;
  const result = surface.methods.find((method) => method.result.shape.kind === "wrapper" && method.result.shape.type === source.id)?.result;
  const [value] = result === undefined ? [] : resultTypes(result, typeOf);
  return fields.map((field) =>
    field.slot.wire === "Result" && value !== undefined ? { ...field, type: value, required: result?.mayBeEmpty === false } : field,
  );
}

function restOf(type: ObjectType, { names, options, typeOf }: Context): Extract<TsModel, { kind: "object" }>["rest"] {
  if (type.rest === null) return null;
  const values = tsType(type.rest, typeOf);
  if (options.flatRest || type.fields.length === 0) return { property: null, type: values };
  const taken = new Set(type.fields.map(({ address }) => names.of(address)));
  return { property: taken.has("additionalProperties") ? "additionalProperties_" : "additionalProperties", type: values };
}

/** A slot as a property: a default stands in for what is left out. */
export function planProperty(slot: Slot, names: Names, options: TypeScriptOptions, typeOf: TypeLookup): TsProperty {
  const type = tsType(slot.type, typeOf);
  const constant = type.kind === "literal" && options.optionalConstants;
  return {
    slot,
    name: names.of(slot.address),
    type,
    required: slot.presence === "required" && slot.default === null && !constant,
    default: slot.default,
  };
}

/** A tag counts when each member is an object that has the property under one name; else the members are tried. */
function tagOf(type: UnionType, { names, typeOf }: Context): TsTag | null {
  const { choice } = type;
  if (choice.kind !== "tagged") return null;
  const found = type.members.map((member) => {
    const named = member.type.kind === "ref" ? seenThrough(member.type.id, typeOf) : undefined;
    const field = named?.kind === "object" ? named.fields.find(({ wire }) => wire === choice.wire) : undefined;
    return field === undefined || field.presence === "optional" ? null : names.of(field.address);
  });
  const [property] = found;
  if (property === undefined || property === null || found.some((name) => name !== property)) return null;
  return { property, wire: choice.wire, members: choice.tags };
}

function seenThrough(id: TypeId, typeOf: TypeLookup): NamedType | undefined {
  const seen = new Set<TypeId>();
  let named = typeOf(id);
  while (named?.kind === "alias" && named.of.kind === "ref" && !seen.has(named.id)) {
    seen.add(named.id);
    named = typeOf(named.of.id);
  }
  return named;
}
