import type { Json } from "../../../generator/ir/json.js";
import { below, childrenOf, flagAt, type Place, textAt } from "./place.js";

/** One name and its value as they were sent; the value is still encoded. */
export type Pair = readonly [name: string, raw: string];

/** How a value is written as text. OpenAPI 3.1, 4.8.12.4; RFC 6570. */
export interface Writing {
  readonly style: string;
  readonly explode: boolean;
}

/** What a text can mean: a scalar, a list and an object look alike, so the schema chooses. */
export type Readings = readonly Json[];

/**
 * The readings of one text.
 *
 *     { style: "simple", explode: false }, "a,b"   →   "a,b", ["a", "b"], { a: "b" }
 *     { style: "label", explode: true }, ".x=1.y=2"   →   "x=1.y=2", ["x=1", "y=2"], { x: "1", y: "2" }
 */
export function readingsOf(name: string, raw: string, { style, explode }: Writing, decode: (raw: string) => string): Readings {
  const [text, separator] = separated(name, raw, style, explode);
  if (text === null) return [];
  const parts = text.split(separator);
  const entries = explode
    ? parts.map((part) => part.split(/=(.*)/s))
    : parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1]]] : []));
  const object = entries.flatMap(([key, value]) =>
    key === undefined || value === undefined ? [] : [[decode(key), decode(value)] as const],
  );
  // What stands as ";list=a;list=b" names itself each time.
  const items = style === "matrix" && explode ? object.map(([, value]) => value) : parts.map(decode);
  const scalar = style === "matrix" && explode ? (items[0] ?? "") : decode(text);
  return [scalar, items, ...(object.length === entries.length ? [Object.fromEntries(object)] : [])];
}

/** Text without its prefix, and what stands between its parts; null where the prefix is missing. */
function separated(name: string, raw: string, style: string, explode: boolean): readonly [text: string | null, separator: string | RegExp] {
  switch (style) {
    case "label":
      return [raw.startsWith(".") ? raw.slice(1) : null, explode ? "." : ","];
    case "matrix": {
      const prefix = explode ? ";" : `;${name}=`;
      return [raw.startsWith(prefix) ? raw.slice(prefix.length) : null, explode ? ";" : ","];
    }
    case "spaceDelimited":
      return [raw, /%20|\+| /];
    case "pipeDelimited":
      return [raw, /%7C|\|/i];
    case "simple":
    case "form":
      return [raw, ","];
    default:
      throw new Error(`nobody knows the style ${style}`);
  }
}

/**
 * The readings of a query parameter or of a form's field, and the pairs that it took; null where none is its.
 *
 *     { style: "form", explode: true }, tags=a&tags=b   →   ["a", "b"]
 *     { style: "deepObject", explode: true }, f[min]=1&f[kinds]=a&f[kinds]=b   →   { min: "1", kinds: ["a", "b"] }
 */
export function takePairs(
  name: string,
  schema: Place | null,
  writing: Writing,
  pairs: readonly Pair[],
): { readonly taken: readonly Pair[]; readonly readings: Readings } | null {
  const own = pairs.filter(([key]) => key === name);
  if (writing.style === "deepObject") {
    const members = pairs.flatMap((pair) => (memberOf(name, pair) === null ? [] : [pair]));
    return members.length === 0 ? null : { taken: members, readings: [gathered(schema, members, (pair) => memberOf(name, pair) ?? "")] };
  }
  if (own.length > 0 && writing.explode) {
    const values = own.map(([, raw]) => decodeQuery(raw));
    return { taken: own, readings: [...(values.length === 1 ? values : []), values] };
  }
  if (own.length > 0) {
    // Once only: the second of two would be lost.
    const [first] = own;
    return own.length > 1 || first === undefined
      ? { taken: own, readings: [] }
      : { taken: own, readings: readingsOf(name, first[1], writing, decodeQuery) };
  }
  const names = propertiesOf(schema);
  // Whoever calls has taken out what belongs to others.
  const spread = writing.explode ? pairs.filter(([key]) => names.has(key) || isOpen(schema)) : [];
  return spread.length === 0 ? null : { taken: spread, readings: [gathered(schema, spread, ([key]) => key)] };
}

/** Values by name; a name that comes again makes a list, as does one whose schema is a list. */
function gathered(schema: Place | null, pairs: readonly Pair[], nameOf: (pair: Pair) => string): Json {
  const lists = new Map<string, string[]>();
  for (const pair of pairs) lists.set(nameOf(pair), [...(lists.get(nameOf(pair)) ?? []), decodeQuery(pair[1])]);
  const values = [...lists].map(([name, all]): readonly [string, Json] => [
    name,
    all.length > 1 || isListed(schema, name) ? all : (all[0] ?? ""),
  ]);
  return Object.fromEntries(values);
}

/** Whether a schema says that it takes other names as well. */
function isOpen(schema: Place | null): boolean {
  const rest = schema === null ? null : (below(schema, "additionalProperties") ?? below(schema, "unevaluatedProperties"));
  return rest !== null && rest.value !== false;
}

/** Whether a property can only be a list. */
export function isListed(schema: Place | null, name: string): boolean {
  const field = schema === null ? null : below(schema, "properties", name);
  return field !== null && textAt(field, "type") === "array";
}

/** "filter[min]" → "min". */
function memberOf(name: string, [key]: Pair): string | null {
  return key.startsWith(`${name}[`) && key.endsWith("]") ? key.slice(name.length + 1, -1) : null;
}

/** The names that a schema knows, with those of the schemas that it is made of. */
export function propertiesOf(schema: Place | null, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (schema === null || seen.has(schema.pointer)) return new Set();
  const within = new Set([...seen, schema.pointer]);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => [...childrenOf(below(schema, key)).values()]);
  return new Set([...childrenOf(below(schema, "properties")).keys(), ...parts.flatMap((part) => [...propertiesOf(part, within)])]);
}

/** The pairs of a query or of a form. */
export function pairsOf(text: string): readonly Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part): Pair => {
      const [name = "", raw = ""] = part.split(/=(.*)/s);
      return [decodeQuery(name), raw];
    });
}

export function decodeQuery(raw: string): string {
  return decodeURIComponent(raw.replaceAll("+", " "));
}

/** Style and explode of a parameter, of a header or of a form's field, with what holds where the document is silent. */
export function writingOf(place: Place | null, usual: string): Writing {
  const style = textAt(place, "style") ?? usual;
  return { style, explode: flagAt(place, "explode") ?? style === "form" };
}
