import { isObject, type Json } from "../../ir/json.js";
import type { Parameter, ParameterEncoding, ParameterStyle } from "../../ir/operation.js";
import { encodeReserved, encodeReservedInPath, percentEncode } from "./percent.js";

/** How parameters travel: https://spec.openapis.org/oas/v3.1.1#style-values. */

/** A name and its text, as they stand in the request: encoded in a query, a cookie and a form, plain in a header. */
export type Pair = readonly [name: string, text: string];
type Write = (text: string) => string;

/** What stands between the parts of one value in a query; a style that is missing here does not compile. */
const separators: { readonly [S in ParameterStyle]: string } = {
  simple: ",",
  label: ",",
  matrix: ",",
  form: ",",
  deepObject: ",",
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
  tabDelimited: "%09",
};

/** What the library of each language calls what writes a style: one that is missing here does not compile, and is missing there, too. */
export const styleWords: { readonly [S in ParameterStyle]: S } = {
  simple: "simple",
  label: "label",
  matrix: "matrix",
  form: "form",
  deepObject: "deepObject",
  spaceDelimited: "spaceDelimited",
  pipeDelimited: "pipeDelimited",
  tabDelimited: "tabDelimited",
};

/**
 * The pairs of a parameter in a query, a cookie or a form; null, an empty list and an empty object are none.
 *
 *     tags: ["a", "b"]                        →  [["tags", "a"], ["tags", "b"]]
 *     filter: { from: 1 }, style deepObject   →  [["filter%5Bfrom%5D", "1"]]
 */
export function parameterPairs(wire: string, encoding: ParameterEncoding, value: Json): readonly Pair[] {
  const name = percentEncode(wire);
  if (encoding.kind === "content") return [[name, percentEncode(JSON.stringify(value))]];
  const pairs = styledPairs(name, encoding, value);
  return pairs.length === 0 && encoding.allowEmpty && value !== null ? [[name, ""]] : pairs;
}

function styledPairs(name: string, encoding: Extract<ParameterEncoding, { kind: "styled" }>, value: Json): readonly Pair[] {
  const write = encoding.allowReserved ? encodeReserved : percentEncode;
  if (encoding.style === "deepObject") return deepPairs(name, value, write);
  if (encoding.explode || typeof value !== "object" || value === null) return exploded(name, value, write);
  const parts = partsOf(value).map((part) => write(part).replaceAll(",", "%2C"));
  return parts.length === 0 ? [] : [[name, parts.join(separators[encoding.style])]];
}

/** `{ a: 1, b: [2, 3] }` as a whole query: `a=1&b=2&b=3`, or JSON. */
export function recordPairs(encoding: ParameterEncoding, value: Json): readonly Pair[] {
  if (encoding.kind === "content") return [[percentEncode(JSON.stringify(value)), ""]];
  return isObject(value) ? exploded("", value, percentEncode) : [];
}

/**
 * The text of a parameter in a path or a header.
 *
 *     ["a", "b"], style label   →  ".a.b"
 *     { x: 1, y: 2 }, simple    →  "x=1,y=2" when exploded, else "x,1,y,2"
 */
export function parameterText({ wire, encoding, in: place }: Pick<Parameter, "wire" | "encoding" | "in">, value: Json): string {
  const plain: Write = place === "header" ? (text) => text : percentEncode;
  if (encoding.kind === "content") return plain(JSON.stringify(value));
  const { style, explode } = encoding;
  const held = place === "path" && encoding.allowReserved ? encodeReservedInPath : plain;
  // A dot of a value is no separator.
  const write: Write = style === "label" ? (text) => held(text).replaceAll(".", "%2E") : held;
  const name = percentEncode(wire);
  const parts =
    explode && isObject(value) ? entriesOf(value).map(([key, of]) => `${write(key)}=${write(scalarText(of))}`) : partsOf(value).map(write);
  switch (style) {
    case "matrix": {
      const pairs = explode ? exploded(name, value, write) : [[name, parts.join(",")]];
      return pairs.map(([key, text]) => (text === "" ? `;${key}` : `;${key}=${text}`)).join("");
    }
    case "label":
      return `.${parts.join(explode ? "." : ",")}`;
    case "simple":
    case "form":
    case "deepObject":
    case "spaceDelimited":
    case "pipeDelimited":
    case "tabDelimited":
      return parts.join(",");
  }
}

/** Text of what has no parts of its own: a list or an object in there is JSON. */
export function scalarText(value: Json): string {
  return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `name=a&name=b`; an object brings its own names, and its lists repeat theirs. */
function exploded(name: string, value: Json, write: Write): readonly Pair[] {
  if (!isObject(value)) return partsOf(value).map((part) => [name, write(part)]);
  return entriesOf(value).flatMap(([key, of]) => exploded(write(key), Array.isArray(of) ? of : scalarText(of), write));
}

/** A list repeats the name, one that holds lists or objects numbers its items. */
function deepPairs(name: string, value: Json, write: Write): readonly Pair[] {
  const numbered = Array.isArray(value) && value.some((item: Json) => typeof item === "object" && item !== null);
  if (!numbered && !isObject(value)) return exploded(name, value, write);
  return entriesOf(value).flatMap(([key, of]) => deepPairs(`${name}%5B${percentEncode(key)}%5D`, of, write));
}

function partsOf(value: Json): readonly string[] {
  if (isObject(value)) return entriesOf(value).flatMap(([key, of]) => [key, scalarText(of)]);
  return (Array.isArray(value) ? value : [value]).filter((part: Json) => part !== null).map(scalarText);
}

function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return Object.entries(value ?? {}).filter(([, of]: readonly [string, Json]) => of !== null);
}
