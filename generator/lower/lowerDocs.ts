import type { OperationId } from "../ir/ids.js";
import type { Json, JsonObject } from "../ir/json.js";
import type { Docs, Node, Value } from "../ir/node.js";
import { isObject, list, member, text } from "./scope.js";

export const noDocs: Docs = { summary: null, description: null, link: null, deprecated: null };

/** Reads what is said for people: summary, description, externalDocs, deprecated. OpenAPI 3.1, 4.8.10 and 4.8.24. */
export function lowerDocs(value: JsonObject): Docs {
  const link = member(value, "externalDocs");
  const url = isObject(link) ? text(member(link, "url")) : null;
  return {
    summary: text(member(value, "summary")),
    description: text(member(value, "description")),
    link: isObject(link) && url !== null ? { url, description: text(member(link, "description")) } : null,
    deprecated:
      member(value, "deprecated") === true
        ? {
            message: text(member(value, "x-speakeasy-deprecation-message")) ?? text(member(value, "x-deprecation-message")),
            replacement: text(member(value, "x-speakeasy-deprecation-replacement")) as OperationId | null,
          }
        : null,
  };
}

/** `x-*` keywords, without those that the lowering understands itself. */
export function lowerExtensions(value: JsonObject): Node["extensions"] {
  const found = Object.entries(value).filter(([key]) => key.startsWith("x-") && !key.startsWith("x-speakeasy-"));
  return Object.fromEntries(found) as Node["extensions"];
}

/** `example`, else the first of `examples` (an array in schemas; a map of Example Objects elsewhere is read by the operation). */
export function lowerExample(value: JsonObject): Value | null {
  const one = member(value, "example");
  if (one !== undefined) return { value: one };
  const first: Json | undefined = list(member(value, "examples"))[0];
  return first === undefined ? null : { value: first };
}

export function lowerDefault(value: JsonObject): Value | null {
  const found = member(value, "default");
  return found === undefined ? null : { value: found };
}
