import { rootAddress } from "../ir/address.js";
import { isObject, type Json, type JsonObject, list, member, objectOf } from "../ir/json.js";
import type { Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { checkKeywords } from "./checkKeywords.js";
import { defineObject, type ObjectParts, objectParts, type Property } from "./lowerObject.js";
import { closeLoop } from "./lowerReference.js";
import { isImpossible, lowerSchema, nullable } from "./lowerSchema.js";
import { type LowerMember, lowerUnion, unionMembers, valuesOf } from "./lowerUnion.js";
import { child, deref, refKey, refOf, type Scope, type Spot } from "./scope.js";

/** Keywords that say nothing about the type. */
const annotations = new Set(
  "allOf description title summary example examples default deprecated readOnly writeOnly externalDocs xml nullable type $comment".split(
    " ",
  ),
);

/** allOf: [{ $ref }] with annotations only: the usual way to describe a `$ref` in OpenAPI 3.0. */
export function wrapsOneRef(scope: Scope, value: JsonObject): boolean {
  if (scope.options.wrappedRef !== "same") return false;
  return list(member(value, "allOf")).length === 1 && Object.keys(value).every((key) => annotations.has(key) || key.startsWith("x-"));
}

/**
 * Merges the parts of `allOf` and the schema's own keywords: properties first to last (the last of one name wins, in the place of the first), `required`
 * of all; parts that are no objects are merged keyword by keyword. A part that is a union makes a union of merged members. JSON Schema 2020-12, 10.2.1.1.
 */
export function lowerAllOf(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const type = mergeParts(scope, schema, flatten(scope, schema, spot, new Set()), spot);
  const parts = list(member(schema.value, "allOf"));
  return parts.length > 0 && parts.every((part) => member(part, "nullable") === true) ? nullable(type) : type;
}

interface Part {
  readonly schema: Located<JsonObject>;
  readonly spot: Spot;
  readonly union: readonly Located[] | null;
  /** The schemas that include this one by `allOf`, itself among them. */
  readonly within: ReadonlySet<string>;
}

/** The schema's parts without their own `allOf`, outermost last: a reference is followed, what it leads to keeps its own address. */
function flatten(scope: Scope, schema: Located<JsonObject>, spot: Spot, path: ReadonlySet<string>): readonly Part[] {
  // A schema that includes itself was reported when references were checked.
  if (path.has(schema.origin)) return [];
  const within = new Set([...path, schema.origin]);
  const holder: Located = { value: member(schema.value, "allOf") ?? [], origin: `${schema.origin}/allOf` };
  const inner = list(holder.value).flatMap((_, i) => {
    const part = child(holder, i);
    return part === null ? [] : flattenMember(scope, part, spot, within);
  });
  const { allOf: _allOf, ...own } = schema.value;
  const self: Located<JsonObject> = { value: own, origin: schema.origin };
  if (path.size > 0) checkKeywords(scope, schema);
  return [...inner, ...(Object.keys(own).length > 0 ? [{ schema: self, spot, union: unionMembers(self), within }] : [])];
}

function flattenMember(scope: Scope, part: Located, spot: Spot, path: ReadonlySet<string>): readonly Part[] {
  const found = deref(scope, part);
  if (found === null) return [];
  const component = (key: string): Spot => ({
    address: rootAddress("schema", key),
    trail: [{ role: "component", key, title: null }],
  });
  return flatten(scope, found.target, found.ref === null ? spot : component(refKey(found.ref)), path);
}

/** A merged type that contains itself: the inner one has the same parts, so it is the outer one. */
function mergeParts(scope: Scope, schema: Located<JsonObject>, parts: readonly Part[], spot: Spot): Type {
  const key = parts.map((part) => part.schema.origin).join(" ");
  const outer = scope.types.merging(key, spot.address, schema.origin);
  if (outer !== null) return { kind: "ref", id: outer };
  const type = mergeNew(scope, schema, parts, spot);
  const met = scope.types.merged(key);
  return met === null ? type : closeLoop(scope, schema, spot, met, type);
}

function mergeNew(scope: Scope, schema: Located<JsonObject>, parts: readonly Part[], spot: Spot): Type {
  const open = new Set(parts.flatMap(({ within }) => [...within]));
  const plain = parts.map((part) => (part.union !== null && leadsBack(scope, part.union, open) ? withoutUnion(part) : part));
  const union = plain.find((part) => part.union !== null);
  if (union !== undefined && plain.some((part) => hasProperties(part.schema.value))) return mergedUnion(scope, schema, plain, union, spot);
  const merged = mergeKeywords(plain.map((part) => part.schema.value));
  const gathered = gather(scope, plain);
  if (gathered.properties.length === 0)
    return lowerSchema(scope, { value: merged, origin: (union ?? plain.findLast(holdsSchemas))?.schema.origin ?? schema.origin }, spot);
  return defineObject(scope, { value: { ...merged, ...ownDocs(schema.value) }, origin: schema.origin }, spot, gathered);
}

/** Where what is inside of the merged schema stands: its references start there. */
function holdsSchemas({ schema }: Part): boolean {
  return ["oneOf", "anyOf", "items", "prefixItems", "additionalProperties", "patternProperties", "unevaluatedProperties"].some((key) =>
    Object.hasOwn(schema.value, key),
  );
}

/** A parent lists its children as members, and each child includes the parent: for the child the parent is only a set of properties. */
function leadsBack(scope: Scope, union: readonly Located[], open: ReadonlySet<string>): boolean {
  return union.some((part) => open.has(deref(scope, part)?.target.origin ?? ""));
}

function withoutUnion(part: Part): Part {
  const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...value } = part.schema.value;
  return { ...part, schema: { value, origin: part.schema.origin }, union: null };
}

export function hasProperties(value: JsonObject): boolean {
  return isObject(member(value, "properties"));
}

function gather(scope: Scope, parts: readonly Part[]): ObjectParts {
  const properties = new Map<string, Property>();
  const required = new Set<string>();
  let rest: ObjectParts["rest"] = null;
  for (const part of parts) {
    const found = objectParts(scope, part.schema, part.spot);
    for (const property of found.properties) properties.set(property.wire, narrower(scope, properties.get(property.wire), property));
    for (const name of found.required) required.add(name);
    rest = found.rest ?? rest;
  }
  return { properties: [...properties.values()], required, rest };
}

/** A repeated property that only annotates (`{ description }`, `{ nullable: true }`) does not replace a type, nor does one that allows more values. */
function narrower(scope: Scope, before: Property | undefined, after: Property): Property {
  if (before === undefined || isImpossible(after.schema)) return after;
  // What one part forbids, no other part allows; and `true` adds nothing.
  if (isImpossible(before.schema) || !isObject(after.schema.value)) return before;
  const typed = Object.keys(after.schema.value).some(
    (key) => key === "$ref" || key === "enum" || key === "const" || !annotations.has(key) || key === "type" || key === "allOf",
  );
  if (!typed) return before;
  const [wide, narrow] = [after, before].map(({ schema }) => valuesOf(deref(scope, schema)?.target.value ?? {}));
  const isNarrower = wide && narrow && narrow.length < wide.length && narrow.every((value) => wide.includes(value));
  return isNarrower ? before : after;
}

function mergeKeywords(values: readonly JsonObject[]): JsonObject {
  const merged: Record<string, Json> = {};
  for (const value of values) {
    for (const [key, entry] of Object.entries(value)) {
      if (key === "discriminator" || key === "title" || key === "description" || key === "example" || key === "examples") continue;
      const both = key === "enum" ? list(merged.enum).filter((one) => list(entry).includes(one)) : [];
      Object.defineProperty(merged, key, { value: both.length > 0 ? both : entry, enumerable: true, writable: true, configurable: true });
    }
  }
  if (list(merged.oneOf).length > 0 || list(merged.anyOf).length > 0) {
    const discriminator = values.map((value) => member(value, "discriminator")).findLast((found) => found !== undefined);
    if (discriminator !== undefined) merged.discriminator = discriminator;
  }
  return merged;
}

/** What the schema says of itself; a part's description is about the part. */
function ownDocs(value: JsonObject): JsonObject {
  const keys = ["title", "description", "example", "examples", "deprecated", "externalDocs", "xml"];
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(value, key) ? [[key, value[key] ?? null] as const] : [])));
}

/** allOf: [Base, { oneOf: [A, B] }] → a union of Base with A and Base with B; a member that includes Base itself stays as it is. */
function mergedUnion(scope: Scope, schema: Located<JsonObject>, parts: readonly Part[], union: Part, spot: Spot): Type {
  const base = parts.map((part) => (part === union ? withoutUnion(part) : part));
  const known = new Map<string, Type>();
  const lowerMember: LowerMember = (_, part, place) => {
    const ref = refOf(part);
    const before = ref === null ? undefined : known.get(ref);
    if (before !== undefined) return before;
    const own = flattenMember(scope, part, place, new Set());
    const type =
      own.length === 0 || includes(own, base)
        ? lowerSchema(scope, part, place)
        : mergeParts(scope, documented(part), [...base, ...own], named(place, ref));
    if (ref !== null) known.set(ref, type);
    return type;
  };
  const { oneOf, anyOf, discriminator } = union.schema.value;
  const keywords = Object.entries({ oneOf, anyOf, discriminator }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const merged: Located<JsonObject> = { value: { ...ownDocs(schema.value), ...Object.fromEntries(keywords) }, origin: union.schema.origin };
  return union.union === null ? lowerSchema(scope, merged, spot) : lowerUnion(scope, merged, union.union, spot, lowerMember);
}

/** Whether all that the base describes is among the parts already. */
function includes(parts: readonly Part[], base: readonly Part[]): boolean {
  const origins = new Set(parts.map(({ schema }) => schema.origin));
  return base.every(({ schema }) => origins.has(schema.origin) || !hasProperties(schema.value));
}

function documented(part: Located): Located<JsonObject> {
  return { value: objectOf(part.value), origin: part.origin };
}

/** The merged type is a new one: it hangs below the union and goes by what it adds to the base. */
function named(place: Spot, ref: string | null): Spot {
  const last = place.trail.at(-1);
  return ref === null || last === undefined || last.title !== null
    ? place
    : { address: place.address, trail: [...place.trail.slice(0, -1), { ...last, title: refKey(ref) }] };
}
