import { lowerSchemas } from "./testing/lowerText.js";

const novelAndMap = `
Novel: {type: object, required: [kind], properties: {kind: {const: novel}}}
Map: {type: object, required: [kind], properties: {kind: {const: map}}}
`;

test("members follow the mapping, repeats kept, and each repeat is a tag", () => {
  const { type } = lowerSchemas(`
Item:
  oneOf: [{$ref: "#/components/schemas/Novel"}, {$ref: "#/components/schemas/Map"}]
  discriminator:
    propertyName: kind
    mapping: {map: "#/components/schemas/Map", novel: Novel, atlas: "#/components/schemas/Map"}
${novelAndMap}`);
  expect(type("schema:Item")).toMatchObject({
    members: [{ type: { id: "schema:Map" } }, { type: { id: "schema:Novel" } }, { type: { id: "schema:Map" } }],
    choice: {
      kind: "tagged",
      wire: "kind",
      tags: [
        { value: "map", member: 0 },
        { value: "novel", member: 1 },
        { value: "atlas", member: 2 },
      ],
    },
  });
});

test("without a mapping the values of the tag property are the tags, else the names of the components", () => {
  const { type } = lowerSchemas(`
Item: {oneOf: [{$ref: "#/components/schemas/Novel"}, {$ref: "#/components/schemas/Print"}], discriminator: {propertyName: kind}}
Print: {type: object, properties: {kind: {type: string}}}
${novelAndMap}`);
  expect(type("schema:Item")).toMatchObject({
    choice: {
      tags: [
        { value: "novel", member: 0 },
        { value: "Print", member: 1 },
      ],
    },
  });
});

test("a constant that each member requires tells them apart; an optional one does not", () => {
  const item = 'Item: {oneOf: [{$ref: "#/components/schemas/Novel"}, {$ref: "#/components/schemas/Map"}]}\n';
  expect(lowerSchemas(item + novelAndMap).type("schema:Item")).toMatchObject({ choice: { kind: "tagged", wire: "kind" } });
  expect(lowerSchemas(item + novelAndMap.replaceAll("required: [kind], ", "")).type("schema:Item")).toMatchObject({
    choice: { kind: "untagged" },
  });
});

test("null makes the whole nullable, and one member that is left is that member", () => {
  const { type } = lowerSchemas(`
Shelf:
  type: object
  properties:
    item: {anyOf: [{$ref: "#/components/schemas/Novel"}, {$ref: "#/components/schemas/Map"}, {type: "null"}]}
    novel: {oneOf: [{$ref: "#/components/schemas/Novel"}]}
${novelAndMap}`);
  expect(type("schema:Shelf")).toMatchObject({
    fields: [
      { type: { kind: "nullable", of: { kind: "ref", id: "schema:Shelf/property:item/type" } } },
      { type: { kind: "ref", id: "schema:Novel" } },
    ],
  });
});

test("members that are the same primitive are one", () => {
  const { type } = lowerSchemas(
    "Id: {type: object, properties: {id: {anyOf: [{type: string, format: uuid}, {type: string}, {type: integer}]}}}",
  );
  expect(type("schema:Id/property:id/type")).toMatchObject({
    members: [{ type: { kind: "string", format: "uuid" } }, { type: { kind: "integer" } }],
  });
});

test("a tie among keys of members is numbered", () => {
  const { type } = lowerSchemas(
    "Item: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}",
  );
  expect(type("schema:Item")).toMatchObject({
    members: [{ address: "schema:Item/member:object" }, { address: "schema:Item/member:object~2" }],
  });
});
