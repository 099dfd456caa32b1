import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { member } from "../ir/json.js";
import { load } from "../source/load.js";
import { checkReferences } from "./checkReferences.js";
import { parseOpenApi } from "./parseOpenApi.js";

/** Parses a 2.0 document given as text, with other files beside it. */
function upgrade(body: string, others: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "swagger-"));
  for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text);
  const location = join(folder, "swagger.yaml");
  writeFileSync(location, `swagger: "2.0"\ninfo: {title: Shelf, version: "1"}\n${body}`);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const source = load({ location, overlays: [] }, report);
  const document = source === null ? null : parseOpenApi(source, report);
  if (document === null) throw new Error("not parsed");
  checkReferences(document, report);
  return { document, root: document.root, codes: diagnostics.map(({ code }) => code), folder };
}

/** One operation, `POST /books`. */
function operation(text: string, rest = "", others: Readonly<Record<string, string>> = {}) {
  const indented = text.replace(/^/gm, "      ");
  const { root, codes, document } = upgrade(`paths:\n  /books:\n    post:\n${indented}\n${rest}`, others);
  return { post: member(member(member(root, "paths"), "/books"), "post"), codes, document };
}

test("the root: servers, moved maps, and no key of 2.0 left", () => {
  const { root, codes } = upgrade(`host: api.example.com
basePath: /v1/
schemes: [https, http]
consumes: [application/json]
tags: [{name: books}]
paths: {}
definitions: {Book: {type: object, discriminator: kind, properties: {next: {$ref: "#/definitions/Book", x-nullable: true}}}}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  login: {type: basic}
  code: {type: oauth2, flow: accessCode, authorizationUrl: a, tokenUrl: t, scopes: {read: Read}}
`);
  expect(codes).toEqual([]);
  expect(root).toEqual({
    openapi: "3.1.0",
    info: { title: "Shelf", version: "1" },
    tags: [{ name: "books" }],
    paths: {},
    components: {
      schemas: {
        Book: {
          type: "object",
          discriminator: { propertyName: "kind" },
          properties: { next: { anyOf: [{ $ref: "#/components/schemas/Book" }, { type: "null" }] } },
        },
      },
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        login: { type: "http", scheme: "basic" },
        code: { type: "oauth2", flows: { authorizationCode: { authorizationUrl: "a", tokenUrl: "t", scopes: { read: "Read" } } } },
      },
    },
    servers: [{ url: "https://api.example.com/v1" }, { url: "http://api.example.com/v1" }],
  });
});

test.each([
  ["type: string, enum: [a], x-enum-names: [A], x-own: 1", { schema: { type: "string", enum: ["a"], "x-enum-names": ["A"] }, "x-own": 1 }],
  ["type: array, items: {type: string}", { schema: { type: "array", items: { type: "string" } }, style: "form", explode: false }],
  ["type: array, collectionFormat: multi", { schema: { type: "array" }, style: "form", explode: true }],
  ["type: array, collectionFormat: ssv", { schema: { type: "array" }, style: "spaceDelimited", explode: false }],
  ["type: array, collectionFormat: pipes", { schema: { type: "array" }, style: "pipeDelimited", explode: false }],
  ["type: integer, x-nullable: true, x-example: 4", { schema: { type: "integer", nullable: true }, example: 4 }],
])("a parameter: %s", (written, expected) => {
  const { post } = operation(`parameters: [{in: query, name: q, ${written}}]\nresponses: {}`);
  expect(member(post, "parameters")).toEqual([{ in: "query", name: "q", ...expected }]);
});

test("a list in a path or a header is simple; a format that 3.1 does not have is a warning", () => {
  const { post, codes } = operation(
    "parameters: [{in: path, name: q, required: true, type: array, collectionFormat: pipes}]\nresponses: {}",
  );
  expect(member(post, "parameters")).toEqual([
    { in: "path", name: "q", required: true, schema: { type: "array" }, style: "simple", explode: false },
  ]);
  expect(codes).toEqual(["collection-format-unsupported"]);
});

test("a body: one content for each media type that is consumed", () => {
  const { post } = operation(
    `consumes: [application/json, application/xml]
parameters: [{in: body, name: book, required: true, description: It, schema: {$ref: "#/definitions/Book"}}]
responses: {}`,
    "definitions: {Book: {type: object}}",
  );
  const media = { schema: { $ref: "#/components/schemas/Book" } };
  expect(post).toEqual({
    parameters: [],
    requestBody: { description: "It", required: true, content: { "application/json": media, "application/xml": media } },
    responses: {},
  });
});

test("a form: url-encoded, or multipart as soon as it holds a file", () => {
  const { post } = operation(`parameters:
- {in: formData, name: title, type: string, required: true, description: Its title}
- {in: formData, name: tags, type: array, items: {type: string}, collectionFormat: multi}
responses: {}`);
  const properties = { title: { description: "Its title", type: "string" }, tags: { type: "array", items: { type: "string" } } };
  expect(member(post, "requestBody")).toEqual({
    required: true,
    content: {
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties, required: ["title"] },
        encoding: { tags: { style: "form", explode: true } },
      },
    },
  });
  const { post: upload } = operation(
    "consumes: [application/x-www-form-urlencoded]\nparameters: [{in: formData, name: f, type: file}]\nresponses: {}",
  );
  expect(member(upload, "requestBody")).toEqual({
    required: false,
    content: { "multipart/form-data": { schema: { type: "object", properties: { f: { type: "string", format: "binary" } } } } },
  });
});

test("responses: schema and examples become content, headers get a schema", () => {
  const { post } = operation(
    `produces: [application/json, text/csv]
responses:
  200: {description: ok, schema: {type: array, items: {type: string}}, examples: {application/json: [a]}, headers: {X-Left: {type: integer, description: Left}}}
  204: {description: none}
  default: {$ref: "#/responses/Error"}`,
    "responses: {Error: {description: bad, schema: {type: file}}}",
  );
  const schema = { type: "array", items: { type: "string" } };
  expect(member(post, "responses")).toEqual({
    "200": {
      description: "ok",
      headers: { "X-Left": { description: "Left", schema: { type: "integer" } } },
      content: { "application/json": { schema, example: ["a"] }, "text/csv": { schema } },
    },
    "204": { description: "none" },
    default: { $ref: "#/components/responses/Error" },
  });
});

test("shared parameters: a body stays shared, a form field is taken in, another one stays a reference", () => {
  const { post, codes, document } = operation(
    'parameters: [{$ref: "#/parameters/Book"}, {$ref: "#/parameters/Page"}]\nresponses: {}',
    `parameters:
  Book: {in: body, name: book, schema: {type: string}}
  Page: {in: query, name: page, type: integer}
  File: {in: formData, name: file, type: file}
`,
  );
  expect(codes).toEqual([]);
  expect(post).toMatchObject({
    parameters: [{ $ref: "#/components/parameters/Page" }],
    requestBody: { $ref: "#/components/requestBodies/Book" },
  });
  expect(document.root.components).toEqual({
    parameters: { Page: { in: "query", name: "page", schema: { type: "integer" } } },
    requestBodies: { Book: { required: false, content: { "application/json": { schema: { type: "string" } } } } },
  });
});

test("other files keep their layout and are upgraded by what their parts look like", () => {
  const others = {
    "common.yaml": `definitions: {Id: {type: string, x-nullable: true}, Back: {$ref: "swagger.yaml#/definitions/Book"}}
fields:
  Body: {in: body, name: b, schema: {$ref: "#/definitions/Id"}}
  Page: {in: query, name: page, type: integer}
answers: {Fine: {description: ok, schema: {$ref: "#/definitions/Id"}}}
`,
  };
  const { post, codes, document } = operation(
    `parameters: [{$ref: "common.yaml#/fields/Body"}, {$ref: "common.yaml#/fields/Page"}]
responses: {200: {$ref: "common.yaml#/answers/Fine"}}`,
    'definitions: {Book: {type: object, properties: {id: {$ref: "common.yaml#/definitions/Id"}}}}',
    others,
  );
  expect(codes).toEqual([]);
  expect(post).toEqual({
    parameters: [{ $ref: "common.yaml#/fields/Page" }],
    requestBody: { required: false, content: { "application/json": { schema: { $ref: "common.yaml#/definitions/Id" } } } },
    responses: { "200": { $ref: "common.yaml#/answers/Fine" } },
  });
  const resolved = (pointer: string) => document.resolve(`common.yaml#${pointer}`, "0#");
  expect(resolved("/definitions/Id")).toEqual({ value: { type: "string", nullable: true }, origin: "1#/definitions/Id" });
  expect(resolved("/definitions/Back")?.value).toEqual({ $ref: "swagger.yaml#/components/schemas/Book" });
  expect(resolved("/fields/Page")?.value).toEqual({ in: "query", name: "page", schema: { type: "integer" } });
  expect(resolved("/answers/Fine")?.value).toMatchObject({ content: { "application/json": { schema: { $ref: "#/definitions/Id" } } } });
});

test("places are those of the text that the author wrote", () => {
  const { document } = operation(
    `parameters:
- {in: body, name: book, schema: {type: object, properties: {title: {type: string}}}}
- {in: query, name: page, type: integer}
responses: {200: {description: ok, schema: {type: string}}}`,
    "definitions: {Book: {type: object}}",
  );
  const pointer = (inNewShape: string) => document.source.positionOf(`0#${inNewShape}`).pointer;
  expect(pointer("/components/schemas/Book/type")).toBe("/definitions/Book/type");
  expect(pointer("/paths/~1books/post/parameters/0/schema/type")).toBe("/paths/~1books/post/parameters/1/type");
  expect(pointer("/paths/~1books/post/requestBody/content/application~1json/schema/properties/title")).toBe(
    "/paths/~1books/post/parameters/0/schema/properties/title",
  );
  expect(pointer("/paths/~1books/post/responses/200/content/application~1json/schema")).toBe("/paths/~1books/post/responses/200/schema");
});

test("references that reach into an operation follow what they name", () => {
  const { codes, document } = operation(
    `parameters: [{in: body, name: book, schema: {type: object, properties: {title: {type: string}}}}]
responses: {200: {description: ok, schema: {type: array, items: {type: string}}}}`,
    `responses: {Fine: {description: ok, schema: {type: object}}}
definitions:
  Item: {$ref: "#/paths/~1books/post/responses/200/schema/items"}
  Title: {$ref: "#/paths/~1books/post/parameters/0/schema/properties/title"}
  Fine: {$ref: "#/responses/Fine/schema"}
`,
  );
  expect(codes).toEqual([]);
  const target = (name: string) =>
    document.resolve(String(member(member(member(document.root.components, "schemas"), name), "$ref")), "0#")?.value;
  expect([target("Item"), target("Title"), target("Fine")]).toEqual([{ type: "string" }, { type: "string" }, { type: "object" }]);
});

test("what leads nowhere is named as the author wrote it", () => {
  const { document, codes } = operation(
    "responses: {200: {description: ok, schema: {$ref: '#/definitions/Bok'}}}",
    "definitions: {Book: {type: object}}",
  );
  expect(codes).toEqual(["reference-dangling"]);
  const messages: string[] = [];
  checkReferences(document, ({ message, help }) => void messages.push(message, help));
  expect(messages).toEqual(['"#/definitions/Bok" leads nowhere: there is no "Bok".', 'Did you mean "Book"? Otherwise add what it names.']);
});
