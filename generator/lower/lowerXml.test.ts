import { lowerText } from "../../scripts/testing/lowerText.js";

/** The property `it` of a body in XML, and what was reported. */
function lowered(schema: string, version = "3.1.0") {
  const { api, codes } = lowerText(
    `openapi: ${version}
info: {title: T, version: "1"}
paths:
  /it:
    put:
      operationId: it
      requestBody: {content: {application/xml: {schema: {$ref: "#/components/schemas/Book"}}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Book: {type: object, properties: {it: ${schema}}}
    Author: {type: object, properties: {name: {type: string}}, xml: {name: writer, prefix: a}}
    Plain: {type: object, properties: {name: {type: string}}}
    Pens: {type: array, items: {type: string}, xml: {name: pens, wrapped: true}}
`,
  );
  const book = api.types.find(({ id }) => id === "schema:Book");
  const xml = book?.kind === "object" ? book.fields[0]?.xml : null;
  return { xml: withoutNulls(xml ?? {}), codes, codec: api.operations[0]?.body?.content.codec };
}

function withoutNulls(value: object): object {
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, typeof one === "object" ? withoutNulls(one) : one]));
}

test.each([
  ["{type: string}", {}],
  ["{type: string, xml: {name: it}}", {}],
  ["{type: string, xml: {name: other, namespace: 'urn:a', prefix: p}}", { name: "other", namespace: "urn:a", prefix: "p" }],
  ["{type: string, xml: {attribute: true}}", { node: "attribute" }],
  ["{type: string, xml: {nodeType: attribute, name: a}}", { node: "attribute", name: "a" }],
  ["{type: string, xml: {nodeType: text}}", { node: "text" }],
  ["{type: string, xml: {x-ms-text: true}}", { node: "text" }],
  ["{type: string, xml: {nodeType: cdata}}", { node: "cdata" }],
  ["{type: string, xml: {nodeType: element}}", {}],
  ["{type: string, xml: {wrapped: true}}", {}],
  ["{type: array, items: {type: string}}", {}],
  ["{type: array, items: {type: string, xml: {name: it}}}", {}],
  ["{type: array, items: {type: string, xml: {name: one}}}", { items: { name: "one" } }],
  ["{type: array, items: {type: string}, xml: {name: many}}", {}],
  ["{type: array, items: {type: string}, xml: {name: many, wrapped: true}}", { name: "many", node: "element" }],
  ["{type: array, items: {type: string, xml: {name: many}}, xml: {name: many, nodeType: element}}", { name: "many", node: "element" }],
  [
    "{type: array, items: {type: string, xml: {name: it}}, xml: {name: many, wrapped: true}}",
    { name: "many", node: "element", items: { name: "it" } },
  ],
  ["{$ref: '#/components/schemas/Author'}", { name: "writer", prefix: "a" }],
  ["{allOf: [{$ref: '#/components/schemas/Author'}], xml: {name: by}}", { name: "by", prefix: "a" }],
  ["{anyOf: [{$ref: '#/components/schemas/Author'}, {type: 'null'}]}", { name: "writer", prefix: "a" }],
  ["{$ref: '#/components/schemas/Plain'}", {}],
  ["{type: array, items: {$ref: '#/components/schemas/Author'}}", { items: { name: "writer", prefix: "a" } }],
  ["{$ref: '#/components/schemas/Pens'}", { name: "pens", node: "element" }],
  ["{allOf: [{$ref: '#/components/schemas/Author'}], properties: {more: {type: string}}}", {}],
  ["{type: object, additionalProperties: {type: array, items: {type: string}, xml: {wrapped: true}}}", { items: { node: "element" } }],
])("%s", (schema, expected) => {
  expect(lowered(schema)).toMatchObject({ codes: [], codec: { kind: "xml", root: { name: "Book" } } });
  expect(lowered(schema).xml).toEqual(expected);
});

test.each([
  "{type: array, items: {type: array, items: {type: string}}}",
  "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
  "{type: array, items: {type: string}, xml: {attribute: true}}",
  "{type: object, properties: {a: {type: string}}, xml: {attribute: true}}",
  "{type: object, additionalProperties: {type: string}, xml: {nodeType: text}}",
  "{type: string, xml: {name: a b}}",
  "{type: string, xml: {name: '1a'}}",
  "{type: string, xml: {prefix: 'a:'}}",
  "{type: string, format: binary}",
  "{type: object, properties: {a: {type: string}, b: {type: string, xml: {name: a}}}}",
  "{type: object, properties: {a: {type: string, xml: {nodeType: text}}, b: {type: string, xml: {nodeType: cdata}}}}",
  "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
])("XML cannot express %s", (schema) => {
  expect(lowered(schema)).toMatchObject({ codes: ["xml-as-text"], codec: { kind: "text" } });
});

test("an attribute and an element may have one name, and so may what only one of two forms has", () => {
  expect(lowered("{type: object, properties: {a: {type: string}, b: {type: string, xml: {name: a, attribute: true}}}}").codes).toEqual([]);
});

test("what holds itself is read to its end", () => {
  expect(lowered("{$ref: '#/components/schemas/Book'}").codes).toEqual([]);
});
