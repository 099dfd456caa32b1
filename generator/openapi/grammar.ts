/** The kinds of objects that an OpenAPI document is made of, as far as they can hold references. */
export type Shape =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "mediaType"
  | "encoding"
  | "header"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "schema";

/** How a key holds objects: one, a list (`items` may be either), or under free keys, of which `x-…` may be no such objects. */
export interface Holding {
  readonly as: "one" | "list" | "oneOrList" | "map" | "extensibleMap";
  readonly shape: Shape;
}

const one = (shape: Shape): Holding => ({ as: "one", shape });
const list = (shape: Shape): Holding => ({ as: "list", shape });
const map = (shape: Shape): Holding => ({ as: "map", shape });
const extensibleMap = (shape: Shape): Holding => ({ as: "extensibleMap", shape });

/**
 * Which keys hold what; every other key holds plain data (`example`, `default`, `enum`, `const`, `x-…`), in which a `$ref` is no reference.
 * OpenAPI 3.0 to 3.2, 4.7 and 4.8; JSON Schema 2020-12.
 */
export const grammar: Readonly<Record<Shape, ReadonlyMap<string, Holding>>> = {
  document: new Map([
    ["paths", extensibleMap("pathItem")],
    ["webhooks", map("pathItem")],
    ["x-webhooks", map("pathItem")],
    ["components", one("components")],
  ]),
  components: new Map([
    ["schemas", map("schema")],
    ["responses", map("response")],
    ["parameters", map("parameter")],
    ["examples", map("example")],
    ["requestBodies", map("requestBody")],
    ["headers", map("header")],
    ["securitySchemes", map("securityScheme")],
    ["links", map("link")],
    ["callbacks", map("callback")],
    ["pathItems", map("pathItem")],
    ["mediaTypes", map("mediaType")],
  ]),
  pathItem: new Map([
    ...["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"].map((method) => [method, one("operation")] as const),
    ["additionalOperations", map("operation")],
    ["parameters", list("parameter")],
  ]),
  operation: new Map([
    ["parameters", list("parameter")],
    ["requestBody", one("requestBody")],
    ["responses", extensibleMap("response")],
    ["callbacks", map("callback")],
  ]),
  parameter: new Map([
    ["schema", one("schema")],
    ["content", map("mediaType")],
    ["examples", map("example")],
  ]),
  requestBody: new Map([["content", map("mediaType")]]),
  response: new Map([
    ["headers", map("header")],
    ["content", map("mediaType")],
    ["links", map("link")],
  ]),
  mediaType: new Map([
    ["schema", one("schema")],
    ["itemSchema", one("schema")],
    ["examples", map("example")],
    ["encoding", map("encoding")],
    ["prefixEncoding", list("encoding")],
    ["itemEncoding", one("encoding")],
  ]),
  encoding: new Map([
    ["headers", map("header")],
    ["encoding", map("encoding")],
    ["prefixEncoding", list("encoding")],
    ["itemEncoding", one("encoding")],
  ]),
  header: new Map([
    ["schema", one("schema")],
    ["content", map("mediaType")],
    ["examples", map("example")],
  ]),
  example: new Map(),
  link: new Map(),
  callback: new Map(),
  securityScheme: new Map(),
  schema: new Map([
    ...["not", "if", "then", "else", "contains", "propertyNames", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"].map(
      (key) => [key, one("schema")] as const,
    ),
    ...["additionalItems", "contentSchema"].map((key) => [key, one("schema")] as const),
    ...["allOf", "anyOf", "oneOf", "prefixItems"].map((key) => [key, list("schema")] as const),
    ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map((key) => [key, map("schema")] as const),
    ["items", { as: "oneOrList", shape: "schema" }],
  ]),
};
