import { assertNever } from "../../diagnostics/diagnostic.js";
import type { Json } from "../../ir/json.js";
import type { Parameter, ParameterEncoding } from "../../ir/operation.js";
import { isRecord } from "../docs/json.js";
import { encodeUnsafe, percentEncode } from "./percent.js";

/** How parameters travel: https://spec.openapis.org/oas/v3.1.1#style-values. */

/** A name and its text, as they stand in the request: encoded in a query, a cookie and a form, plain in a header. */
export type Pair = readonly [name: string, text: string];
type Write = (text: string) => string;
type Style = Extract<ParameterEncoding, { kind: "styled" }>["style"];

/** What stands between the parts of one value in a query; a style that is missing here does not compile. */
const separators: { readonly [S in Style]: string } = {
  simple: ",",
  label: ",",
  matrix: ",",
  form: ",",
  deepObject: ",",
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
  tabDelimited: "%09",
};

/**
 * The pairs of a parameter in a query, a cookie or a form; null, an empty list and an empty object are none.
 *
 *     tags: ["a", "b"]                        →  [["tags", "a"], ["tags", "b"]]
 *     filter: { from: 1 }, style deepObject   →  [["filter%5Bfrom%5D", "1"]]
 */
export function parameterPairs(wire: string, encoding: ParameterEncoding, value: Json): readonly Pair[] {
  const name = percentEncode(wire);
  if (encoding.kind === "content") return [[name, percentEncode(typeof value === "string" ? value : JSON.stringify(value))]];
  const write: Write = encoding.allowReserved ? (text) => encodeUnsafe(text).replace(/[&#+]/g, percentEncode) : percentEncode;
  if (encoding.style === "deepObject") return deepPairs(name, value, write);
  const pairs = encoding.explode ? exploded(name, value, write) : [];
  const parts = encoding.explode ? [] : partsOf(value).map(write);
  return parts.length === 0 ? pairs : [[name, parts.join(separators[encoding.style])]];
}

/** `{ a: 1, b: [2, 3] }` as a whole query: `a=1&b=2&b=3` */
export function recordPairs(value: Json): readonly Pair[] {
  return isRecord(value) ? exploded("", value, percentEncode) : [];
}

/**
 * The text of a parameter in a path or a header.
 *
 *     ["a", "b"], style label   →  ".a.b"
 *     { x: 1, y: 2 }, simple    →  "x=1,y=2" when exploded, else "x,1,y,2"
 */
export function parameterText({ wire, encoding, in: place }: Pick<Parameter, "wire" | "encoding" | "in">, value: Json): string {
  const write: Write = place === "header" ? (text) => text : percentEncode;
  if (encoding.kind === "content") return write(typeof value === "string" ? value : JSON.stringify(value));
  const { style, explode } = encoding;
  const name = write(wire);
  const pairs = explode ? exploded(name, value, write) : [[name, partsOf(value).map(write).join(",")] as const];
  const texts = pairs.map(([key, text]) => (explode && isRecord(value) ? `${key}=${text}` : text));
  switch (style) {
    case "matrix":
      return pairs.map(([key, text]) => `;${key}=${text}`).join("");
    case "label":
      return `.${texts.join(".")}`;
    case "simple":
    case "form":
    case "deepObject":
    case "spaceDelimited":
    case "pipeDelimited":
    case "tabDelimited":
      return texts.join(",");
    default:
      return assertNever(style);
  }
}

/** Text of what has no parts of its own: a list or an object in there is JSON. */
export function scalarText(value: Json): string {
  return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function exploded(name: string, value: Json, write: Write): readonly Pair[] {
  if (!isRecord(value)) return partsOf(value).map((part) => [name, write(part)]);
  return entriesOf(value).map(([key, of]) => [write(key), write(scalarText(of))]);
}

function deepPairs(name: string, value: Json, write: Write): readonly Pair[] {
  if (!isRecord(value)) return exploded(name, value, write);
  return entriesOf(value).flatMap(([key, of]) => deepPairs(`${name}%5B${percentEncode(key)}%5D`, of, write));
}

function partsOf(value: Json): readonly string[] {
  if (isRecord(value)) return entriesOf(value).flatMap(([key, of]) => [key, scalarText(of)]);
  return (Array.isArray(value) ? value : [value]).filter((part: Json) => part !== null).map(scalarText);
}

function entriesOf(value: { readonly [key: string]: Json }): readonly (readonly [string, Json])[] {
  return Object.entries(value).filter(([, of]) => of !== null);
}
