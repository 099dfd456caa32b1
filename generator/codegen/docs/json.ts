import { isObject, type Json } from "../../ir/json.js";
import { jsonText } from "../jsonText.js";

/** A value as the example column shows it: a string as it is, a structure as JSON with one token per line. `nothing`: how null is written. */
export function exampleCell(value: Json, nothing: string): string {
  if (value === null) return nothing;
  return typeof value === "object" ? structure(value) : String(value);
}

function structure(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n${value.map(structure).join(",\n")}\n]`;
  if (isObject(value)) {
    const parts = Object.entries(value).map(([key, inner]) => `${escaped(key)}: ${structure(inner)}`);
    return parts.length === 0 ? "{}" : `{\n${parts.join(",\n")}\n}`;
  }
  return escaped(value);
}

function escaped(value: Json): string {
  return jsonText(value, /[<>&\u2028\u2029]/g);
}
