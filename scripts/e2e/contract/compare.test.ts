import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, work } from "../places.js";
import { readCases, type WireCase } from "../wireCase.js";
import { type Request, requestProblems, responseProblems } from "./compare.js";
import { readContract } from "./contract.js";
import { upgraded } from "./upgrade.js";

const contract = readContract(join(root, "specs/wire/openapi.yaml"));
/** What stands on servers of its own is not below the server's root, and a query in a path is none of OpenAPI's. */
const elsewhere = new Set(["callElsewhere", "fixed"]);
const cases = readCases().flatMap(([file, all]) =>
  all.flatMap((one) => (elsewhere.has(one.call.operation) ? [] : [[`${file}: ${one.name}`, one] as const])),
);
const token = { authorization: "Bearer token" };

/** The request that a case expects, as it would arrive. */
function requestOf({
  method,
  path,
  query = "",
  sent = `${path}?${query}`,
  headers,
  json,
  form,
  text,
  parts,
}: NonNullable<WireCase["request"]>): Request {
  const written = [
    ...(json === undefined ? [] : [["application/json", JSON.stringify(json)] as const]),
    ...(form === undefined ? [] : [["application/x-www-form-urlencoded", form] as const]),
    ...(parts === undefined ? [] : [["multipart/form-data; boundary=cut", multipart(parts)] as const]),
    ...(text === undefined || text === "" ? [] : [["", text] as const]),
  ];
  const [contentType, body] = written[0] ?? ["", ""];
  return {
    method: method ?? "",
    url: sent,
    headers: { ...(contentType === "" ? {} : { "content-type": contentType }), ...token, ...headers },
    body,
  };
}

function multipart(parts: NonNullable<NonNullable<WireCase["request"]>["parts"]>): string {
  const written = parts.map(({ name, fileName, type, content }) => {
    const file = fileName === undefined ? "" : `; filename="${fileName}"`;
    const kind = type ?? (content.startsWith("{") ? "application/json" : null);
    return `--cut\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${kind === null ? "" : `Content-Type: ${kind}\r\n`}\r\n${content}\r\n`;
  });
  return `${written.join("")}--cut--\r\n`;
}

// Also a check of the cases themselves: all styles and all kinds of bodies stand there.
test.each(cases.flatMap(([name, { request }]) => (request?.method === undefined ? [] : [[name, request] as const])))(
  "what is sent fits the document: %s",
  (_name, request) => {
    expect(requestProblems(contract, requestOf(request))).toEqual([]);
  },
);

const get = (url: string, headers = {}): Request => ({ method: "GET", url, headers: { ...token, ...headers }, body: "" });
const post = (url: string, type: string, body: string): Request => ({
  method: "POST",
  url,
  headers: { ...token, "content-type": type },
  body,
});
const count = { "x-count": "1" };

test.each<[string, Request, string]>([
  ["a list in one value", get("/query?ids=1,x"), "query.ids /1 must be integer (integer)"],
  ["a list that is repeated and should not be", get("/query?ids=1&ids=2"), "query.ids is written in another style"],
  ["a value for a boolean", get("/query?flag=yes"), "query.flag must be boolean (boolean)"],
  ["an object spread over the query", get("/query?x=1"), "query.point must have required property 'y' (y)"],
  ["a deep object", get("/query?filter[min]=a"), "query.filter /min must be integer (integer)"],
  ["a deep object in another style", get("/query?filter=min,1"), "query.filter is not in the document"],
  ["JSON in the query", get("/query?where=%7B%22x%22:1%7D"), "query.where must have required property 'y' (y)"],
  ["JSON in the query that is none", get("/query?where=x=1"), "query.where no JSON: "],
  ["an instant", get("/query?since=yesterday"), 'query.since must match format "date-time" (date-time)'],
  ["a missing header", get("/header"), "header.X-Count is required"],
  ["a header", get("/header", { "x-count": "many" }), "header.X-Count must be integer (integer)"],
  ["an object in a header", get("/header", { ...count, "x-point": "x,1,y,2" }), "header.X-Point must be object (object)"],
  ["a list in a path", get("/styles/a/x=1,y=2/a.b/;matrix=a"), "path.label is written in another style"],
  ["an object in a path", get("/styles/a/x=1,y=b/.a/;matrix=a"), "path.exploded /y must be integer (integer)"],
  ["a form", post("/bodies/form", "application/x-www-form-urlencoded", "tags=a"), "body must have required property 'name' (name)"],
  [
    "a field of a form",
    post("/bodies/form", "application/x-www-form-urlencoded", "name=a&agreed=x"),
    "body agreed must be boolean (boolean)",
  ],
  [
    "an object in a form",
    post("/bodies/form", "application/x-www-form-urlencoded", "name=a&where=%7B%22x%22:1%7D"),
    "body where must have required property 'y' (y)",
  ],
  [
    "a part",
    post("/bodies/upload", "multipart/form-data; boundary=cut", multipart([{ name: "title", content: "T" }])),
    "body must have required property 'file' (file)",
  ],
])("%s is compared", (_what, request, problem) => {
  expect(requestProblems(contract, request)).toEqual([expect.stringContaining(problem)]);
});

test("a status of a range is compared with the range", () => {
  const answer = (status: number, body: unknown) => ({
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(responseProblems(contract, get("/answers/thing"), answer(418, { detail: "tea" }))).toEqual([]);
  expect(responseProblems(contract, get("/answers/thing"), answer(418, {}))).toEqual([
    "body must have required property 'detail' (detail) [{}]",
  ]);
  expect(responseProblems(contract, get("/answers/thing"), answer(500, {}))).toEqual(["status 500 is not in the document"]);
});

describe("a document with directions, credentials and headers", () => {
  const written = (version: string) => `
openapi: ${version}
info: {title: T, version: "1"}
security: [{key: [], basic: []}, {cookie: []}]
paths:
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {enum: [1, 2]}}]
    put:
      parameters: [{name: extra, in: query, schema: {type: object, additionalProperties: {type: integer}}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses:
        "200": {description: D, headers: {X-Left: {required: true, schema: {type: integer}}}, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: k}
    basic: {type: http, scheme: basic}
    cookie: {type: apiKey, in: cookie, name: session}
  schemas:
    Thing:
      required: [made, secret]
      properties: {made: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}, properties: {type: string}}
`;
  const save = (version: string): string => {
    const file = join(work, `contract-${version}.yaml`);
    mkdirSync(work, { recursive: true });
    writeFileSync(file, written(version));
    return file;
  };
  const own = readContract(save("3.1.0"));
  const put = (url: string, headers: Request["headers"], value: unknown): Request => ({
    method: "PUT",
    url,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  });
  const cookie = { cookie: "a=b; session=c" };

  test.each<[string, Request, readonly string[]]>([
    ["the whole of one alternative", put("/things/1?k=a", { authorization: "Basic YTpi" }, { secret: "s" }), []],
    ["another alternative", put("/things/2", cookie, { secret: "s", properties: "p" }), []],
    ["names that the document leaves open", put("/things/1?n=1&m=2", cookie, { secret: "s" }), []],
    ["a value under such a name", put("/things/1?n=x", cookie, { secret: "s" }), ['query.extra /n must be integer (integer) ["x"]']],
    ["half of an alternative", put("/things/1?k=a", {}, { secret: "s" }), ["no credential of the document is sent"]],
    [
      "a value of an enum without a type",
      put("/things/3", cookie, { secret: "s" }),
      ['path.id must be equal to one of the allowed values (1, 2) ["3"]'],
    ],
    ["what the server alone writes", put("/things/1", cookie, { secret: "s", made: "m" }), ['body /made boolean schema is false ["m"]']],
  ])("requests: %s", (_what, request, problems) => {
    expect(requestProblems(own, request)).toEqual(problems);
  });

  test("responses: what the caller alone writes is neither required nor allowed, headers are", () => {
    const answer = (body: unknown, left: string | null) => ({
      status: 200,
      headers: { "content-type": "application/json", ...(left === null ? {} : { "x-left": left }) },
      body: JSON.stringify(body),
    });
    const request = put("/things/1", cookie, { secret: "s" });
    expect(responseProblems(own, request, answer({ made: "m" }, "3"))).toEqual([]);
    expect(responseProblems(own, request, answer({ made: "m", secret: "s" }, "3"))).toEqual(['body /secret boolean schema is false ["s"]']);
    expect(responseProblems(own, request, answer({ made: "m" }, null))).toEqual(["header.X-Left is required"]);
    expect(responseProblems(own, request, answer({ made: "m" }, "few"))).toEqual(['header.X-Left must be integer (integer) ["few"]']);
  });

  test("another version of OpenAPI is refused, not read wrongly", () => {
    expect(() => readContract(save("2.0"))).toThrow("no document of OpenAPI 3");
  });

  test("OpenAPI 3.0 is read as what it means", () => {
    const nullable = { type: "string", nullable: true, enum: ["a"] };
    const limit = { type: "number", minimum: 0, exclusiveMinimum: true };
    expect(upgraded({ openapi: "3.0.3", a: nullable, b: limit, c: { $ref: "#/a", description: "not read" } })).toEqual({
      openapi: "3.1.0",
      a: { type: ["string", "null"], enum: ["a", null] },
      b: { type: "number", minimum: 0, exclusiveMinimum: 0 },
      c: { $ref: "#/a" },
    });
    expect(upgraded({ openapi: "3.1.0", c: { $ref: "#/a", nullable: true } })).toEqual({
      openapi: "3.1.0",
      c: { anyOf: [{ $ref: "#/a" }, { type: "null" }] },
    });
  });
});
