import { lowerSchemas } from "../../scripts/testing/lowerText.js";

test("parts are merged first to last, required of all, and own properties come last", () => {
  const { type } = lowerSchemas(`
Base: {type: object, required: [id], properties: {id: {type: string}, kind: {type: string}}}
Book:
  description: A book.
  allOf:
    - {$ref: "#/components/schemas/Base"}
    - {type: object, properties: {pages: {type: integer}}, required: [kind]}
  properties: {title: {type: string}}
`);
  const book = type("schema:Book");
  expect(book).toMatchObject({ kind: "object", docs: { description: "A book." } });
  expect(book.kind === "object" && book.fields.map(({ wire, presence, address }) => [wire, presence, address])).toEqual([
    ["id", "required", "schema:Book/property:id"],
    ["kind", "required", "schema:Book/property:kind"],
    ["pages", "optional", "schema:Book/property:pages"],
    ["title", "optional", "schema:Book/property:title"],
  ]);
});

test("inline types of a part belong to the component that declares them", () => {
  const { api } = lowerSchemas(`
Base: {type: object, properties: {state: {enum: [new, used]}}}
Book: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {title: {type: string}}}]}
Map: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {scale: {type: string}}}]}
`);
  expect(api.types.filter(({ kind }) => kind === "enum").map(({ id }) => id)).toEqual(["schema:Base/property:state/type"]);
});

test("a repeated property that only annotates keeps its type", () => {
  const { type } = lowerSchemas(`
Base: {type: object, properties: {id: {type: integer}}}
Book: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {id: {description: of the book}}}]}
`);
  expect(type("schema:Book")).toMatchObject({ fields: [{ wire: "id", type: { kind: "integer" } }] });
});

test("allOf of one reference is the same type, or a copy where the options say so", () => {
  const schemas = `
Base: {type: object, properties: {id: {type: string}}}
Book: {type: object, properties: {base: {description: What it is., allOf: [{$ref: "#/components/schemas/Base"}]}}}
`;
  expect(lowerSchemas(schemas).api.types).toHaveLength(2);
  expect(lowerSchemas(schemas, { wrappedRef: "copy" }).type("schema:Book/property:base/type")).toMatchObject({
    kind: "object",
    fields: [{ wire: "id" }],
  });
});

test("a union among the parts is a union of merged members", () => {
  const { type } = lowerSchemas(`
Base: {type: object, required: [id], properties: {id: {type: string}}}
Book:
  allOf:
    - {$ref: "#/components/schemas/Base"}
    - oneOf: [{$ref: "#/components/schemas/Paper"}, {$ref: "#/components/schemas/Audio"}]
Paper: {type: object, properties: {pages: {type: integer}}}
Audio: {type: object, properties: {minutes: {type: integer}}}
`);
  expect(type("schema:Book")).toMatchObject({
    kind: "union",
    members: [{ type: { kind: "ref", id: "schema:Book/member:Paper" } }, { type: { id: "schema:Book/member:Audio" } }],
  });
  expect(type("schema:Book/member:Audio")).toMatchObject({ fields: [{ wire: "id", presence: "required" }, { wire: "minutes" }] });
});

test("properties beside oneOf belong to each member", () => {
  const { type } = lowerSchemas(`
Book:
  type: object
  required: [id]
  properties: {id: {type: string}}
  oneOf:
    - {title: Paper, properties: {pages: {type: integer}}}
    - {title: Audio, properties: {minutes: {type: integer}}}
`);
  expect(type("schema:Book/member:Paper")).toMatchObject({ fields: [{ wire: "id", presence: "required" }, { wire: "pages" }] });
});

test("members that only check which properties are there are no types", () => {
  const { type } = lowerSchemas(
    "Book: {type: object, properties: {isbn: {type: string}, issn: {type: string}}, anyOf: [{required: [isbn]}, {required: [issn]}]}",
  );
  expect(type("schema:Book")).toMatchObject({ kind: "object", fields: [{ wire: "isbn" }, { wire: "issn" }] });
});

test("a parent that lists its children is a union of them, and to each child a set of properties", () => {
  const { type, api } = lowerSchemas(`
Pet:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
  oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {tricks: {type: integer}}}]}
`);
  expect(type("schema:Cat")).toMatchObject({ kind: "object", fields: [{ wire: "kind" }, { wire: "lives" }] });
  expect(type("schema:Pet")).toMatchObject({
    kind: "union",
    members: [{ type: { id: "schema:Cat" } }, { type: { id: "schema:Dog" } }],
    choice: { kind: "tagged" },
  });
  expect(api.types).toHaveLength(3);
});

test("a union inside of a member that has properties itself ends", () => {
  const { type } = lowerSchemas(`
Top: {type: object, properties: {a: {type: string}}, allOf: [{oneOf: [{$ref: "#/components/schemas/Middle"}, {$ref: "#/components/schemas/Leaf"}]}]}
Middle: {type: object, properties: {b: {type: string}}, allOf: [{oneOf: [{$ref: "#/components/schemas/Leaf"}, {$ref: "#/components/schemas/Other"}]}]}
Leaf: {type: object, properties: {c: {type: string}}}
Other: {type: object, properties: {d: {type: string}}}
`);
  expect(type("schema:Top/member:Middle/member:Other")).toMatchObject({ fields: [{ wire: "a" }, { wire: "b" }, { wire: "d" }] });
});

test("a schema that includes itself loses the inner inclusion", () => {
  const { type } = lowerSchemas(
    'Book: {allOf: [{type: object, properties: {title: {type: string}}}, {$ref: "#/components/schemas/Book"}]}',
  );
  expect(type("schema:Book")).toMatchObject({ kind: "object", fields: [{ wire: "title" }] });
});
