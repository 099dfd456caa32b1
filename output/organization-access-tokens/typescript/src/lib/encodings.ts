import { isRecord } from "./codec.js";

/** How one parameter is written: OpenAPI 3.1, 4.8.12, "Style Values". */
export type ParameterEncoder = (name: string, value: unknown, form: ParameterForm) => string;

export interface ParameterForm {
  readonly explode: boolean;
  readonly quote: (text: string) => string;
}

/** For `allowReserved`: what has a meaning in a query is escaped all the same. */
export function escapeUnreserved(text: string): string {
  return encodeURI(text).replace(/[&=+#?]/g, encodeURIComponent);
}

/** Headers and cookies are not percent-encoded. */
export function escapeNothing(text: string): string {
  return text;
}

/** `a,b`, and of an object `k,v,k,v` or `k=v,k=v`. */
export const simple: ParameterEncoder = (_name, value, form) => listed(value, form, ",");

/** `.a.b`, and of an object `.k=v.k=v`. */
export const label: ParameterEncoder = (_name, value, form) => `.${listed(value, form, form.explode ? "." : ",")}`;

/** `;name=a;name=b`, or `;name=a,b`. */
export const matrix: ParameterEncoder = (name, value, form) => {
  if (!form.explode || !(Array.isArray(value) || isRecord(value))) {
    const text = listed(value, { ...form, explode: false }, ",");
    return text === "" ? `;${name}` : `;${name}=${text}`;
  }
  return pairs(name, value, form)
    .map((pair) => `;${pair}`)
    .join("");
};

/** `name=a&name=b`, or `name=a,b`; an object brings its own names. */
export const form: ParameterEncoder = (name, value, form) => delimited(name, value, form, ",");

/** `name=a%20b` */
export const spaceDelimited: ParameterEncoder = (name, value, form) => delimited(name, value, form, "%20");

/** `name=a%7Cb` */
export const pipeDelimited: ParameterEncoder = (name, value, form) => delimited(name, value, form, "%7C");

/** `name=a%09b` */
export const tabDelimited: ParameterEncoder = (name, value, form) => delimited(name, value, form, "%09");

/** `name[key]=v&name[key][inner]=w`, the brackets percent-encoded: RFC 3986 keeps them for addresses. */
export const deepObject: ParameterEncoder = (name, value, form) => {
  if (!isRecord(value)) {
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

/** The same in a path or a header. */
export const jsonText: ParameterEncoder = (_name, value, form) => form.quote(JSON.stringify(value));

function listed(value: unknown, form: ParameterForm, separator: string): string {
  if (Array.isArray(value)) {
    return value
      .filter(isPresent)
      .map((item) => textOf(item, form))
      .join(separator);
  }
  if (isRecord(value)) {
    const between = form.explode ? "=" : ",";
    return Object.entries(value)
      .filter(([, item]) => isPresent(item))
      .map(([key, item]) => `${form.quote(key)}${between}${textOf(item, form)}`)
      .join(separator);
  }
  return textOf(value, form);
}

function delimited(name: string, value: unknown, form: ParameterForm, separator: string): string {
  if (form.explode || !(Array.isArray(value) || isRecord(value))) {
    return pairs(name, value, form).join("&");
  }
  const text = listed(value, form, separator);
  return text === "" ? "" : `${name}=${text}`;
}

/** `name=value` for each value; an empty list or object gives none. */
function pairs(name: string, value: unknown, form: ParameterForm): string[] {
  if (Array.isArray(value)) {
    return value.filter(isPresent).map((item) => `${name}=${textOf(item, form)}`);
  }
  if (isRecord(value)) {
    return Object.entries(value)
      .filter(([, item]) => isPresent(item))
      .flatMap(([key, item]) => (Array.isArray(item) ? pairs(form.quote(key), item, form) : [`${form.quote(key)}=${textOf(item, form)}`]));
  }
  return isPresent(value) ? [`${name}=${textOf(value, form)}`] : [];
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** What a style cannot nest any deeper is JSON. */
function textOf(value: unknown, form: ParameterForm): string {
  return form.quote(typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? ""));
}
