import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { type Upgrade, upgradeMap, type Written } from "./upgrade.js";
import { methods, upgradeOperation, upgradePathItem, upgradeResponse } from "./upgradeOperation.js";
import { upgradeParameter } from "./upgradeParameter.js";
import { upgradeSchema } from "./upgradeSchema.js";

/**
 * A file that a 2.0 document refers to. It keeps its layout, so pointers into it stay right; each object in it is upgraded as what it looks like,
 * for a file of parts (`definitions: {…}`, or one schema alone) does not say what they are. A file that is an OpenAPI 3.x document stays as it is.
 */
export function upgradeFragment(upgrade: Upgrade, value: Json, at: Written): Json {
  if (!isObject(value) || member(value, "openapi") !== undefined) return value;
  if (isPathItem(value)) return upgradePathItem(upgrade, value, at);
  if (isObject(member(value, "responses")) && member(value, "swagger") === undefined && hasStatus(member(value, "responses"))) {
    return upgradeOperation(upgrade, value, at);
  }
  if (typeof member(value, "in") === "string" && typeof member(value, "name") === "string")
    return upgradeParameterFragment(upgrade, value, at);
  if (isSchema(value)) return upgradeSchema(upgrade, value, at);
  if (isResponse(value)) return upgradeResponse(upgrade, value, at, upgrade.produces);
  return upgradeMap(value, at, (item, here) => upgradeFragment(upgrade, item, here));
}

/** Bodies and form fields are upgraded by the operations that refer to them. */
function upgradeParameterFragment(upgrade: Upgrade, parameter: JsonObject, at: Written): JsonObject {
  const where = member(parameter, "in");
  return where === "body" || where === "formData" ? parameter : upgradeParameter(upgrade, parameter, at);
}

function isPathItem(value: JsonObject): boolean {
  return Object.entries(value).some(([key, item]) => methods.has(key) && isObject(member(item, "responses")));
}

function hasStatus(responses: Json | undefined): boolean {
  return isObject(responses) && Object.keys(responses).some((key) => /^(\d{3}|default)$/.test(key));
}

function isSchema(value: JsonObject): boolean {
  if (["properties", "allOf", "items", "additionalProperties"].some((key) => typeof member(value, key) === "object")) return true;
  return typeof member(value, "$ref") === "string" || typeof member(value, "type") === "string" || Array.isArray(member(value, "enum"));
}

function isResponse(value: JsonObject): boolean {
  return typeof member(value, "description") === "string" && ["schema", "headers", "examples"].some((key) => isObject(member(value, key)));
}
