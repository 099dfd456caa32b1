import type { Json, JsonObject } from "../../../generator/ir/json.js";

/**
 * A document whose schemas are JSON Schema, of OpenAPI 3.0 and of those that say 3.1 and are half of 3.0: `nullable` becomes a type, a limit that is exclusive by a flag becomes
 * one by a number. OpenAPI 3.0.3, 4.7.24.
 *
 *     { type: string, nullable: true, enum: [a] }   →   { type: [string, null], enum: [a, null] }
 */
export function upgraded(document: JsonObject): JsonObject {
  const isOld = String(document.openapi).startsWith("3.0.");
  return { ...objectOf(visit(document, isOld)), openapi: "3.1.0" };
}

function visit(value: Json, isOld: boolean): Json {
  if (Array.isArray(value)) return value.map((item: Json) => visit(item, isOld));
  if (typeof value !== "object" || value === null) return value;
  // What stands beside a reference is not read there.
  const { $ref } = objectOf(value);
  if (isOld && typeof $ref === "string") return { $ref };
  const copy: Record<string, Json> = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, key === "example" || key === "examples" ? child : visit(child, isOld)]),
  );
  for (const [flag, limit] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof copy[flag] !== "boolean") continue;
    if (copy[flag] && typeof copy[limit] === "number") copy[flag] = copy[limit];
    else delete copy[flag];
  }
  // Nothing at all would fit; validators refuse it.
  if (Array.isArray(copy.enum) && copy.enum.length === 0) delete copy.enum;
  const { nullable } = copy;
  if (typeof nullable === "boolean") delete copy.nullable;
  if (nullable !== true) return copy;
  if (Array.isArray(copy.enum) && !copy.enum.includes(null)) copy.enum = [...copy.enum, null];
  // Without a type it says nothing by the letter, and means this.
  return typeof copy.type === "string" ? { ...copy, type: [copy.type, "null"] } : { anyOf: [copy, { type: "null" }] };
}

function objectOf(value: Json): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
