import { lowerText } from "../../scripts/testing/lowerText.js";

const done = 'responses: {"204": {description: Done.}}';

test("path-level parameters come first; the operation's own takes the place of one with its name and location", () => {
  const { api } = lowerText(`
paths:
  /books/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: page, in: query, description: of the path, schema: {type: integer}}
    get:
      parameters:
        - {name: sort, in: query, schema: {type: string}}
        - {name: page, in: query, description: of the operation, schema: {type: integer}}
      ${done}
`);
  expect(api.operations[0]?.parameters.map(({ wire, docs }) => [wire, docs.description])).toEqual([
    ["id", null],
    ["page", "of the operation"],
    ["sort", null],
  ]);
});

test("style and explode that are left out are filled in", () => {
  const { api } = lowerText(`
paths:
  /books/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
        - {name: flat, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: deep, in: query, style: deepObject, schema: {type: object}}
        - {name: json, in: query, content: {application/json: {schema: {type: object}}}}
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: Accept, in: header, schema: {type: string}}
      ${done}
`);
  expect(
    api.operations[0]?.parameters.map(({ encoding }) =>
      encoding.kind === "content" ? encoding.kind : `${encoding.style} ${encoding.explode}`,
    ),
  ).toEqual(["simple false", "form true", "form false", "deepObject true", "content", "simple false"]);
});

test("shared parameters and responses give their inline types one name in all operations", () => {
  const { api } = lowerText(`
paths:
  /books: {get: {parameters: [{$ref: "#/components/parameters/Order"}], responses: {"200": {$ref: "#/components/responses/Found"}}}}
  /maps: {get: {parameters: [{$ref: "#/components/parameters/Order"}], responses: {"200": {$ref: "#/components/responses/Found"}}}}
components:
  parameters: {Order: {name: order, in: query, schema: {enum: [a, b]}}}
  responses: {Found: {description: Found., content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}}
`);
  expect(api.types.map(({ id }) => id)).toEqual(["parameter:Order/type", "response:Found"]);
  expect(api.operations.map(({ responses }) => responses[0]?.shared)).toEqual(["Found", "Found"]);
});

test("a path parameter that nothing defines is a required string, and one that the path does not have is dropped", () => {
  const { api, codes } = lowerText(
    `paths: {"/books/{id}": {get: {parameters: [{name: other, in: path, required: true, schema: {type: string}}], ${done}}}}`,
  );
  expect(codes).toEqual(["path-parameter-undefined"]);
  expect(api.operations[0]?.parameters).toMatchObject([{ wire: "id", in: "path", presence: "required", type: { kind: "string" } }]);
});

test("operators of URI templates are taken out of a path", () => {
  const { api, codes } = lowerText(
    `paths: {"/books/{.id*}": {get: {parameters: [{name: id, in: path, required: true, style: label, schema: {type: string}}], ${done}}}}`,
  );
  expect(api.operations[0]).toMatchObject({ path: "/books/{id}", parameters: [{ wire: "id" }] });
  expect(codes).toEqual([]);
});

test("a second operation with one id is named by its method and path; no id is no problem", () => {
  const { api, codes } = lowerText(
    `paths: {/a: {get: {operationId: list, ${done}}, post: {${done}}}, /b: {get: {operationId: list, ${done}}}}`,
  );
  expect(api.operations.map(({ id }) => id)).toEqual(["list", "post_/a", "get_/b"]);
  expect(codes).toEqual(["operation-id-duplicate"]);
});

test("groups with dots nest, tags that differ in punctuation are one, and an operation may stand under two", () => {
  const { api } = lowerText(`
tags: [{name: access tokens, description: Tokens.}]
paths:
  /a: {get: {operationId: a, x-speakeasy-group: portal.members, ${done}}}
  /b: {get: {operationId: b, tags: [Access-Tokens, other], ${done}}}
  /c: {get: {operationId: c, tags: [access_tokens], ${done}}}
  /d: {get: {operationId: d, ${done}}}
`);
  const shown = (services: typeof api.services): unknown =>
    services.map(({ naming, operations, services: inner }) => [naming.trail.at(-1)?.key, operations, shown(inner)]);
  expect(shown(api.services)).toEqual([
    ["portal", [], [["members", ["a"], []]]],
    ["Access-Tokens", ["b", "c"], []],
    ["other", ["b"], []],
  ]);
  expect(api.services[1]?.docs.description).toBe("Tokens.");
});

test("security: the document's own, none, anonymous, alternatives", () => {
  const { api } = lowerText(`
security: [{token: []}]
paths:
  /a: {get: {${done}}}
  /b: {get: {security: [], ${done}}}
  /c: {get: {security: [{}], ${done}}}
  /d: {get: {security: [{token: [read], key: []}, {other: []}], ${done}}}
components:
  securitySchemes:
    token: {type: http, scheme: Bearer}
    key: {type: apiKey, in: header, name: X-Key}
    other: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {read: Read.}}}}
`);
  expect(api.security).toEqual([[{ scheme: "token", scopes: [] }]]);
  expect(api.operations.map(({ security }) => security)).toEqual([
    null,
    [],
    [[]],
    [
      [
        { scheme: "token", scopes: ["read"] },
        { scheme: "key", scopes: [] },
      ],
      [{ scheme: "other", scopes: [] }],
    ],
  ]);
  expect(api.schemes).toMatchObject([
    { kind: "bearer" },
    { kind: "apiKey", wire: "X-Key" },
    { kind: "oauth2", flows: [{ kind: "clientCredentials", tokenUrl: "/token" }] },
  ]);
});

test.each([
  ["$.items", ["items"]],
  ["$", []],
  ["$.data[-1].id", ["data", -1, "id"]],
  ["$.data[(@.length-1)].id", ["data", -1, "id"]],
  ["$['next page'].x", ["next page", "x"]],
])("pagination reads %s", (path, steps) => {
  const { api } = lowerText(`
paths:
  /a:
    get:
      x-speakeasy-pagination: {type: url, outputs: {results: ${JSON.stringify(path)}, nextUrl: $.next}}
      ${done}
`);
  expect(api.operations[0]?.pagination).toEqual({ kind: "url", items: steps, next: ["next"] });
});

test("pages, offsets and cursors", () => {
  const { api, codes } = lowerText(`
paths:
  /page: {get: {x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: page, in: parameters, type: page}, {name: size, in: parameters, type: limit}], outputs: {results: $.items, numPages: $.pages}}, ${done}}}
  /offset: {get: {x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: from.start, in: requestBody, type: offset}], outputs: {results: $.items}}, ${done}}}
  /cursor: {get: {x-speakeasy-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {nextCursor: $.next}}, ${done}}}
  /wrong: {get: {x-speakeasy-pagination: {type: cursor, inputs: []}, ${done}}}
`);
  expect(api.operations.map(({ pagination }) => pagination)).toEqual([
    {
      kind: "page",
      input: { in: "parameter", path: ["page"] },
      limit: { in: "parameter", path: ["size"] },
      items: ["items"],
      last: ["pages"],
    },
    { kind: "offset", input: { in: "body", path: ["from", "start"] }, limit: null, items: ["items"], last: null },
    { kind: "cursor", input: { in: "parameter", path: ["after"] }, items: null, next: ["next"] },
    null,
  ]);
  expect(codes).toEqual(["pagination-unreadable"]);
});

test("webhooks of 3.1 and of its forerunner, and callbacks, whose paths are expressions", () => {
  const hook = `{post: {requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}, ${done}}}`;
  for (const key of ["webhooks", "x-webhooks"]) {
    const { api } = lowerText(`${key}: {bookSold: ${hook}}`);
    expect(api.webhooks).toMatchObject([{ id: "bookSold_post", path: "bookSold", method: "post" }]);
    expect(api.types.map(({ id }) => id)).toEqual(["webhook:bookSold_post/body/type"]);
  }
  const { api, codes } = lowerText(`paths: {/a: {post: {operationId: a, callbacks: {sold: {"{$request.body#/url}": ${hook}}}, ${done}}}}`);
  expect(api.operations[0]?.callbacks).toMatchObject([{ path: "{$request.body#/url}", parameters: [] }]);
  expect(codes).toEqual([]);
});

test("methods of 3.2, and an operation that stands in another place", () => {
  const { api } = lowerText(`
paths:
  /a:
    query: {operationId: q, ${done}}
    additionalOperations: {COPY: {operationId: c, ${done}}}
    get: {$ref: "#/x-operations/get"}
x-operations: {get: {operationId: g, ${done}}}
`);
  expect(api.operations.map(({ method, id }) => [method, id])).toEqual([
    ["query", "q"],
    ["COPY", "c"],
    ["get", "g"],
  ]);
});

test("answers: codes, ranges, default, and what has a structure", () => {
  const { api, codes } = lowerText(`
paths:
  /a:
    get:
      responses:
        "200":
          description: Some.
          headers: {X-Count: {schema: {type: integer}, required: true}}
          content:
            application/json: {schema: {type: object}, examples: {one: {value: {a: 1}}}}
            text/event-stream: {schema: {type: object}}
            image/png: {}
        4XX: {description: Wrong., content: {application/problem+json: {schema: {type: object}}}}
        default: {description: Else.}
        "999": {description: Never.}
`);
  const [ok, wrong, other] = api.operations[0]?.responses ?? [];
  expect(ok?.contents.map(({ codec }) => codec.kind)).toEqual(["json", "events", "binary"]);
  expect(ok?.contents[0]?.examples).toEqual([{ name: "one", value: { a: 1 } }]);
  expect(ok?.headers).toMatchObject([{ wire: "X-Count", presence: "required", type: { kind: "integer" } }]);
  expect([wrong?.status, wrong?.outcome, other?.status, other?.outcome]).toEqual([
    { kind: "range", hundreds: 4 },
    "error",
    { kind: "default" },
    "error",
  ]);
  expect(codes).toEqual(["response-unreadable"]);
});

test("an example of a parameter: its own, a named one, one of its schema", () => {
  const { api } = lowerText(`
paths:
  /a:
    get:
      parameters:
        - {name: a, in: query, example: 1, schema: {type: integer, example: 9}}
        - {name: b, in: query, examples: {first: {value: 2}, second: {value: 3}}, schema: {type: integer}}
        - {name: c, in: query, schema: {type: integer, examples: [4]}}
        - {name: d, in: query, schema: {anyOf: [{type: integer, examples: [5]}, {type: "null"}]}}
      ${done}
`);
  expect(api.operations[0]?.parameters.map(({ example }) => example?.value)).toEqual([1, 2, 4, 5]);
});

test("servers keep their ids and variables; a path item's own stand for its operations", () => {
  const { api } = lowerText(`
servers: [{url: "https://{region}.example.test", x-speakeasy-server-id: main, variables: {region: {default: eu, enum: [eu, us]}}}, {url: ""}]
paths: {/a: {servers: [{url: https://a.example.test}], get: {operationId: a, ${done}}}}
`);
  expect(api.servers).toMatchObject([
    { name: "main", address: "server:main", variables: [{ wire: "region", default: "eu", values: ["eu", "us"] }] },
  ]);
  expect(api.operations[0]?.servers).toMatchObject([{ url: "https://a.example.test", address: "op:a/server:1" }]);
});

test("what cannot be read is counted by its path; a form of a body that is not sent is no operation", () => {
  const { api, codes } = lowerText(`
paths:
  /a: {post: {requestBody: {content: {application/json: {}, text/plain: {}}}, ${done}}}
  /b: none
`);
  expect([api.operations.length, api.skipped]).toEqual([1, ["/b"]]);
  expect(codes).toEqual(["body-alternative", "operation-unreadable"]);
});

test("a header of the operation takes the place of the path's whatever the case of its letters", () => {
  const { api } = lowerText(`
paths:
  /books:
    parameters:
      - {name: x-trace-id, in: header, schema: {type: string}}
      - {name: X-Other, in: query, schema: {type: string}}
    get:
      parameters:
        - {name: X-Trace-Id, in: header, schema: {type: integer}}
        - {name: x-other, in: query, schema: {type: string}}
      ${done}
`);
  expect(api.operations[0]?.parameters.map(({ wire }) => wire)).toEqual(["X-Trace-Id", "X-Other", "x-other"]);
});

test("retries of the document hold for operations that say nothing", () => {
  const { api } = lowerText(`
x-speakeasy-retries: {strategy: backoff, backoff: {initialInterval: 50}, statusCodes: [429]}
paths:
  /books:
    get:
      ${done}
    put:
      x-speakeasy-retries: {strategy: backoff, backoff: {initialInterval: 70}, statusCodes: [5XX]}
      ${done}
    post:
      x-speakeasy-retries: {strategy: none}
      ${done}
`);
  expect(api.operations.map(({ retry }) => retry?.initialMs ?? null)).toEqual([50, 70, null]);
});
