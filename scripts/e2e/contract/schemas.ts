import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json, JsonObject } from "../../../generator/ir/json.js";
import type { Place } from "./place.js";

/** Who sends: what is readOnly has no place in a request, what is writeOnly none in a response. */
export type Direction = "request" | "response";

/** What does not fit, in words; empty where all does. */
export type Fits = (schema: Place, value: Json) => readonly string[];

/**
 * Compares values with the schemas of one document. `value` is JSON; `text` was read from a URL, a header or a form, where a number is written like any other text.
 * OpenAPI 3.1, 4.8.24: the schemas are JSON Schema 2020-12.
 */
export function schemasOf(document: JsonObject, direction: Direction): { readonly value: Fits; readonly text: Fits } {
  const own = forDirection(document, direction === "request" ? "readOnly" : "writeOnly", { isMap: false });
  return { value: fitter(own, { coerceTypes: false }), text: fitter(own, { coerceTypes: true }) };
}

function fitter(document: Json, { coerceTypes }: { readonly coerceTypes: boolean }): Fits {
  const ajv = new Ajv2020({ strict: false, coerceTypes, validateSchema: false, logger: false, verbose: true });
  formats.default(ajv);
  if (typeof document === "object" && document !== null) ajv.addSchema(document, "document");
  const compiled = new Map<string, ValidateFunction>();
  return ({ pointer }, value) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `document#${pointer}` });
    compiled.set(pointer, validate);
    // A copy: the validator writes the numbers that it reads from texts into it.
    return validate(structuredClone(value)) ? [] : [(validate.errors ?? []).map(inWords).join("; ")];
  };
}

/** "/size must be integer [\"big\"]": where, what, and the value. */
function inWords({ instancePath, keyword, message, params, data, parentSchema }: ErrorObject): string {
  const values = Object.values(params)
    .flat()
    .filter((value) => typeof value === "string" || typeof value === "number");
  const where = instancePath === "" ? "" : `${instancePath} `;
  const what = `${message ?? "does not fit"}${values.length > 0 ? ` (${values.join(", ")})` : ""}`;
  const isUnknown =
    keyword === "required" && parentSchema?.properties !== undefined && !Object.hasOwn(parentSchema.properties, params.missingProperty);
  return `${where}${what}${isUnknown ? ", which its schema does not describe" : ""} [${canonical(data)}]`;
}

/** JSON whose properties are in the order of their names. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** Keys whose values have names of their own, so that a property called "properties" is none of ours. */
const maps = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "schemas"]);

/** A copy of the document in which properties of the other direction are forbidden and not required. */
function forDirection(value: Json, hidden: "readOnly" | "writeOnly", { isMap }: { readonly isMap: boolean }): Json {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((item) => forDirection(item, hidden, { isMap: false }));
  const copy: Record<string, Json> = {};
  for (const [key, child] of Object.entries(value)) copy[key] = forDirection(child, hidden, { isMap: !isMap && maps.has(key) });
  const { properties, required } = value;
  if (isMap || typeof properties !== "object" || properties === null || isList(properties)) return copy;
  const gone = new Set(Object.entries(properties).flatMap(([name, schema]) => (isObject(schema) && schema[hidden] === true ? [name] : [])));
  if (gone.size === 0) return copy;
  copy.properties = { ...objectOf(copy.properties), ...Object.fromEntries([...gone].map((name) => [name, false])) };
  if (required !== undefined && isList(required)) copy.required = required.filter((name) => typeof name !== "string" || !gone.has(name));
  return copy;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}
