import { type JsonObject, member, text } from "../ir/json.js";
import type { Limits, Type } from "../ir/types.js";

/** Reads a schema without parts by its `type` and `format`; an unknown type is "any". OpenAPI 3.1, 4.4 and its format registry. */
export function lowerPrimitive(kind: string | null, schema: JsonObject): Type {
  const format = text(member(schema, "format"));
  switch (kind) {
    case "boolean":
      return { kind: "boolean" };
    case "null":
      return { kind: "null" };
    case "integer":
      return { kind: "integer", wire: "number", limits: limitsOf(schema) };
    case "number":
      return format === "decimal" ? { kind: "decimal", wire: "number" } : { kind: "number", limits: limitsOf(schema) };
    case "file":
      return { kind: "file" };
    case "string":
      return lowerString(format, schema);
    default:
      return { kind: "any" };
  }
}

function lowerString(format: string | null, schema: JsonObject): Type {
  const encoding = text(member(schema, "contentEncoding"));
  if (encoding === "base64" || encoding === "base64url") return { kind: "bytes", wire: encoding };
  switch (format) {
    case "date-time":
      return { kind: "instant", wire: "rfc3339" };
    case "date":
      return { kind: "date" };
    case "time":
      return { kind: "time" };
    case "duration":
      return { kind: "duration", wire: "iso8601" };
    case "binary":
      return { kind: "file" };
    case "byte":
      return { kind: "bytes", wire: "base64" };
    case "decimal":
      return { kind: "decimal", wire: "string" };
    case "bigint":
      return { kind: "integer", wire: "string", limits: null };
    default:
      return { kind: "string", format, limits: limitsOf(schema) };
  }
}

function limitsOf(schema: JsonObject): Limits | null {
  const number = (...keys: readonly string[]): number | null => {
    for (const key of keys) {
      const found = member(schema, key);
      if (typeof found === "number") return found;
    }
    return null;
  };
  const limits: Limits = {
    min: number("minimum", "minLength", "exclusiveMinimum"),
    max: number("maximum", "maxLength", "exclusiveMaximum"),
    multipleOf: number("multipleOf"),
  };
  return Object.values(limits).every((limit) => limit === null) ? null : limits;
}
