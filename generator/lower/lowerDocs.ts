import type { TypeId } from "../ir/ids.js";
import { type Json, list, member, text } from "../ir/json.js";
import type { Docs, Value } from "../ir/node.js";
import { type Named, named } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import type { Spot } from "./scope.js";

/** Reads what is said for people: summary, description, externalDocs, deprecated. OpenAPI 3.1, 4.8.10 and 4.8.24. */
export function lowerDocs(value: Json | undefined): Docs {
  const link = member(value, "externalDocs");
  const url = text(member(link, "url"));
  return {
    summary: text(member(value, "summary")),
    description: text(member(value, "description")),
    link: url !== null ? { url, description: text(member(link, "description")) } : null,
    deprecated:
      member(value, "deprecated") === true
        ? { message: text(member(value, "x-speakeasy-deprecation-message")) ?? text(member(value, "x-deprecation-message")) }
        : null,
  };
}

/** `example`, else the first of `examples` (an array in schemas; a map of Example Objects elsewhere is read by the operation). */
export function lowerExample(value: Json): Value | null {
  const one = member(value, "example");
  if (one !== undefined) return { value: one };
  const first: Json | undefined = list(member(value, "examples"))[0];
  return first === undefined ? null : { value: first };
}

/** What a schema says of the named type that it becomes. */
export function namedBy(schema: Located, id: TypeId, { trail }: Spot): Named {
  return named(id, schema.origin, trail, { docs: lowerDocs(schema.value), example: lowerExample(schema.value) });
}

export function lowerDefault(value: Json): Value | null {
  const found = member(value, "default");
  return found === undefined ? null : { value: found };
}
