import fc from "fast-check";
import { nameText, style } from "../../scripts/testing/nameText.js";
import type { Json } from "../ir/json.js";

/** Words that clash when they are folded, that a language reserves, that hold nothing to make a name of, or that every object has. */
const words = fc.constantFrom(
  "id",
  "Id",
  "ID",
  "type",
  "class",
  "a-b",
  "a_b",
  "aB",
  "",
  "-",
  "1x",
  "__proto__",
  "constructor",
  "items",
  "Any",
  "naïve",
  "SDK",
);
const names = ["Book", "BOOK", "book_", "Any", "Shelf", "Model1"] as const;
const ref = fc.constantFrom(...names).map((name): Json => ({ $ref: `#/components/schemas/${name}` }));
const title = fc.option(words, { nil: undefined }).map((word): { [key: string]: Json } => (word === undefined ? {} : { title: word }));

const { schema } = fc.letrec<{ schema: Json; object: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ref,
    fc.constantFrom<Json>({ type: "string" }, { type: "integer" }, {}, { type: ["string", "null"] }),
    fc
      .record({
        values: fc.uniqueArray(fc.oneof(words, fc.integer({ min: -2, max: 2 }).map(String)), { minLength: 1, maxLength: 4 }),
        title,
      })
      .map(({ values, title }) => ({ ...title, enum: values })),
    tie("object"),
    fc.record({ items: tie("schema"), title }).map(({ items, title }) => ({ ...title, type: "array", items })),
    fc.record({ values: tie("schema") }).map(({ values }) => ({ type: "object", additionalProperties: values })),
    fc
      .record({
        members: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
        keyword: fc.constantFrom("oneOf", "anyOf", "allOf"),
        title,
      })
      .map(({ members, keyword, title }) => ({ ...title, [keyword]: members })),
  ),
  object: fc
    .record({ properties: fc.array(fc.tuple(words, tie("schema")), { minLength: 1, maxLength: 4 }), title })
    .map(({ properties, title }) => ({ ...title, type: "object", properties: Object.fromEntries(properties) })),
}));

const operation = fc
  .record({
    id: fc.option(words, { nil: undefined }),
    tag: fc.option(words, { nil: undefined }),
    parameters: fc.array(fc.tuple(words, schema), { maxLength: 3 }),
    body: fc.option(schema, { nil: undefined }),
    answer: schema,
    failure: schema,
  })
  .map(
    ({ id, tag, parameters, body, answer, failure }): Json => ({
      ...(id === undefined ? {} : { operationId: id }),
      ...(tag === undefined ? {} : { tags: [tag] }),
      parameters: parameters.map(([name, schema]) => ({ name, in: "query", schema })),
      ...(body === undefined ? {} : { requestBody: { content: { "application/json": { schema: body } } } }),
      responses: {
        "200": { description: "", content: { "application/json": { schema: answer } } },
        "404": { description: "", content: { "application/json": { schema: failure } } },
      },
    }),
  );

const document = fc
  .record({
    operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
    schemas: fc.array(schema, { minLength: names.length, maxLength: names.length }),
  })
  .map(({ operations, schemas }) =>
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Shelf", version: "1" },
      paths: Object.fromEntries(operations.map((operation, i) => [`/p${i}`, { post: operation }])),
      components: { schemas: Object.fromEntries(names.map((name, i) => [name, schemas[i] ?? {}])) },
    }),
  );

test.each(["ordered", "shortest"] as const)("%s: everything in a random document has exactly one name, unique in its scope", (strategy) => {
  const property = fc.property(document, fc.constantFrom("whole" as const, "flattened" as const), (text, bodies) => {
    const given = { strategy, style: { ...style, bodies } };
    const named = nameText(text, given);
    const kinds = named.names.filter(({ kind }) => kind === "type" || kind === "resource").map(({ spelled }) => spelled.toLowerCase());
    expect(kinds).toEqual([...new Set(kinds)]);
    const addresses = named.names.map(({ kind, address }) => `${kind} ${address}`);
    expect(addresses).toEqual([...new Set(addresses)]);
    for (const { type } of named.surface.types) {
      const parts = type.kind === "object" ? type.fields : type.kind === "enum" ? type.members : [];
      const spelled = parts.map(({ address }) => named.at(address));
      expect([named.at(type.id), spelled]).toEqual([expect.stringMatching(/./), [...new Set(spelled)]]);
      expect(spelled).not.toContain(null);
    }
    expect(named.names).toEqual(nameText(text, given).names);
  });
  fc.assert(property, { numRuns: 100, seed: 20_240_131, endOnFailure: true });
});
