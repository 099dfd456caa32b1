import { escapeKey } from "../diagnostics/origin.js";
import { isObject, type JsonObject, list, member, objectOf, type Scalar, text } from "../ir/json.js";
import type { Located } from "../openapi/openApiDocument.js";
import { discriminatorWire, readMapping } from "./discriminator.js";
import { constantOf, unionMembers } from "./lowerUnion.js";
import { type Component, child, childObject, children, deref, type Heirs, refKey, refOf, type Scope } from "./scope.js";

export function heirsOf(scope: Pick<Scope, "document">, components: Located | null): Heirs {
  const found = new Map<string, Component[]>();
  for (const [key, { value, origin }] of children(components === null ? null : childObject(components, "schemas"))) {
    if (!isObject(value)) continue;
    const heir: Component = { ref: `#/components/schemas/${escapeKey(key)}`, from: origin, schema: { value, origin } };
    for (const { schema } of included(scope, heir.schema)) found.set(schema.origin, [...(found.get(schema.origin) ?? []), heir]);
  }
  return found;
}

/** allOf: [{ $ref: Pet }] → Pet */
function included(scope: Pick<Scope, "document">, schema: Located<JsonObject>): readonly Component[] {
  const holder: Located = { value: member(schema.value, "allOf") ?? [], origin: `${schema.origin}/allOf` };
  return list(holder.value).flatMap((_, i) => {
    const part = child(holder, i);
    const ref = refOf(part);
    const found = part === null || ref === null ? null : deref(scope, part);
    return found === null ? [] : [{ ref: ref ?? "", from: schema.origin, schema: found.target }];
  });
}

/** The schema and all that it includes, nearest first. */
function lineage(scope: Scope, schema: Located<JsonObject>, seen = new Set<string>()): readonly Located<JsonObject>[] {
  if (seen.has(schema.origin)) return [];
  seen.add(schema.origin);
  return [schema, ...included(scope, schema).flatMap((one) => lineage(scope, one.schema, seen))];
}

/** A schema that only says which of its heirs a value is: with members of its own it is a union already. */
function ownTag(schema: Located<JsonObject>): string | null {
  return unionMembers(schema) === null ? discriminatorWire(schema.value) : null;
}

/** What a reference to a parent may lead to. */
export interface Family {
  readonly wire: string;
  readonly members: readonly { readonly component: Component; readonly values: readonly Scalar[]; readonly isItself: boolean }[];
}

/**
 * Pet: { properties, discriminator }, Cat: { allOf: [Pet, …] } → the heirs of Pet, those of an heir in its place, and those among them that may be sent as
 * they are. Null for a schema that tells nothing apart. An heir with another discriminator is one member, and tells its own heirs apart.
 * OpenAPI 3.1, 4.8.25; Swagger 2.0, "Schema Object"; `x-ms-discriminator-value`.
 */
export function familyOf(scope: Scope, parent: Component): Family | null {
  const wire =
    lineage(scope, parent.schema)
      .map(ownTag)
      .find((found) => found !== null) ?? null;
  if (wire === null || unionMembers(parent.schema) !== null) return null;
  const found = membersOf(scope, parent, wire, new Set([parent.schema.origin]));
  return found.length === 0 || found.every(({ isItself }) => isItself) ? null : { wire, members: found };
}

function membersOf(scope: Scope, parent: Component, wire: string, seen: Set<string>): Family["members"] {
  const heirs = heirsOfOne(scope, parent).filter(({ schema }) => !seen.has(schema.origin));
  for (const { schema } of heirs) seen.add(schema.origin);
  const others = heirs.flatMap((component) => {
    const tag = ownTag(component.schema);
    const isOneMember = heirsOfOne(scope, component).length === 0 || (tag !== null && tag !== wire);
    return isOneMember
      ? [{ component, values: tagValues(scope, component, wire), isItself: false }]
      : membersOf(scope, component, wire, seen);
  });
  // A value that stands for an heir is never the parent's own.
  const taken = new Set(others.flatMap(({ values }) => values));
  const itself = heirs.length === 0 ? [] : ownValues(scope, parent, wire).filter((value) => !taken.has(value));
  return itself.length === 0 ? others : [...others, { component: parent, values: itself, isItself: true }];
}

/** Those that the mapping names, then those that include it. */
function heirsOfOne(scope: Scope, { schema }: Component): readonly Component[] {
  const mapped = readMapping(scope, schema).map(({ part }): Component | null => {
    const found = deref(scope, part);
    return found === null ? null : { ref: refOf(part) ?? "", from: part.origin, schema: found.target };
  });
  const all = [...mapped, ...(scope.heirs.get(schema.origin) ?? [])].filter((one) => one !== null);
  const origins = all.map((one) => one.schema.origin);
  return all.filter((one, i) => one.schema.origin !== schema.origin && origins.indexOf(one.schema.origin) === i);
}

/** The tags of a parent that may be sent as it is: what names it says so, or nothing names anybody. */
function ownValues(scope: Scope, { ref, schema }: Component, wire: string): readonly Scalar[] {
  const written = writtenValues(scope, schema, wire);
  if (written.length > 0) return written;
  const owners = lineage(scope, schema).filter((one) => ownTag(one) === wire);
  const listed = owners.flatMap((owner) => list(member(property(scope, owner, wire)?.value, "enum")));
  const isMapped = owners.some((owner) => readMapping(scope, owner).length > 0);
  const name = refKey(ref);
  return isMapped || (listed.length > 0 && !listed.includes(name)) ? [] : [name];
}

/** The tags of a schema: the name of the component where nothing else is written. */
function tagValues(scope: Scope, { ref, schema }: Component, wire: string): readonly Scalar[] {
  const written = writtenValues(scope, schema, wire);
  return written.length > 0 ? written : [refKey(ref)];
}

function writtenValues(scope: Scope, schema: Located<JsonObject>, wire: string): readonly Scalar[] {
  const mapped = lineage(scope, schema).flatMap((owner) =>
    ownTag(owner) === wire ? readMapping(scope, owner).flatMap(({ value, target }) => (target === schema.origin ? [value] : [])) : [],
  );
  if (mapped.length > 0) return [...new Set(mapped)];
  const given = text(member(schema.value, "x-ms-discriminator-value"));
  const constant = constantOf(property(scope, schema, wire)?.value ?? null);
  return given !== null ? [given] : constant !== null ? [constant] : [];
}

/** The tag property as a schema describes it itself, in parts that are no component of their own too. */
function property(scope: Scope, schema: Located<JsonObject>, wire: string): Located<JsonObject> | null {
  const properties = childObject(schema, "properties");
  const own = properties === null ? null : child(properties, wire);
  if (own !== null) return deref(scope, own)?.target ?? null;
  const holder: Located = { value: member(schema.value, "allOf") ?? [], origin: `${schema.origin}/allOf` };
  for (const [i, part] of list(holder.value).entries()) {
    const inner = isObject(part) && text(member(part, "$ref")) === null ? childObject(holder, i) : null;
    const found = inner === null ? null : property(scope, inner, wire);
    if (found !== null) return found;
  }
  return null;
}

/**
 * An heir says which one it is: Cat: { allOf: [Pet, …] } → { allOf: [Pet, …], properties: { kind: { const: "Cat" } } }, for each discriminator above it.
 */
export function taggedHeir(scope: Scope, component: Component): Located<JsonObject> {
  const { schema } = component;
  const above = lineage(scope, schema).filter((one) => ownTag(one) !== null);
  const properties = new Map<string, JsonObject>();
  for (const owner of above) {
    const wire = ownTag(owner) ?? "";
    const isAbove = owner.origin !== schema.origin || heirsOfOne(scope, component).length > 0;
    const carrier = carrierOf(scope, component, wire);
    const values = owner.origin === schema.origin ? ownValues(scope, component, wire) : tagValues(scope, carrier, wire);
    const [value, ...others] = values;
    if (!isAbove || properties.has(wire) || value === undefined || others.length > 0) continue;
    const described = property(scope, owner, wire)?.value ?? {};
    const { description } = described;
    properties.set(wire, { ...(description === undefined ? {} : { description }), const: value });
  }
  if (properties.size === 0) return schema;
  const value = { ...schema.value, properties: { ...objectOf(member(schema.value, "properties")), ...Object.fromEntries(properties) } };
  return { value, origin: schema.origin };
}

/** Of a family in a family the tag of the outer one is that of the inner parent. */
function carrierOf(scope: Scope, component: Component, wire: string): Component {
  if (writtenValues(scope, component.schema, wire).length > 0) return component;
  const inner = included(scope, component.schema).find(({ schema }) => {
    const tag = ownTag(schema);
    return tag !== null && tag !== wire && lineage(scope, schema).some((one) => ownTag(one) === wire);
  });
  return inner === undefined ? component : carrierOf(scope, inner, wire);
}
