import { lowerSchemas } from "../../scripts/testing/lowerText.js";

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

const pets = `
Pet: {type: object, required: [kind], properties: {kind: {type: string, description: What it is.}}, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
Dog: {x-ms-discriminator-value: hound, allOf: [{$ref: "#/components/schemas/Pet"}], properties: {bark: {type: string}}}
Puppy: {allOf: [{$ref: "#/components/schemas/Dog"}], properties: {months: {type: integer}}}
Owner: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}}}
`;

test("a parent is the union of its heirs, and of what may be sent as it is", () => {
  const { type } = lowerSchemas(pets);
  expect(type("schema:Pet")).toMatchObject({
    kind: "union",
    members: [
      { type: { id: "schema:Cat" } },
      { type: { id: "schema:Puppy" } },
      { type: { id: "schema:Dog/itself" } },
      { type: { id: "schema:Pet/itself" } },
    ],
    choice: {
      kind: "tagged",
      wire: "kind",
      tags: [
        { value: "Cat", member: 0 },
        { value: "Puppy", member: 1 },
        { value: "hound", member: 2 },
        { value: "Pet", member: 3 },
      ],
    },
  });
  expect(type("schema:Dog")).toMatchObject({
    kind: "union",
    members: [{ type: { id: "schema:Puppy" } }, { type: { id: "schema:Dog/itself" } }],
  });
  expect(type("schema:Puppy")).toMatchObject({
    fields: [
      { wire: "kind", type: { kind: "literal", value: "Puppy" }, docs: { description: "What it is." } },
      { wire: "bark" },
      { wire: "months" },
    ],
  });
});

test("where the mapping leaves the parent out, it cannot be sent as it is; without the reading it is the object that it describes", () => {
  const mapped = pets.replace("{propertyName: kind}", "{propertyName: kind, mapping: {cat: Cat, dog: Dog}}");
  expect(lowerSchemas(mapped).type("schema:Pet")).toMatchObject({
    members: [{ type: { id: "schema:Cat" } }, { type: { id: "schema:Puppy" } }, { type: { id: "schema:Dog/itself" } }],
    choice: { tags: [{ value: "cat" }, { value: "Puppy" }, { value: "dog" }] },
  });
  expect(lowerSchemas(pets, { parents: "object" }).type("schema:Pet")).toMatchObject({
    kind: "object",
    fields: [{ type: { kind: "string" } }],
  });
});

test("an heir with another discriminator is one member, which tells its own heirs apart", () => {
  const { type } = lowerSchemas(`
Fish: {type: object, properties: {kind: {type: string}}, required: [kind], discriminator: {propertyName: kind, mapping: {shark: Shark, salmon: Salmon}}}
Salmon: {allOf: [{$ref: "#/components/schemas/Fish"}]}
Shark: {allOf: [{$ref: "#/components/schemas/Fish"}], required: [form], properties: {form: {type: string}}, discriminator: {propertyName: form, mapping: {saw: Saw, goblin: Goblin}}}
Saw: {allOf: [{$ref: "#/components/schemas/Shark"}]}
Goblin: {allOf: [{$ref: "#/components/schemas/Shark"}]}`);
  expect(type("schema:Fish")).toMatchObject({ members: [{ type: { id: "schema:Shark" } }, { type: { id: "schema:Salmon" } }] });
  expect(type("schema:Shark")).toMatchObject({ choice: { wire: "form", tags: [{ value: "saw" }, { value: "goblin" }] } });
  expect(type("schema:Saw")).toMatchObject({ fields: [{ type: { value: "shark" } }, { type: { value: "saw" } }] });
});

test("members that the mapping leaves out are kept, with tags of their own", () => {
  const { type } = lowerSchemas(`
Item:
  oneOf: [{$ref: "#/components/schemas/Novel"}, {$ref: "#/components/schemas/Map"}]
  discriminator: {propertyName: kind, mapping: {map: "#/components/schemas/Map"}}
${novelAndMap}`);
  expect(type("schema:Item")).toMatchObject({
    members: [{ type: { id: "schema:Map" } }, { type: { id: "schema:Novel" } }],
    choice: { tags: [{ value: "map" }, { value: "novel" }] },
  });
});

test("a member that contains the union has its tag all the same", () => {
  const { type } = lowerSchemas(`
Folder: {type: object, required: [kind], properties: {kind: {enum: [folder]}, entries: {type: array, items: {$ref: "#/components/schemas/Entry"}}}}
Entry: {oneOf: [{$ref: "#/components/schemas/Folder"}, {$ref: "#/components/schemas/File"}]}
File: {type: object, required: [kind], properties: {kind: {enum: [file, link]}}}`);
  expect(type("schema:Entry")).toMatchObject({
    choice: {
      wire: "kind",
      tags: [
        { value: "folder", member: 0 },
        { value: "file", member: 1 },
        { value: "link", member: 1 },
      ],
    },
  });
});

test("strings of one value are one enum with their descriptions", () => {
  const { type } = lowerSchemas(`
Plan:
  type: object
  properties: {at: {oneOf: [{type: string, enum: [never], description: Not at all.}, {$ref: "#/components/schemas/Best"}]}}
Best: {type: string, enum: [best_effort], description: As far as possible.}`);
  expect(type("schema:Plan/property:at/type")).toMatchObject({
    kind: "enum",
    members: [
      { value: "never", docs: { description: "Not at all." } },
      { value: "best_effort", docs: { description: "As far as possible." } },
    ],
  });
});

test("two members of one tag are both meant by it", () => {
  const { type } = lowerSchemas(`
Item: {oneOf: [{$ref: "#/components/schemas/In"}, {$ref: "#/components/schemas/Out"}, {$ref: "#/components/schemas/Map"}], discriminator: {propertyName: kind}}
In: {type: object, required: [kind, role], properties: {kind: {enum: [message]}, role: {enum: [user]}}}
Out: {type: object, required: [kind, role], properties: {kind: {enum: [message]}, role: {enum: [assistant]}}}
${novelAndMap}`);
  expect(type("schema:Item")).toMatchObject({
    choice: {
      tags: [
        { value: "message", member: 0 },
        { value: "message", member: 1 },
        { value: "map", member: 2 },
      ],
    },
  });
});
