import { isObject, type Json } from "../ir/json.js";

/** A JSON value that is still being put together: fresh from a parser, or under the hands of an overlay. */
export type Draft = null | boolean | number | string | Draft[] | DraftObject;
export type DraftObject = { [key: string]: Draft };

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isDraftObject(value: Draft | undefined): value is DraftObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets a key of the document, `__proto__` too, which an assignment would take for something else. */
export function setOwn<T>(target: { [key: string]: T }, key: string, value: T): void {
  if (key === "__proto__") Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}

/** A deep copy that shares nothing with its original. */
export function copyOf(value: Json): Draft {
  if (isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  const copy: DraftObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copyOf(value[key] ?? null));
  return copy;
}

/** What a value is, in words: "a list". */
export function kindOf(value: Json): string {
  if (value === null) return "nothing (null)";
  if (isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "plain text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "an object";
  }
}

/** Percent-decoding that leaves a text alone which is not percent-encoded. */
export function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
