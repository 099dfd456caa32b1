import { isObject, isScalar, type Json, type JsonObject, list, member, type Scalar, text } from "../ir/json.js";
import { noDocs } from "../ir/node.js";
import type { Member, Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { readDiscriminator } from "./discriminator.js";
import { namedBy } from "./lowerDocs.js";
import { baseOf, defineEnum } from "./lowerEnum.js";
import { anything, isImpossible, lowerSchema, nullable, refTo } from "./lowerSchema.js";
import { titleOf } from "./lowerSlot.js";
import { below, child, deref, refKey, refOf, type Scope, type Spot } from "./scope.js";
import type { Written } from "./typeTable.js";

/** Makes the type of one member; the merging of `allOf` has a way of its own. */
export type LowerMember = (scope: Scope, part: Located, spot: Spot) => Type;

/** Keywords that only check a value: a member made of nothing else adds no type (`anyOf: [{ required: [a] }, { required: [b] }]`). */
const checks = new Set("required not minProperties maxProperties if then else dependentRequired description title".split(" "));

/** The members of `oneOf` or `anyOf`; null when there is no such union of types. */
export function unionMembers(schema: Located<JsonObject>): readonly Located[] | null {
  for (const keyword of ["oneOf", "anyOf"] as const) {
    const count = list(member(schema.value, keyword)).length;
    if (count === 0) continue;
    const parent: Located = { value: schema.value[keyword] ?? null, origin: `${schema.origin}/${keyword}` };
    const members = Array.from({ length: count }, (_, i) => child(parent, i)).flatMap((part) =>
      part === null || isImpossible(part) ? [] : [part],
    );
    const onlyChecks = members.every((part) => isObject(part.value) && Object.keys(part.value).every((key) => checks.has(key)));
    if (!onlyChecks) return members;
  }
  return null;
}

/**
 * { oneOf: [A, B], discriminator } → a union type in the table. Null is taken out and makes the whole nullable; one member that is left is that member;
 * members that are the same primitive are one; `oneOf` of constants is an enum with a description per member.
 */
export function lowerUnion(
  scope: Scope,
  schema: Located<JsonObject>,
  members: readonly Located[],
  spot: Spot,
  lowerOne: LowerMember = lowerSchema,
): Type {
  const present = members.filter((part) => !isNull(part));
  const wrap = (type: Type): Type => (present.length < members.length ? nullable(type) : type);
  const only = present[0];
  if (only === undefined) return present.length < members.length ? { kind: "null" } : anything;
  if (present.length === 1) return wrap(nullableItems(scope, only, lowerOne(scope, only, memberSpot(spot, only))));
  if (scope.options.stringUnions === "first" && present.every(isPlainString)) return wrap(lowerOne(scope, only, spot));
  const constants = constantMembers(scope, schema, present, spot);
  if (constants !== null) return wrap(constants);
  return wrap(defineUnion(scope, schema, present, spot, lowerOne));
}

export function isNull(part: Located): boolean {
  const kind = member(part.value, "type");
  const values = list(member(part.value, "enum"));
  return (
    kind === "null" ||
    (Array.isArray(kind) && kind.length === 1 && kind[0] === "null") ||
    (values.length === 1 && values[0] === null) ||
    member(part.value, "const") === null
  );
}

/** A nullable tuple that is read as a list: the old generators of such documents let each item be null. */
function nullableItems(scope: Scope, only: Located, type: Type): Type {
  const isTuple = Array.isArray(member(only.value, "prefixItems"));
  return isTuple && scope.options.tuples === "list" && type.kind === "array" ? { ...type, items: nullable(type.items) } : type;
}

function isPlainString(part: Located): boolean {
  return member(part.value, "type") === "string" && member(part.value, "enum") === undefined && member(part.value, "$ref") === undefined;
}

/** The single member of a nullable wrapper is named like the wrapper, but a title of its own adds to the trail. */
function memberSpot(spot: Spot, only: Located): Spot {
  const title = titleOf(only);
  return title === null ? spot : { address: spot.address, trail: [...spot.trail, { role: "wrapper", key: "", title }] };
}

/** oneOf: [{ const: a, description }, { enum: [b] }] */
function constantMembers(scope: Scope, schema: Located<JsonObject>, members: readonly Located[], spot: Spot): Type | null {
  const isLiteral = scope.options.singleEnum === "literal";
  const entries = members.flatMap((part) => {
    const { value: said } = isLiteral ? (deref(scope, part)?.target ?? part) : part;
    const value = isLiteral || member(said, "enum") === undefined ? constantOf(said) : null;
    return value === null
      ? []
      : [{ value, name: text(member(said, "title")), docs: { ...noDocs, description: text(member(said, "description")) } }];
  });
  const base = baseOf(entries.map((entry) => entry.value));
  if (base === null || entries.length !== members.length || new Set(entries.map((entry) => entry.value)).size !== entries.length)
    return null;
  return defineEnum(scope, schema, spot, base, entries);
}

/** { const: a }, { enum: [a, b] } */
export function valuesOf(schema: Json): readonly Json[] | null {
  if (isObject(schema) && Object.hasOwn(schema, "const")) return [schema.const ?? null];
  const values = member(schema, "enum");
  return Array.isArray(values) ? values : null;
}

/** { const: a }, { enum: [a] } */
export function constantOf(schema: Json): Scalar | null {
  const [only, ...others] = valuesOf(schema) ?? [];
  return isScalar(only) && others.length === 0 ? only : null;
}

function defineUnion(scope: Scope, schema: Located<JsonObject>, present: readonly Located[], spot: Spot, lowerOne: LowerMember): Type {
  const found = readDiscriminator(scope, schema, present);
  return defineMembers(scope, schema, found?.members ?? present, spot, lowerOne, found?.written ?? null);
}

/** A union of these members in the table. */
export function defineMembers(
  scope: Scope,
  schema: Located<JsonObject>,
  parts: readonly Located[],
  spot: Spot,
  lowerOne: LowerMember,
  written: Written | null,
): Type {
  const id = scope.types.enter(spot.address, schema.origin);
  if (!scope.types.begin(id)) return refTo(id);
  const seen = new Map<string, number>();
  const lowered = parts.map((part, i) =>
    lowerMember(scope, part, memberKey(part, i, seen), i, { address: id, trail: spot.trail }, lowerOne),
  );
  const members = written === null ? distinct(lowered) : lowered;
  const first = members[0];
  // Strings that differ in format or description only are one string.
  if (first !== undefined && members.length === 1) return first.type;
  if (written !== null) scope.types.discriminate(id, written);
  scope.types.define({
    kind: "union",
    ...namedBy(schema, id, spot),
    members,
    choice: { kind: "untagged" },
    open: scope.options.unknownVariants === "keep",
  });
  return refTo(id);
}

function lowerMember(scope: Scope, part: Located, key: string, position: number, spot: Spot, lowerOne: LowerMember): Member {
  const title = titleOf(part);
  const step = below(spot, "member", key, title);
  // The address goes by what the member is, the name of an untitled one by where it stands.
  const place: Spot = { address: step.address, trail: [...spot.trail, { role: "member", key: String(position + 1), title }] };
  return { address: place.address, type: lowerOne(scope, part, place), naming: { trail: place.trail, override: null } };
}

/** A member goes by its reference, title or type, and a tie by its number: an index would move when a member is added in front. */
function memberKey(part: Located, position: number, seen: Map<string, number>): string {
  const ref = refOf(part);
  const type = member(part.value, "type");
  const key = ref !== null ? refKey(ref) : (titleOf(part) ?? (typeof type === "string" ? type : `option${position + 1}`));
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}~${count}`;
}

function distinct(members: readonly Member[]): readonly Member[] {
  const seen = new Set<string>();
  return members.filter((one) => {
    const key = primitiveKey(one.type);
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function primitiveKey(type: Type): string | null {
  switch (type.kind) {
    case "boolean":
    case "string":
    case "number":
    case "integer":
    case "any":
      return type.kind;
    case "ref":
      return type.id;
    default:
      return null;
  }
}
