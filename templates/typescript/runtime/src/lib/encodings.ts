import { isRecord } from "./codec.js";
import { InvalidRequestError } from "./errors.js";

/** How one parameter is written: OpenAPI 3.1, 4.8.12, "Style Values". */
export type ParameterEncoder = (name: string, value: unknown, form: ParameterForm) => string;

export interface ParameterForm {
  readonly explode: boolean;
  readonly quote: (text: string) => string;
}

/** Percent-encoded, but for what has no meaning anywhere: letters, digits, `-`, `.`, `_` and `~`. RFC 3986, 2.3. */
export function escapeValue(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** For `allowReserved`: what a query can hold stands as it is, except for what ends a value there. */
export function escapeUnreserved(text: string): string {
  return encodeURI(text).replace(/[&+#']/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** For `allowReserved` in a path: what a path can hold stands as it is, slashes too, except for what styles put between values. */
export function escapeInPath(text: string): string {
  return encodeURI(text).replace(/[?#,;=]/g, encodeURIComponent);
}

/** For forms. */
export function escapePlus(text: string): string {
  return escapeValue(text).replaceAll("%20", "+");
}

/** Headers are not percent-encoded. */
export function escapeNothing(text: string): string {
  return text;
}

/** `a,b`, and of an object `k,v,k,v` or `k=v,k=v`. */
export const simple: ParameterEncoder = (_name, value, form) => listed(value, form, ",");

/** `.a.b`, and of an object `.k=v.k=v`; a dot of a value is no separator. */
export const label: ParameterEncoder = (_name, value, form) => {
  const quote = (text: string): string => form.quote(text).replaceAll(".", "%2E");
  return `.${listed(value, { ...form, quote }, form.explode ? "." : ",")}`;
};

/** `;name=a;name=b`, or `;name=a,b`. */
export const matrix: ParameterEncoder = (name, value, form) => {
  const found = form.explode ? pairs(name, value, form) : [`${name}=${listed(value, form, ",")}`];
  return found.map((pair) => `;${pair.replace(/=$/, "")}`).join("");
};

/** `name=a&name=b`, or `name=a,b`; an object brings its own names. */
export const form: ParameterEncoder = (name, value, form) => delimited(name, value, form, ",");

/** `name=a%20b` */
export const spaceDelimited: ParameterEncoder = (name, value, form) => delimited(name, value, form, " ");

/** `name=a%7Cb` */
export const pipeDelimited: ParameterEncoder = (name, value, form) => delimited(name, value, form, "|");

/** `name=a%09b` */
export const tabDelimited: ParameterEncoder = (name, value, form) => delimited(name, value, form, "\t");

/**
 * `name[key]=v&name[key][inner]=w`, the brackets percent-encoded: RFC 3986 keeps them for addresses. A list repeats the name, one that holds lists or objects
 * numbers its items: `name[0][key]=v`.
 */
export const deepObject: ParameterEncoder = (name, value, form) => {
  const numbered = Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null);
  if (!numbered && !isRecord(value)) {
    return pairs(name, value, form).join("&");
  }
  return Object.entries(value)
    .filter(([, item]) => isPresent(item))
    .map(([key, item]) => deepObject(`${name}%5B${form.quote(key)}%5D`, item, form))
    .filter((text) => text !== "")
    .join("&");
};

/** `content: { application/json: … }` in a query or a cookie. */
export const jsonPair: ParameterEncoder = (name, value, form) => `${name}=${form.quote(JSON.stringify(value))}`;

/** The same in a path or a header, or as a whole query. */
export const jsonText: ParameterEncoder = (_name, value, form) => form.quote(JSON.stringify(value));

/** Whether a value is a list or an object that has no value in it: there is nothing to write. */
export function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Object.values(value).some(isPresent);
}

function listed(value: unknown, form: ParameterForm, separator: string): string {
  if (form.explode && isRecord(value)) {
    return entriesOf(value)
      .map(([key, item]) => `${form.quote(key)}=${form.quote(textOf(item))}`)
      .join(separator);
  }
  return partsOf(value).map(form.quote).join(separator);
}

function delimited(name: string, value: unknown, form: ParameterForm, separator: string): string {
  if (form.explode || !(Array.isArray(value) || isRecord(value))) {
    return pairs(name, value, form).join("&");
  }
  const parts = partsOf(value);
  if (parts.length === 0) {
    return "";
  }
  if (separator === ",") {
    return `${name}=${parts.map((part) => form.quote(part).replaceAll(",", "%2C")).join(",")}`;
  }
  if (parts.some((part) => part.includes(separator))) {
    throw new InvalidRequestError(`A value of "${name}" holds ${JSON.stringify(separator)}, which stands between its values`);
  }
  return `${name}=${parts.map(form.quote).join(form.quote(separator))}`;
}

/** `name=value` for each value; an object brings its own names, and its lists repeat theirs. */
function pairs(name: string, value: unknown, form: ParameterForm): string[] {
  if (!isRecord(value)) {
    return partsOf(value).map((part) => `${name}=${form.quote(part)}`);
  }
  return entriesOf(value).flatMap(([key, of]) =>
    (Array.isArray(of) ? of : [of]).filter(isPresent).map((item) => `${form.quote(key)}=${form.quote(textOf(item))}`),
  );
}

/** The texts of a list, of an object in turn `k`, `v`, or of a value alone; null is none. */
function partsOf(value: unknown): string[] {
  return isRecord(value)
    ? entriesOf(value).flatMap(([key, item]) => [key, textOf(item)])
    : (Array.isArray(value) ? value : [value]).filter(isPresent).map(textOf);
}

function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => isPresent(item));
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** What a style cannot nest any deeper is JSON. */
function textOf(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}
