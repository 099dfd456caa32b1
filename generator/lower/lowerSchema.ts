import { impossibleSchema, unreadableSchema } from "../diagnostics/lower.js";
import type { TypeId } from "../ir/ids.js";
import { isObject, isScalar, type Json, type JsonObject, list, member, text } from "../ir/json.js";
import type { Limits, Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { checkKeywords } from "./checkKeywords.js";
import { hasProperties, lowerAllOf, wrapsOneRef } from "./lowerAllOf.js";
import { lowerEnum } from "./lowerEnum.js";
import { lowerObject } from "./lowerObject.js";
import { lowerPrimitive } from "./lowerPrimitive.js";
import { lowerReference } from "./lowerReference.js";
import { constantOf, isNull, lowerUnion, unionMembers, valuesOf } from "./lowerUnion.js";
import { below, child, deref, type Scope, type Spot } from "./scope.js";

export const anything: Type = { kind: "any" };

/**
 * Reads one Schema Object. Small types come back in place; an object, union or enum is put into the type table under the spot's address and comes back as a `ref`.
 * What cannot be read becomes "any" with a warning, so that what refers to it stands. OpenAPI 3.1, 4.8.24; JSON Schema 2020-12.
 */
export function lowerSchema(scope: Scope, schema: Located | null, spot: Spot): Type {
  if (schema === null || schema.value === true) return anything;
  if (isImpossible(schema)) {
    scope.report(impossibleSchema(schema.origin, {}));
    return anything;
  }
  if (!isObject(schema.value)) {
    scope.report(unreadableSchema(schema.origin, { found: Array.isArray(schema.value) ? "a list" : JSON.stringify(schema.value) }));
    return anything;
  }
  const object: Located<JsonObject> = { value: schema.value, origin: schema.origin };
  if (text(member(object.value, "$ref")) !== null) return lowerReference(scope, object, spot);
  checkKeywords(scope, object);
  const nullability = withoutNull(object.value);
  const type = lowerPresent(scope, { value: nullability.rest, origin: object.origin }, spot);
  return nullability.nullable ? nullable(type) : type;
}

/** `false`, or `not: {}`: what no value fits. As a property it says that the property is not there, as a member of a union nothing. JSON Schema 2020-12, 4.3.2. */
export function isImpossible(schema: Pick<Located, "value">): boolean {
  const { value } = schema;
  if (value === false) return true;
  if (!isObject(value)) return false;
  const parts = (key: string) => list(member(value, key));
  const fitsNothing = (part: Json) => isImpossible({ value: part });
  const not = member(value, "not");
  return (
    not === true ||
    (isObject(not) && Object.keys(not).length === 0) ||
    parts("allOf").some(fitsNothing) ||
    ["oneOf", "anyOf"].some((key) => parts(key).length > 0 && parts(key).every(fitsNothing))
  );
}

/** A schema from which null was taken away. */
function lowerPresent(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const { value } = schema;
  if (list(member(value, "allOf")).length > 0) {
    return wrapsOneRef(scope, value)
      ? lowerSchema(scope, child({ value: member(value, "allOf") ?? null, origin: `${schema.origin}/allOf` }, 0), spot)
      : lowerAllOf(scope, schema, spot);
  }
  const members = allowedMembers(scope, schema);
  // Properties beside a union belong to each of its members.
  if (members !== null) return hasProperties(value) ? lowerAllOf(scope, schema, spot) : lowerUnion(scope, schema, members, spot);
  if (list(member(value, "enum")).length === 1 && list(member(value, "enum"))[0] === null) return { kind: "null" };
  if (Array.isArray(member(value, "enum"))) return lowerEnum(scope, schema, spot);
  if (Object.hasOwn(value, "const")) return lowerConst(value.const ?? null);
  const kinds = typesOf(value);
  if (kinds.length > 1) return lowerTypeList(scope, schema, kinds, spot);
  switch (kinds[0]) {
    case "object":
      return lowerObject(scope, schema, spot);
    case "array":
      return lowerArray(scope, schema, spot);
    default:
      return lowerPrimitive(kinds[0] ?? null, value);
  }
}

/** { oneOf: [{ const: 0 }, { const: 1 }], enum: [1] } → the member 1; values beside simple types are all that is left of these. */
function allowedMembers(scope: Scope, schema: Located<JsonObject>): readonly Located[] | null {
  const members = unionMembers(schema);
  const allowed = valuesOf(schema.value);
  if (members === null || allowed === null) return members;
  const schemas = members.map((part) => deref(scope, part)?.target.value ?? {});
  const fitting = members.filter((_, i) => allowed.includes(constantOf(schemas[i] ?? {}) ?? null));
  if (fitting.length > 0) return fitting;
  const isSimple = (value: JsonObject): boolean =>
    typesOf(value).length > 0 && typesOf(value).every((kind) => kind !== "object" && kind !== "array");
  return schemas.every(isSimple) ? null : members;
}

/**
 * { type: array, items }, { prefixItems }
 */
function lowerArray(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const { value } = schema;
  const prefix = list(member(value, "prefixItems"));
  const items = child(schema, "items");
  if (prefix.length > 0 && scope.options.tuples === "list") return lowerTupleAsList(scope, schema, spot);
  if (prefix.length > 0) {
    const inner = below(spot, "items", "");
    const parts = prefix.map((_, i) => lowerSchema(scope, child({ value: prefix, origin: `${schema.origin}/prefixItems` }, i), inner));
    return {
      kind: "tuple",
      items: parts,
      rest: items === null || items.value === false ? null : lowerSchema(scope, items, below(spot, "items", "rest")),
    };
  }
  // Drafts before 2020-12 wrote a tuple as a list of items.
  if (items !== null && Array.isArray(items.value)) {
    return { kind: "tuple", items: items.value.map((_, i) => lowerSchema(scope, child(items, i), below(spot, "items", ""))), rest: null };
  }
  const title = text(member(items?.value, "title"));
  return { kind: "array", items: lowerSchema(scope, items, below(spot, "items", "", title)), limits: countOf(value) };
}

/** The items of a tuple as one union, named after the tuple. */
function lowerTupleAsList(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const holder: Located = { value: member(schema.value, "prefixItems") ?? [], origin: `${schema.origin}/prefixItems` };
  const members = list(holder.value).flatMap((_, i) => child(holder, i) ?? []);
  return {
    kind: "array",
    items: lowerUnion(scope, { value: {}, origin: holder.origin }, members, below(spot, "items", "")),
    limits: null,
  };
}

function countOf(value: JsonObject): Limits | null {
  const count = (key: string): number | null => {
    const written = member(value, key);
    return typeof written === "number" ? written : null;
  };
  const limits: Limits = { min: count("minItems"), max: count("maxItems"), multipleOf: null };
  return limits.min === null && limits.max === null ? null : limits;
}

/** type: ["string", "integer"] reads as a union of the two. */
function lowerTypeList(scope: Scope, schema: Located<JsonObject>, kinds: readonly string[], spot: Spot): Type {
  const members = kinds.map((kind) => ({ value: { ...schema.value, type: kind }, origin: schema.origin }) satisfies Located);
  return lowerUnion(scope, schema, members, spot);
}

function lowerConst(value: Json): Type {
  if (isScalar(value)) return { kind: "literal", value };
  return value === null ? { kind: "null" } : anything;
}

/** The `type` keyword as a list, or what the other keywords imply where it is missing. */
function typesOf(value: JsonObject): readonly string[] {
  const written = member(value, "type");
  if (typeof written === "string") return [written.toLowerCase()];
  if (Array.isArray(written)) return written.filter((kind) => typeof kind === "string");
  if (["properties", "additionalProperties", "patternProperties", "propertyNames"].some((key) => Object.hasOwn(value, key)))
    return ["object"];
  if (["items", "prefixItems"].some((key) => Object.hasOwn(value, key))) return ["array"];
  // Only a string has them; a bare `format` is left alone, because any type may carry it.
  if (["pattern", "minLength", "maxLength"].some((key) => Object.hasOwn(value, key))) return ["string"];
  return [];
}

/** Takes null out of `type`, `nullable` and `enum`; members of a union are handled by `lowerUnion`. OpenAPI 3.0, 4.7.24.2. */
export function withoutNull(value: JsonObject): { readonly rest: JsonObject; readonly nullable: boolean } {
  const kinds = member(value, "type");
  const values = member(value, "enum");
  const inType = Array.isArray(kinds) && kinds.length > 1 && kinds.includes("null");
  const inEnum = Array.isArray(values) && values.length > 1 && values.includes(null);
  const flag = member(value, "nullable") === true || member(value, "x-nullable") === true;
  if (!inType && !inEnum && !flag) return { rest: value, nullable: false };
  const rest: Record<string, Json> = { ...value };
  delete rest.nullable;
  delete rest["x-nullable"];
  if (inType) {
    const left = kinds.filter((kind) => kind !== "null");
    rest.type = left.length === 1 ? (left[0] ?? null) : left;
  }
  if (inEnum) rest.enum = values.filter((entry) => entry !== null);
  return { rest, nullable: true };
}

/** Whether a schema that is met inside of itself lets null through, as its own keywords say. */
export function allowsNull(scope: Scope, schema: Located): boolean {
  const target = deref(scope, schema)?.target;
  if (target === undefined) return false;
  const holder = list(member(target.value, "allOf"));
  const [only, ...others] = holder;
  const wrapped = only !== undefined && others.length === 0 && wrapsOneRef(scope, target.value);
  return (
    withoutNull(target.value).nullable ||
    (unionMembers(target) ?? []).some(isNull) ||
    (holder.length > 0 && holder.every((part) => member(part, "nullable") === true)) ||
    (wrapped && allowsNull(scope, { value: only, origin: target.origin }))
  );
}

/** Adds null once. */
export function nullable(type: Type): Type {
  return type.kind === "nullable" || type.kind === "null" || type.kind === "any" ? type : { kind: "nullable", of: type };
}

export function refTo(id: TypeId): Type {
  return { kind: "ref", id };
}
