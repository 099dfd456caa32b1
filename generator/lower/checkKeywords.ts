import { keywordUnreadable } from "../diagnostics/lower.js";
import { childOrigin } from "../diagnostics/origin.js";
import { isObject, type Json, type JsonObject } from "../ir/json.js";
import type { Located } from "../openapi/openApiDocument.js";
import type { Scope } from "./scope.js";

const kinds = new Set(["string", "number", "integer", "boolean", "object", "array", "null", "file"]);
const isKind = (value: Json): boolean => typeof value === "string" && kinds.has(value.toLowerCase());
const isFilled = (value: Json): boolean => Array.isArray(value) && value.length > 0;

/** What may stand under the keywords that make a type. JSON Schema 2020-12, 10.2 and Validation, 6.1. */
const rules: { readonly [keyword: string]: { readonly fits: (value: Json) => boolean; readonly wanted: string } } = {
  type: {
    fits: (value) => (Array.isArray(value) ? value.every(isKind) : isKind(value)),
    wanted: "`string`, `number`, `integer`, `boolean`, `object`, `array` or `null`",
  },
  enum: { fits: isFilled, wanted: "a list of values" },
  oneOf: { fits: isFilled, wanted: "a list of schemas" },
  anyOf: { fits: isFilled, wanted: "a list of schemas" },
  allOf: { fits: isFilled, wanted: "a list of schemas" },
  properties: { fits: isObject, wanted: "a map from names to schemas" },
};

/** Reports keywords that say nothing because of how they are written; the rest of the schema stands. */
export function checkKeywords(scope: Scope, { value, origin }: Located<JsonObject>): void {
  for (const [keyword, { fits, wanted }] of Object.entries(rules)) {
    const written = value[keyword];
    if (written === undefined || fits(written)) continue;
    scope.report(keywordUnreadable(childOrigin(origin, keyword), { keyword, found: JSON.stringify(written).slice(0, 60), wanted }));
  }
}
