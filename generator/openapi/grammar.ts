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

/** `{ schema: one("schema"), … }` */
function keys(held: { readonly [key: string]: Holding }): ReadonlyMap<string, Holding> {
  return new Map(Object.entries(held));
}

/** The same under each of several keys. */
function each(names: string, holding: Holding): { readonly [key: string]: Holding } {
  return Object.fromEntries(names.split(" ").map((name) => [name, holding]));
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
  document: keys({ paths: extensibleMap("pathItem"), ...each("webhooks x-webhooks", map("pathItem")), components: one("components") }),
  components: keys({
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
    mediaTypes: map("mediaType"),
  }),
  pathItem: keys({
    ...each("get put post delete options head patch trace query", one("operation")),
    additionalOperations: map("operation"),
    parameters: list("parameter"),
  }),
  operation: keys({
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: extensibleMap("response"),
    callbacks: map("callback"),
  }),
  parameter: keys({ schema: one("schema"), content: map("mediaType"), examples: map("example") }),
  requestBody: keys({ content: map("mediaType") }),
  response: keys({ headers: map("header"), content: map("mediaType"), links: map("link") }),
  mediaType: keys({
    ...each("schema itemSchema", one("schema")),
    examples: map("example"),
    encoding: map("encoding"),
    prefixEncoding: list("encoding"),
    itemEncoding: one("encoding"),
  }),
  encoding: keys({
    headers: map("header"),
    encoding: map("encoding"),
    prefixEncoding: list("encoding"),
    itemEncoding: one("encoding"),
  }),
  header: keys({ schema: one("schema"), content: map("mediaType"), examples: map("example") }),
  example: new Map(),
  link: new Map(),
  callback: new Map(),
  securityScheme: new Map(),
  schema: keys({
    ...each("not if then else contains propertyNames additionalProperties unevaluatedItems unevaluatedProperties", one("schema")),
    ...each("additionalItems contentSchema", one("schema")),
    ...each("allOf anyOf oneOf prefixItems", list("schema")),
    ...each("properties patternProperties dependentSchemas $defs definitions", map("schema")),
    items: { as: "oneOrList", shape: "schema" },
  }),
};
