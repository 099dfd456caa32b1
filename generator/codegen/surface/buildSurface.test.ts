import { lowerText } from "../../../scripts/testing/lowerText.js";
import { style } from "../../../scripts/testing/nameText.js";
import { buildSurface } from "./buildSurface.js";
import type { CallStyle } from "./callStyle.js";

function surfaceOf(text: string, own: Partial<CallStyle> = {}) {
  return buildSurface(lowerText(text).api, { ...style, ...own });
}

/** The one method of an operation with this body, parameters and answers. */
function method(operation: string, own: Partial<CallStyle> = {}) {
  const surface = surfaceOf(
    `
paths: {/a: {post: {operationId: a, ${operation}}}}
components:
  schemas:
    Book: {type: object, required: [title], properties: {title: {type: string}, pages: {type: integer}}}
    Gone: {type: object, properties: {code: {type: integer}}}
`,
    own,
  );
  const [first] = surface.methods;
  if (first === undefined) throw new Error("no method");
  return { ...first, types: surface.types.map(({ id, role }) => `${role} ${id}`) };
}

const done = 'responses: {"204": {description: Done.}}';
const query = "parameters: [{name: q, in: query, schema: {type: string}}]";
const json = (schema: string) => `{description: Ok., content: {application/json: {schema: ${schema}}}}`;
const book = '{$ref: "#/components/schemas/Book"}';
const body = (required: boolean, schema = book) => `requestBody: {required: ${required}, content: {application/json: {schema: ${schema}}}}`;
const wires = (request: ReturnType<typeof method>["request"]) =>
  request.kind === "arguments" || request.kind === "object" ? request.arguments.map(({ slot }) => slot.wire) : [];

test("nothing, a body alone, parameters with a request type, parameters and a whole body", () => {
  expect(method(done)).toMatchObject({ request: { kind: "none" }, types: [] });
  expect(method(`${body(true)}, ${done}`)).toMatchObject({ request: { kind: "body" }, types: ["model schema:Book"] });
  expect(method(`${query}, ${done}`)).toMatchObject({
    request: { kind: "arguments", type: "op:a/request" },
    types: ["request op:a/request"],
  });
  const both = method(`${query}, ${body(true)}, ${done}`);
  expect([both.request.kind, wires(both.request)]).toEqual(["arguments", ["q", "body"]]);
});

test("a body is spread when it must be given, or something else must", () => {
  const flattened = { bodies: "flattened" } as const;
  expect(wires(method(`${body(true)}, ${done}`, flattened).request)).toEqual(["title", "pages"]);
  expect(wires(method(`${query}, ${body(true)}, ${done}`, flattened).request)).toEqual(["q", "title", "pages"]);
  expect(wires(method(`${query}, ${body(true)}, ${done}`, { ...flattened, order: "body-first" }).request)).toEqual(["title", "pages", "q"]);
  expect(method(`${body(false)}, ${done}`, flattened).request.kind).toBe("body");
  expect(method(`${body(true, "{type: array, items: {type: string}}")}, ${done}`, flattened).request.kind).toBe("body");
});

test("more arguments than allowed are one request value", () => {
  expect(method(`${query}, ${body(true)}, ${done}`, { bodies: "flattened", maxArguments: 2 }).request).toMatchObject({
    kind: "object",
    type: "op:a/request",
  });
  expect(method(`${body(true)}, ${done}`, { bodies: "flattened", maxArguments: 1 }).request.kind).toBe("body");
  expect(method(`${query}, ${done}`, { maxArguments: 0 }).request.kind).toBe("object");
});

test("JSON is the body where there is a choice", () => {
  const { request, operation } = method(
    `requestBody: {content: {text/plain: {schema: {type: string}}, application/json: {schema: ${book}}}}, ${done}`,
  );
  expect([request.kind, operation.body?.content.mediaType]).toEqual(["body", "application/json"]);
});

test("results: nothing, a value, perhaps a value, one of several, a value with headers", () => {
  expect(method(done).result.shape.kind).toBe("nothing");
  expect(method(`responses: {"200": ${json(book)}}`).result).toMatchObject({
    shape: { kind: "value" },
    mayBeEmpty: false,
  });
  expect(method(`responses: {"200": ${json(book)}, "204": {description: Done.}}`).result).toMatchObject({
    shape: { kind: "value" },
    mayBeEmpty: true,
  });
  expect(method(`responses: {"200": ${json(book)}, "201": ${json("{type: string}")}}`)).toMatchObject({
    result: { shape: { kind: "union", type: "op:a/response" } },
  });
  expect(method(`responses: {"200": ${json(book)}, "201": ${json(book)}}`).result.shape.kind).toBe("value");
  const headers = `responses: {"200": {description: Ok., headers: {X-Count: {schema: {type: integer}}}, content: {application/json: {schema: ${book}}}}}`;
  expect(method(headers).result.shape).toMatchObject({ kind: "wrapper", headers: [{ wire: "X-Count" }] });
});

test("a default answer is a success where nothing else is", () => {
  expect(method(`responses: {default: ${json(book)}}`).result.shape.kind).toBe("value");
  expect(method(`responses: {"204": {description: Done.}, default: ${json("{type: string}")}}`).result.shape.kind).toBe("nothing");
});

test("pages have a response of their own", () => {
  const pages = "x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: q, in: parameters, type: page}], outputs: {results: $.items}}";
  expect(method(`${pages}, ${query}, responses: {"200": ${json(book)}}`).result.shape).toMatchObject({
    kind: "wrapper",
    type: "op:a/response",
    value: { kind: "ref" },
  });
});

test("an error whose schema stands elsewhere, too, wraps the model; in older SDKs the model is the error's", () => {
  const both = `responses: {"200": ${json(book)}, "409": ${json(book)}}`;
  expect(method(both)).toMatchObject({
    errors: [{ types: ["schema:Book/error"] }],
    types: ["model schema:Book", "error schema:Book/error"],
  });
  expect(method(both, { errorData: "own" })).toMatchObject({ errors: [{ types: ["schema:Book"] }], types: ["error schema:Book"] });
});

test("errors: objects, each member of a union, nothing for text", () => {
  const { errors, types } = method(
    `responses: {"204": {description: Done.}, "404": ${json('{$ref: "#/components/schemas/Gone"}')}, 4XX: ${json(`{oneOf: [${book}, {type: object, properties: {why: {type: string}}}]}`)}, "500": ${json("{type: string}")}}`,
  );
  expect(errors.map((one) => one.types)).toEqual([["schema:Gone"], ["schema:Book", expect.stringContaining("/member:object")]]);
  expect(types).toContain("error schema:Gone");
});

const secured = (security: string, own: string) => `
security: ${security}
paths: {/a: {get: {operationId: a, ${own} ${done}}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: http, scheme: basic}
`;

test("credentials are the client's own arguments; of older SDKs one simple one alone, several or a pair are a security value", () => {
  const old = { operationSecurity: "argument" } as const;
  expect(surfaceOf(secured("[{token: []}]", "")).security).toMatchObject({ kind: "flattened", schemes: [{ id: "token" }, {}, {}] });
  expect(surfaceOf(secured("[{token: []}]", ""), { security: "value" }).security.kind).toBe("value");
  expect(surfaceOf(secured("[{token: []}]", ""), old).security).toMatchObject({ kind: "flattened", schemes: [{ id: "token" }] });
  expect(surfaceOf(secured("[{login: []}]", ""), old).security.kind).toBe("value");
  expect(surfaceOf(secured("[{token: []}, {key: []}]", ""), old).security.kind).toBe("value");
  expect(surfaceOf(secured("[]", ""), old).security.kind).toBe("none");
});

test("fields of a security value of older SDKs: required where every one is needed, else optional", () => {
  const fields = (security: string) => {
    const type = surfaceOf(secured(security, ""), { operationSecurity: "argument" }).types.find(({ role }) => role === "security")?.type;
    return type?.kind === "object" ? type.fields.map(({ wire, presence }) => `${wire} ${presence}`) : [];
  };
  expect(fields("[{token: [], key: []}]")).toEqual(["token required", "key required"]);
  expect(fields("[{token: []}, {key: []}]")).toEqual(["token optional", "key optional"]);
});

test("an operation of older SDKs uses the client's security, none, or its own", () => {
  const security = (own: string) => surfaceOf(secured("[{token: []}]", own), { operationSecurity: "argument" }).methods[0]?.security;
  expect(security("")).toEqual({ kind: "client", alternatives: null });
  expect(security("security: [{token: [read]}],")).toEqual({ kind: "client", alternatives: null });
  expect(security("security: [],")).toEqual({ kind: "none" });
  expect(security("security: [{}],")).toEqual({ kind: "none" });
  expect(security("security: [{key: []}],")).toMatchObject({ kind: "own", type: "op:a/security" });
});

test("types come in the order in which the operations meet them, each once, and schemas that nothing uses stay out", () => {
  const { types } = surfaceOf(`
paths:
  /a: {get: {operationId: a, parameters: [{name: q, in: query, schema: {$ref: "#/components/schemas/C"}}], responses: {"200": ${json('{$ref: "#/components/schemas/A"}')}}}}
components:
  schemas:
    A: {type: object, properties: {b: {$ref: "#/components/schemas/B"}, a: {$ref: "#/components/schemas/A"}}}
    B: {type: object, properties: {a: {$ref: "#/components/schemas/A"}}}
    C: {enum: [x, y]}
    Unused: {type: object, properties: {x: {type: string}}}
`);
  expect(types.map(({ id }) => id).sort()).toEqual(["op:a/request", "schema:A", "schema:B", "schema:C"]);
  expect(types.map(({ id }) => id).filter((id) => id.startsWith("schema:"))).toEqual(["schema:C", "schema:A", "schema:B"]);
});
