import { lowerSchemas } from "../../scripts/testing/lowerText.js";
import type { Field, NamedType } from "../ir/types.js";

const text = { kind: "string", format: null, limits: null } as const;

/** The only property of a schema called Book. */
function property(
  schema: string,
  version = "3.1.0",
): { readonly field: Field; readonly types: readonly NamedType[]; readonly codes: readonly string[] } {
  const { api, codes, type } = lowerSchemas(
    `Book:\n  type: object\n  properties:\n    it: ${schema}\nColour: {type: string, enum: [red, blue]}\nNames: {type: array, items: {type: string}}`,
    {},
    version,
  );
  const book = type("schema:Book");
  if (book.kind !== "object" || book.fields[0] === undefined) throw new Error("no property");
  return { field: book.fields[0], types: api.types, codes };
}

test.each([
  ["{type: string}", text],
  ["{type: [string, 'null']}", { kind: "nullable", of: text }],
  ["{anyOf: [{type: string}, {type: 'null'}]}", { kind: "nullable", of: text }],
  ["{oneOf: [{type: 'null'}, {type: string}]}", { kind: "nullable", of: text }],
  ["{type: ['null']}", { kind: "null" }],
  ["{enum: [null]}", { kind: "null" }],
  ["{const: null}", { kind: "null" }],
  ["{const: eur}", { kind: "literal", value: "eur" }],
  ["{}", { kind: "any" }],
  ["true", { kind: "any" }],
  ["{type: string, format: date-time}", { kind: "instant", wire: "rfc3339" }],
  ["{type: string, format: binary}", { kind: "file" }],
  ["{type: string, format: byte}", { kind: "bytes", wire: "base64" }],
  ["{type: string, contentEncoding: base64url}", { kind: "bytes", wire: "base64url" }],
  ["{type: integer, format: int64, minimum: 1}", { kind: "integer", wire: "number", limits: { min: 1, max: null, multipleOf: null } }],
  ["{minLength: 2}", { kind: "string", format: null, limits: { min: 2, max: null, multipleOf: null } }],
  ["{format: made-up}", { kind: "any" }],
  ["{items: {type: string}, minItems: 1}", { kind: "array", items: text, limits: { min: 1, max: null, multipleOf: null } }],
  ["{type: array, prefixItems: [{type: string}], items: false}", { kind: "tuple", items: [text], rest: null }],
  ["{additionalProperties: {type: string}}", { kind: "map", values: text }],
  ["{$ref: '#/components/schemas/Colour'}", { kind: "ref", id: "schema:Colour" }],
  ["{allOf: [{$ref: '#/components/schemas/Colour'}], description: Ink}", { kind: "ref", id: "schema:Colour" }],
  ["{$ref: '#/components/schemas/Names'}", { kind: "array", items: text, limits: null }],
  ["{anyOf: [{type: string}, {type: string, format: slug}]}", text],
])("%s", (schema, type) => {
  expect(property(schema).field.type).toEqual(type);
});

test.each([
  ["{type: string, nullable: true}", { kind: "nullable", of: text }],
  ["{nullable: true, allOf: [{$ref: '#/components/schemas/Colour'}]}", { kind: "nullable", of: { kind: "ref", id: "schema:Colour" } }],
  ["{$ref: '#/components/schemas/Colour', minLength: 3}", { kind: "ref", id: "schema:Colour" }],
])("OpenAPI 3.0: %s", (schema, type) => {
  expect(property(schema, "3.0.3").field.type).toEqual(type);
});

test("what cannot be read is any value with its reason, and the rest stands", () => {
  const { field, codes } = property("17");
  expect(field.type).toEqual({ kind: "any" });
  expect(codes).toEqual(["schema-unreadable"]);
});

test.each(["false", "{not: {}}", "{not: true}"])(
  "%s fits no value: a property that must be there is any value, one that need not is not there",
  (schema) => {
    const book = (required: string) => lowerSchemas(`Book: {type: object, ${required} properties: {title: {type: string}, it: ${schema}}}`);
    const must = book("required: [it],");
    expect(must.codes).toEqual(["schema-impossible"]);
    expect(must.type("schema:Book")).toMatchObject({ fields: [{ wire: "title" }, { wire: "it", type: { kind: "any" } }] });
    const may = book("");
    expect(may.codes).toEqual([]);
    expect(may.type("schema:Book")).toMatchObject({ fields: [{ wire: "title" }] });
  },
);

test.each([
  ["forbids", "{type: object, properties: {title: {type: string}, pages: {type: integer}}}", "{properties: {pages: false}}"],
  ["is forbidden", "{properties: {pages: false}}", "{type: object, properties: {title: {type: string}, pages: {type: integer}}}"],
])("a part of allOf %s a property of another", (_, first, second) => {
  const { type, codes } = lowerSchemas(`Note: {allOf: [${first}, ${second}]}`);
  expect(codes).toEqual([]);
  expect(type("schema:Note")).toMatchObject({ fields: [{ wire: "title" }] });
});

test("a part of allOf that says `true` of a property leaves its type", () => {
  const { type } = lowerSchemas("Note: {allOf: [{type: object, properties: {pages: {type: integer}}}, {properties: {pages: true}}]}");
  expect(type("schema:Note")).toMatchObject({ fields: [{ wire: "pages", type: { kind: "integer" } }] });
});

test("a member of a union that no value fits is none", () => {
  expect(property("{oneOf: [{type: string}, false]}").field.type).toEqual(text);
  expect(lowerSchemas("Note: {anyOf: [false, {not: {}}]}").codes).toEqual(["schema-impossible"]);
  expect(lowerSchemas("Note: {allOf: [{type: string}, false]}").codes).toEqual(["schema-impossible"]);
});

test("keywords beside a $ref are kept apart from those of its target", () => {
  const { field } = property("{$ref: '#/components/schemas/Colour', description: Of the cover}");
  expect(field.docs.description).toBeNull();
  expect(field.besideRef?.description).toBe("Of the cover");
});

test("an enum keeps its order, drops repeats and null, and takes names and descriptions from extensions", () => {
  const { types } = property("{enum: [b, a, b, null], x-enum-varnames: [Bee, Ay, B, N], x-enum-descriptions: {b: second letter}}");
  expect(types.find(({ id }) => id === "schema:Book/property:it/type")).toMatchObject({
    kind: "enum",
    base: "string",
    members: [
      { value: "b", naming: { override: "Bee" }, docs: { description: "second letter" }, address: "schema:Book/property:it/type/value:b" },
      { value: "a", naming: { override: "Ay" } },
    ],
  });
});

test("an enum of texts holds texts, however YAML reads them", () => {
  const { types } = property("{type: string, enum: [1, 1.5, true, a, null]}");
  expect(types.find(({ id }) => id.endsWith("it/type"))).toMatchObject({
    kind: "enum",
    base: "string",
    members: [{ value: "1" }, { value: "1.5" }, { value: "true" }, { value: "a" }],
  });
  const { types: numbers } = property("{type: integer, enum: [1, 2]}");
  expect(numbers.find(({ id }) => id.endsWith("it/type"))).toMatchObject({ base: "integer", members: [{ value: 1 }, { value: 2 }] });
});

test("oneOf of constants is an enum with a description per member", () => {
  const { types } = property("{oneOf: [{const: 1, title: One, description: first}, {const: 2}]}");
  expect(types.at(1)).toMatchObject({
    kind: "enum",
    base: "integer",
    members: [{ value: 1, naming: { override: "One" }, docs: { description: "first" } }, { value: 2 }],
  });
});

test("a list of types is a union", () => {
  const { types } = property("{type: [string, integer, 'null']}");
  expect(types.find(({ kind }) => kind === "union")).toMatchObject({
    members: [{ type: text }, { type: { kind: "integer" } }],
    choice: { kind: "untagged" },
  });
});

test("an alias that contains itself becomes a named type; one that is itself is any value", () => {
  const { type, codes } = lowerSchemas(
    "Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}\nVoid: {anyOf: [{$ref: '#/components/schemas/Void'}, {type: 'null'}]}",
  );
  expect(type("schema:Tree")).toMatchObject({ kind: "alias", of: { kind: "array", items: { kind: "ref", id: "schema:Tree" } } });
  expect(type("schema:Void")).toMatchObject({ kind: "alias", of: { kind: "any" } });
  expect(codes).toEqual(["schema-recursive"]);
});

test("properties may be called like members of every object", () => {
  const { type } = lowerSchemas(
    "Odd: {type: object, required: [constructor], properties: {__proto__: {type: string}, constructor: {type: string}, toString: {type: string}}}",
  );
  expect(type("schema:Odd")).toMatchObject({
    fields: [{ wire: "__proto__" }, { wire: "constructor", presence: "required" }, { wire: "toString", presence: "optional" }],
  });
});

test("an address holds no index: a member that is added in front moves nothing", () => {
  const ids = (members: string) => lowerSchemas(`Any: {oneOf: [${members}]}`).api.types.map(({ id }) => id);
  const [a, b] = ["{title: A, type: object, properties: {x: {enum: [p, q]}}}", "{type: object, properties: {y: {enum: [p, q]}}}"];
  expect(ids(`${a}, ${b}`)).toEqual([
    "schema:Any",
    "schema:Any/member:A",
    "schema:Any/member:A/property:x/type",
    "schema:Any/member:object",
    "schema:Any/member:object/property:y/type",
  ]);
  expect(new Set(ids(`{title: New, type: object, properties: {z: {type: string}}}, ${a}, ${b}`))).toEqual(
    new Set([...ids(`${a}, ${b}`), "schema:Any/member:New"]),
  );
});

test("null fits where a schema that contains itself allows it", () => {
  const { type } = lowerSchemas(
    `
Json: {nullable: true, oneOf: [{type: string}, {type: array, items: {$ref: "#/components/schemas/Json"}}]}
Node: {type: object, nullable: true, properties: {next: {$ref: "#/components/schemas/Node"}}}
List: {type: array, nullable: true, items: {$ref: "#/components/schemas/List"}}
Tree: {allOf: [{$ref: "#/components/schemas/Node"}], properties: {json: {$ref: "#/components/schemas/Json"}}}`,
    {},
    "3.0.3",
  );
  expect(type("schema:Json")).toMatchObject({ members: [{}, { type: { items: { kind: "nullable", of: { id: "schema:Json" } } } }] });
  expect(type("schema:Node")).toMatchObject({ fields: [{ type: { kind: "nullable", of: { id: "schema:Node" } } }] });
  expect(type("schema:List")).toMatchObject({ of: { kind: "nullable", of: { items: { kind: "nullable", of: { id: "schema:List" } } } } });
});

test("values that stand beside other values are what both allow", () => {
  const { type } = lowerSchemas(`
Kind: {type: string, enum: [a, b, c]}
Level: {oneOf: [{title: Low, const: 0}, {title: High, const: 1}, {title: Top, const: 2}]}
Thing:
  type: object
  properties:
    kind: {enum: [b], allOf: [{$ref: "#/components/schemas/Kind"}]}
    level: {enum: [1], allOf: [{$ref: "#/components/schemas/Level"}]}
    levels: {enum: [0, 2], allOf: [{$ref: "#/components/schemas/Level"}]}
    wide: {enum: [a, b, z], allOf: [{$ref: "#/components/schemas/Kind"}]}
    text: {enum: [x], oneOf: [{type: string}, {type: integer}]}
Narrow: {allOf: [{type: object, properties: {kind: {const: a}}}, {type: object, properties: {kind: {$ref: "#/components/schemas/Kind"}}}]}`);
  expect(type("schema:Thing")).toMatchObject({
    fields: [
      { type: { kind: "literal", value: "b" } },
      { type: { kind: "literal", value: 1 } },
      {},
      {},
      { type: { kind: "literal", value: "x" } },
    ],
  });
  expect(type("schema:Thing/property:levels/type")).toMatchObject({ members: [{ value: 0, naming: { override: "Low" } }, { value: 2 }] });
  expect(type("schema:Thing/property:wide/type")).toMatchObject({ members: [{ value: "a" }, { value: "b" }] });
  expect(type("schema:Narrow")).toMatchObject({ fields: [{ type: { kind: "literal", value: "a" } }] });
});

test("what a nullable wrapper holds speaks for the field", () => {
  const { type } = lowerSchemas(`
Thing:
  type: object
  properties:
    day: {anyOf: [{type: string, format: date, description: The day., deprecated: true}, {type: "null"}]}
    other: {anyOf: [{type: string, description: Inner.}, {type: "null"}], description: Outer.}
    kind: {anyOf: [{$ref: "#/components/schemas/Kind"}, {type: "null"}]}
Kind: {type: string, enum: [a, b], description: The kind.}`);
  expect(type("schema:Thing")).toMatchObject({
    fields: [
      { type: { kind: "nullable", of: { kind: "date" } }, docs: { description: "The day.", deprecated: {} } },
      { docs: { description: "Outer." } },
      { docs: { description: "The kind." } },
    ],
  });
});
