import { originOf } from "../diagnostics/origin.js";
import { collectionFormatUnsupported } from "../diagnostics/swagger2.js";
import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { setOwn } from "../source/values.js";
import { type Fresh, place, type Upgrade, upgradeReference, type Written } from "./upgrade.js";
import { upgradeSchema } from "./upgradeSchema.js";

/** The keys of a 2.0 parameter or header that are not about its type. */
const ownKeys: ReadonlySet<string> = new Set(["name", "in", "description", "required", "deprecated", "allowEmptyValue"]);

/** How a list is written: `style` and `explode` of 3.x; null says nothing, for what is no list. */
interface ListStyle {
  readonly style: string;
  readonly explode: boolean;
}

/**
 * A parameter in path, query or header: what describes its type moves into `schema`, `collectionFormat` becomes `style` and `explode`.
 * Swagger 2.0, "Parameter Object"; OpenAPI 3.1, 4.8.12.
 *
 *     { name: ids, in: query, type: array, items: {type: string}, collectionFormat: multi }
 *     →   { name: ids, in: query, schema: {type: array, items: {type: string}}, style: form, explode: true }
 */
export function upgradeParameter(upgrade: Upgrade, parameter: JsonObject, at: Written): JsonObject {
  if (!isDescribed(parameter)) return upgradeBareReference(upgrade, parameter, at);
  const { rest, schema } = splitType(parameter);
  const upgraded: Fresh = { ...rest };
  place(upgrade, upgraded, "schema", typeSchema(upgrade, schema, at), at);
  const style = listStyle(upgrade, parameter, at);
  return style === null ? upgraded : Object.assign(upgraded, style);
}

/** A header of a response: like a parameter without name and place. */
export function upgradeHeader(upgrade: Upgrade, header: JsonObject, at: Written): JsonObject {
  const { rest, schema } = splitType(header);
  const upgraded: Fresh = { ...rest };
  place(upgrade, upgraded, "schema", typeSchema(upgrade, schema, at), at);
  return upgraded;
}

/** Some write `$ref` beside name and place and mean the type; a bare `$ref` stands for a whole parameter or response. */
export function isDescribed(value: JsonObject): boolean {
  return member(value, "$ref") === undefined || member(value, "name") !== undefined || member(value, "schema") !== undefined;
}

export function upgradeBareReference(upgrade: Upgrade, value: JsonObject, at: Written): JsonObject {
  const ref = member(value, "$ref");
  return typeof ref === "string" ? { ...value, $ref: upgradeReference(upgrade, ref, at) } : value;
}

/** The schema of a parameter that is no body: a `schema` that should not be there is taken as it is meant. */
export function typeSchema(upgrade: Upgrade, type: JsonObject, at: Written): Json {
  const written = member(type, "schema");
  return upgradeSchema(upgrade, isObject(written) ? written : type, at);
}

/** What of a parameter says something about it (`x-…` too), and what about its type. */
export function splitType(parameter: JsonObject): { readonly rest: Fresh; readonly schema: Fresh } {
  const rest: Fresh = {};
  const schema: Fresh = {};
  for (const [key, value] of Object.entries(parameter)) {
    if (key === "collectionFormat") continue;
    if (key === "x-example") setOwn(rest, "example", value);
    else setOwn(ownKeys.has(key) || (key.startsWith("x-") && !/^x-(enum|nullable)/.test(key)) ? rest : schema, key, value);
  }
  return { rest, schema };
}

/** The style of a list; other values have none to speak of. `formData` lists are styled like those of a query. */
export function listStyle(upgrade: Upgrade, parameter: JsonObject, at: Written): ListStyle | null {
  if (member(parameter, "type") !== "array") return null;
  const where = String(member(parameter, "in"));
  const format = member(parameter, "collectionFormat") ?? "csv";
  const inQuery = where === "query" || where === "formData";
  if (inQuery && format === "multi") return { style: "form", explode: true };
  if (inQuery && format === "ssv") return { style: "spaceDelimited", explode: false };
  if (inQuery && format === "pipes") return { style: "pipeDelimited", explode: false };
  if (format !== "csv") {
    const facts = { format: String(format), name: String(member(parameter, "name")), place: where };
    upgrade.report(collectionFormatUnsupported(originOf(at.source, at.keys), facts));
  }
  return { style: inQuery ? "form" : "simple", explode: false };
}
