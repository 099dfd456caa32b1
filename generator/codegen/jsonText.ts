import type { Json } from "../ir/json.js";

/** A value as JSON whose characters that `unsafe` finds, in the place where it will stand, are escaped too. RFC 8259, 7. */
export function jsonText(value: Json, unsafe: RegExp): string {
  return JSON.stringify(value).replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
