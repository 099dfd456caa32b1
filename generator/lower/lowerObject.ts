import { partAddress } from "../ir/address.js";
import type { TypeId } from "../ir/ids.js";
import { isObject, type JsonObject, list, member } from "../ir/json.js";
import type { Field, Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { eventData } from "./eventStream.js";
import { namedBy } from "./lowerDocs.js";
import { anything, isImpossible, lowerSchema, refTo } from "./lowerSchema.js";
import { lowerSlot, titleOf } from "./lowerSlot.js";
import { lowerXml } from "./lowerXml.js";
import { below, child, childObject, children, deref, refOf, type Scope, type Spot } from "./scope.js";

/** The parts of an object, gathered from one schema or from all parts of an `allOf`. */
export interface ObjectParts {
  readonly properties: readonly Property[];
  readonly required: ReadonlySet<string>;
  readonly rest: { readonly schema: Located | null; readonly spot: Spot } | null;
}

export interface Property {
  readonly wire: string;
  readonly schema: Located;
  /** The spot of the object that declares it: a property that comes from a component by `allOf` shares its inline types. */
  readonly owner: Spot;
}

/**
 * { type: object, properties, additionalProperties } → an object type in the table; without properties a map; without either what the options say.
 */
export function lowerObject(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const parts = objectParts(scope, schema, spot);
  if (parts.properties.length === 0) {
    if (parts.rest !== null)
      return { kind: "map", values: parts.rest.schema === null ? anything : lowerSchema(scope, parts.rest.schema, parts.rest.spot) };
    const closed = member(schema.value, "additionalProperties") === false;
    if (scope.options.freeObject === "map" && !closed && !isComponent(spot)) return { kind: "map", values: anything };
  }
  return defineObject(scope, schema, spot, parts);
}

function isComponent(spot: Spot): boolean {
  return spot.trail.length === 1 && spot.trail[0]?.role === "component";
}

export function objectParts(scope: Scope, schema: Located<JsonObject>, spot: Spot): ObjectParts {
  const properties = propertiesOf(scope, schema).map(([wire, property]) => ({ wire, schema: property, owner: spot }));
  const required = new Set(list(member(schema.value, "required")).filter((name) => typeof name === "string"));
  return { properties, required, rest: restOf(schema, spot) };
}

/** A text under the key `$ref` is a reference to the whole map of properties; a schema there is a property of that name. */
function propertiesOf(scope: Scope, schema: Located<JsonObject>): readonly (readonly [string, Located])[] {
  const written = childObject(schema, "properties");
  if (written === null || refOf(written) === null) return children(written);
  return [...children(deref(scope, written)?.target ?? null), ...children(written).filter(([wire]) => wire !== "$ref")];
}

/** additionalProperties, else a single pattern of patternProperties, else unevaluatedProperties. */
function restOf(schema: Located<JsonObject>, spot: Spot): ObjectParts["rest"] {
  const patterns = children(childObject(schema, "patternProperties"));
  const additional = child(schema, "additionalProperties") ?? child(schema, "unevaluatedProperties");
  const found = additional !== null && additional.value !== false ? additional : patterns.length === 1 ? (patterns[0]?.[1] ?? null) : null;
  if (found === null) return patterns.length > 1 ? { schema: null, spot: below(spot, "values", "") } : null;
  const open = found.value === true || (isObject(found.value) && Object.keys(found.value).length === 0);
  return { schema: open ? null : found, spot: below(spot, "values", "", titleOf(found)) };
}

export function defineObject(scope: Scope, schema: Located<JsonObject>, spot: Spot, parts: ObjectParts): Type {
  const id = scope.types.enter(spot.address, schema.origin);
  if (!scope.types.begin(id)) return refTo(id);
  const present = parts.properties.filter(({ wire, schema: one }) => parts.required.has(wire) || !isImpossible(one));
  const names = present.map(({ wire }) => wire);
  const fields = present.map((property) => {
    const schema = eventData(names, property.wire, property.schema);
    return lowerField(scope, id, { ...property, schema }, parts.required.has(property.wire));
  });
  const rest = parts.rest === null ? null : parts.rest.schema === null ? anything : lowerSchema(scope, parts.rest.schema, parts.rest.spot);
  scope.types.define({
    kind: "object",
    ...namedBy(schema, id, spot),
    fields,
    rest,
  });
  return refTo(id);
}

function lowerField(scope: Scope, holder: TypeId, property: Property, required: boolean): Field {
  const spot = below(property.owner, "property", property.wire, titleOf(property.schema));
  const { value } = property.schema;
  const target = deref(scope, property.schema)?.target.value ?? value;
  const flag = (key: string): boolean => member(value, key) === true || member(target, key) === true;
  return {
    ...lowerSlot(scope, property.wire, property.schema, spot, required ? "required" : "optional"),
    // Inline types belong to the object that declares the property, the field itself to the object that has it.
    address: partAddress(holder, "property", property.wire),
    direction: flag("readOnly") ? "readOnly" : flag("writeOnly") ? "writeOnly" : "both",
    role: member(value, "x-speakeasy-error-message") === true ? "errorMessage" : "plain",
    xml: lowerXml(scope, property.schema, property.wire),
  };
}
