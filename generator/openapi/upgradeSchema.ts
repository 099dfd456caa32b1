import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { isArray, setOwn } from "../source/values.js";
import { grammar } from "./grammar.js";
import { below, type Fresh, type Upgrade, upgradeMap, upgradeReference, type Written } from "./upgrade.js";

/**
 * A Schema Object of 2.0 in the words of 3.x: references follow what moved, `discriminator` becomes an object, a file is a binary string, and
 * `x-nullable`, which everybody writes, is `nullable`. Keys keep their order, plain data is shared and not copied. Swagger 2.0, "Schema Object".
 *
 *     { type: file, x-nullable: true }   →   { type: string, format: binary, nullable: true }
 */
export function upgradeSchema(upgrade: Upgrade, schema: JsonObject, at: Written): JsonObject {
  const upgraded: Fresh = {};
  const ref = member(schema, "$ref");
  for (const [key, value] of Object.entries(schema)) {
    if (key === "$ref" && typeof value === "string") upgraded.$ref = upgradeReference(upgrade, value, at);
    else if (key === "discriminator" && typeof value === "string") upgraded.discriminator = { propertyName: value };
    else if (key === "x-nullable") upgraded.nullable = value;
    else if (key === "type" && value === "file") Object.assign(upgraded, { type: "string", format: "binary" });
    else setOwn(upgraded, key, upgradeHeld(upgrade, key, value, at));
  }
  // Keywords beside a reference do not count in 2.0, but this one is meant by all who write it.
  if (typeof ref === "string" && member(schema, "x-nullable") === true)
    return { anyOf: [{ $ref: upgraded.$ref ?? ref }, { type: "null" }] };
  return upgraded;
}

function upgradeHeld(upgrade: Upgrade, key: string, value: Json, at: Written): Json {
  const holding = grammar.schema.get(key);
  if (holding === undefined) return value;
  const each = (schema: JsonObject, place: Written): JsonObject => upgradeSchema(upgrade, schema, place);
  if (holding.as === "map") return isObject(value) ? upgradeMap(value, below(at, key), each) : value;
  if (isArray(value)) return value.map((item, index) => (isObject(item) ? each(item, below(at, key, String(index))) : item));
  return isObject(value) ? each(value, below(at, key)) : value;
}
