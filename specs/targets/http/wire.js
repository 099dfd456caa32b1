/** @import { Json, Parameter } from "sdksmith/target" */

/** How parameters travel: https://spec.openapis.org/oas/v3.1.1#style-values. Braces are always encoded, so no value is read as a variable. */

/** What stands between the parts of one value; a style that is missing here does not compile. */
const separators = {
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
 * The pairs that a parameter is made of; in a query and in a cookie that is all.
 *
 *     tags: ["a", "b"]                        →  [["tags", "a"], ["tags", "b"]]
 *     filter: { from: 1 }, style deepObject   →  [["filter%5Bfrom%5D", "1"]]
 *
 * @param {Parameter} parameter @param {Json} value @returns {readonly (readonly [string, string])[]}
 */
export function pairsOf(parameter, value) {
  const { encoding } = parameter;
  const write = parameter.in === "header" ? (/** @type {string} */ text) => text : encode;
  const name = write(parameter.wire);
  if (parameter.in === "querystring" && isObject(value)) return exploded(name, value, write);
  if (encoding.kind === "content") return [[name, write(typeof value === "string" ? value : JSON.stringify(value))]];
  const item = encoding.allowReserved ? (/** @type {string} */ text) => encodeReserved(text).replace(/[&#+]/g, encode) : write;
  if (encoding.style === "deepObject") return deep(name, value, item);
  if (encoding.explode) return exploded(name, value, item);
  const parts = isList(value) ? value : isObject(value) ? Object.entries(value).flat() : [value];
  return [[name, parts.map((part) => item(scalar(part))).join(separators[encoding.style])]];
}

/** The text of a parameter in a path or a header. @param {Parameter} parameter @param {Json} value */
export function textOf(parameter, value) {
  const { encoding } = parameter;
  const pairs = pairsOf(parameter, value);
  if (encoding.kind === "styled" && encoding.style === "matrix") return pairs.map(([name, text]) => `;${name}=${text}`).join("");
  const isLabel = encoding.kind === "styled" && encoding.style === "label";
  const isExploded = encoding.kind === "styled" && encoding.explode;
  const texts = pairs.map(([name, text]) => (isExploded && isObject(value) ? `${name}=${text}` : text));
  return `${isLabel ? "." : ""}${texts.join(isLabel && isExploded ? "." : ",")}`;
}

/** @typedef {(text: string) => string} Write */

/** @param {string} name @param {Json} value @param {Write} write @returns {readonly (readonly [string, string])[]} */
export function exploded(name, value, write) {
  if (isObject(value)) return Object.entries(value).map(([key, of]) => [write(key), write(scalar(of))]);
  return [value].flat().map((item) => [name, write(scalar(item))]);
}

/** @param {string} name @param {Json} value @param {Write} write @returns {readonly (readonly [string, string])[]} */
function deep(name, value, write) {
  if (!isObject(value)) return exploded(name, value, write);
  return Object.entries(value).flatMap(([key, of]) => deep(`${name}%5B${encode(key)}%5D`, of, write));
}

/** @param {Json} value */
export function scalar(value) {
  return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** @param {Json} value @returns {value is readonly Json[]} */
export function isList(value) {
  return Array.isArray(value);
}

/** @param {Json} value @returns {value is { readonly [key: string]: Json }} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {string} text */
export function encode(text) {
  return encodeURIComponent(text.toWellFormed());
}

/** Keeps what has a meaning in URLs, and what is encoded already. @param {string} text */
export function encodeReserved(text) {
  return encodeURI(text.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, "%");
}
