import type { Json } from "../../../../generator/ir/json.js";
import { below, childrenOf, type Place, textAt } from "../../contract/place.js";
import type { Readings } from "../../contract/readings.js";

/** What kinds of JSON a schema allows, with those of the schemas that it is made of: { anyOf: [{ type: string }, { enum: [1] }] } → string, number. */
export function kindsOf(schema: Place | null, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (schema === null || seen.has(schema.pointer)) return new Set();
  const within = new Set([...seen, schema.pointer]);
  const types = below(schema, "type")?.value;
  const own = typeof types === "string" ? [types] : Array.isArray(types) ? types.map(String) : [];
  const values = [below(schema, "const"), ...childrenOf(below(schema, "enum")).values()];
  const literal = values.flatMap((place) => (place === null ? [] : [place.value === null ? "null" : typeof place.value]));
  const structure = [
    ...(below(schema, "properties") === null && below(schema, "additionalProperties") === null ? [] : ["object"]),
    ...(below(schema, "items") === null ? [] : ["array"]),
  ];
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => [...childrenOf(below(schema, key)).values()]);
  return new Set([...own, ...literal, ...structure, ...parts.flatMap((part) => [...kindsOf(part, within)])]);
}

/** The schema of a member of an object, found in the schemas that it is made of as well. */
export function memberOf(schema: Place | null, name: string): Place | null {
  if (schema === null) return null;
  const own =
    below(schema, "properties", name) ??
    partsOf(schema)
      .map((part) => memberOf(part, name))
      .find((found) => found !== null);
  if (own !== undefined && own !== null) return own;
  return below(schema, "additionalProperties") ?? below(schema, "unevaluatedProperties");
}

export function partsOf(schema: Place): readonly Place[] {
  return ["allOf", "anyOf", "oneOf"].flatMap((key) => [...childrenOf(below(schema, key)).values()]);
}

/** The reading that has the shape of the schema, its texts as numbers and booleans where the schema says so. */
export function chosen(schema: Place | null, readings: Readings): Json {
  const kinds = kindsOf(schema);
  const list = readings.find((one) => Array.isArray(one));
  const object = readings.find((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  const scalar = readings.find((one) => typeof one !== "object");
  const found = kinds.has("array") ? list : kinds.has("object") ? object : scalar;
  return typed(schema, found ?? readings[0] ?? "");
}

/** What a text means by its schema: { type: integer }, "12" → 12. */
export function typed(schema: Place | null, value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => typed(schema === null ? null : below(schema, "items"), item));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed(memberOf(schema, key), item)]));
  }
  if (typeof value !== "string") return value;
  const kinds = kindsOf(schema);
  if ((kinds.has("integer") || kinds.has("number")) && value !== "" && Number.isFinite(Number(value))) return Number(value);
  if (kinds.has("boolean") && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return value;
}

/** Whether the schema is text that stands for bytes. */
export function isText(schema: Place | null): boolean {
  return schema !== null && textAt(schema, "type") === "string";
}
