import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import { planOf } from "../../../scripts/testing/planOf.js";
import type { Json, JsonObject } from "../../ir/json.js";
import type { Parameter } from "../../ir/operation.js";
import type { Plan } from "../plan/plan.js";
import { snippetCall } from "../snippets/snippets.js";
import { parameterPairs, parameterText } from "./parameterText.js";
import type { WireBody } from "./wireBody.js";
import { type WireRequest, wireRequest } from "./wireRequest.js";

/** What libraries of SDKs send, by the cases that each of them is tested with. */
interface WireCase {
  readonly name: string;
  readonly sdk?: string;
  readonly call: { readonly operation: string; readonly arguments?: JsonObject; readonly body?: Json };
  readonly request?: {
    readonly path?: string;
    readonly sent?: string;
    readonly query?: string;
    readonly headers?: { readonly [name: string]: string };
  } & {
    readonly [kind in "json" | "text" | "form" | "parts"]?: Json;
  };
}

/** What a library does besides sending what it is given. */
const ofLibraries = new Set([
  "the default of what the document requires is sent",
  "of a body with defaults only what was given goes out, and what the document requires",
  "of a form with defaults only what was given goes out, and what the document requires",
  "a header of the caller replaces one of the SDK, whatever its case",
  "a form, letter by letter",
]);
/** Files that a caller describes: a generated call has one of which nothing is known. */
const describesFile = ({ call }: WireCase): boolean => JSON.stringify(call.body ?? null).includes('"$file"');
/** What the drivers make of a text for a file: its name tells its type. */
const fileOfCase = (name: string) => ({ name, fileName: "example.txt", type: "text/plain", content: "content" });
const cases = ["parameters", "bodies", "styles", "xml"].flatMap(
  (file) => load(read(`${file}.yaml`), { schema: CORE_SCHEMA }) as readonly WireCase[],
);
const plan = planOf(read("openapi.yaml"));

const sent = cases.filter((one) => one.request !== undefined && one.sdk === undefined && !ofLibraries.has(one.name) && !describesFile(one));
test.each(sent)("$name", (one) => {
  const { call, request } = one;
  const sent = requestOf(plan, call);
  const [path, query] = request?.sent?.split(/\?(.*)/s) ?? [request?.path, request?.query];
  const { "content-type": mediaType, authorization: _, accept: __, ...headers } = request?.headers ?? {};
  expect(sent.path).toBe(path);
  if (query !== undefined) expect(decoded(sent.query)).toEqual([...new URLSearchParams(query)]);
  const cookies = sent.cookies.map((pair) => pair.join("=")).join("; ");
  expect(Object.fromEntries([...sent.headers.map(([name, text]) => [name.toLowerCase(), text]), ["cookie", cookies]])).toMatchObject(
    headers,
  );
  if (mediaType !== undefined) expect(sent.body?.mediaType).toBe(mediaType);
  const { json, text, form, parts } = request ?? {};
  const body = json ?? text ?? form ?? parts;
  if (body !== undefined) expect(contentOf(sent.body)).toEqual(form === undefined ? body : [...new URLSearchParams(String(form))]);
});

test("a fixed query, one that is a whole, and cookies", () => {
  const { path, query, cookies } = requestOf(
    planOf(`paths:
  /a?beta=true&flag#2:
    get:
      operationId: get
      parameters:
        - {name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
        - {name: a b, in: cookie, explode: false, schema: {type: array, items: {type: string}}}
      responses: {"204": {description: ""}}`),
    { operation: "get", arguments: { all: { x: 1, y: ["a", "b"], none: null }, "a b": ["1;", "2"] } },
  );
  expect({ path, query, cookies }).toEqual({
    path: "/a",
    query: [
      ["beta", "true"],
      ["flag", ""],
      ["x", "1"],
      ["y", "a"],
      ["y", "b"],
    ],
    cookies: [["a%20b", "1%3B,2"]],
  });
});

test("what the client holds for all calls is sent", () => {
  const held = planOf(`x-speakeasy-globals:
  parameters: [{name: X-Tenant, in: header, schema: {type: string}, example: acme}]
paths:
  /a:
    get:
      operationId: get
      parameters: [{name: X-Tenant, in: header, schema: {type: string}}]
      responses: {"204": {description: ""}}`);
  expect(requestOf(held, { operation: "get" }).headers).toEqual([["X-Tenant", "acme"]]);
  expect(requestOf(held, { operation: "get", arguments: { "X-Tenant": "own" } }).headers).toEqual([["X-Tenant", "own"]]);
});

const styled = (style: string, explode: boolean, place: Parameter["in"] = "path") =>
  ({ wire: "n", in: place, encoding: { kind: "styled", style, explode, allowReserved: false, allowEmpty: false } }) as Parameter;

/** The table of OpenAPI 3.1, 4.8.12.4. */
test.each([
  ["matrix", false, ";n=a%2C,b", ";n=R,1,G,2"],
  ["matrix", true, ";n=a%2C;n=b", ";R=1;G=2"],
  ["label", false, ".a%2C,b", ".R,1,G,2"],
  ["label", true, ".a%2C.b", ".R=1.G=2"],
  ["simple", false, "a%2C,b", "R,1,G,2"],
  ["simple", true, "a%2C,b", "R=1,G=2"],
])("a path of style %s, exploded: %s", (style, explode, list, record) => {
  expect(parameterText(styled(style, explode), ["a,", "b"])).toBe(list);
  expect(parameterText(styled(style, explode), { R: 1, G: 2 })).toBe(record);
});

test.each<[string, boolean, Json, string]>([
  ["form", true, ["a", null, "b"], "n=a&n=b"],
  ["form", true, { R: 1, G: null }, "R=1"],
  ["form", false, { R: 1, G: 2 }, "n=R,1,G,2"],
  ["form", true, [], ""],
  ["form", false, {}, ""],
  ["form", true, null, ""],
  ["form", true, "\ud800", "n=%EF%BF%BD"],
  ["spaceDelimited", false, ["a", "b"], "n=a%20b"],
  ["pipeDelimited", false, { R: 1 }, "n=R%7C1"],
  ["tabDelimited", false, ["a", "b"], "n=a%09b"],
  ["deepObject", true, { R: { "x]": [1, 2] } }, "n%5BR%5D%5Bx%5D%5D=1&n%5BR%5D%5Bx%5D%5D=2"],
])("a query of style %s, exploded: %s, %j", (style, explode, value, query) => {
  const pairs = parameterPairs("n", styled(style, explode, "query").encoding, value);
  expect(pairs.map((pair) => pair.join("=")).join("&")).toBe(query);
});

function read(file: string): string {
  return readFileSync(`specs/wire/${file}`, "utf8");
}

function requestOf(own: Plan, { operation, arguments: given = {}, body }: WireCase["call"]): WireRequest {
  const method = own.methods.find(({ id }) => id === operation);
  if (method === undefined) throw new Error(`no operation ${operation}`);
  const call = snippetCall(own, method, { name: "", arguments: [], body: null });
  const values = call.arguments.map(({ argument }) => {
    const { slot, source } = argument;
    const placed = source.kind === "parameter" ? given[`${source.parameter.in}:${slot.wire}`] : undefined;
    return { argument, value: placed ?? given[slot.wire] };
  });
  return wireRequest(own, method, { ...call, arguments: values, body });
}

function decoded(pairs: WireRequest["query"]): readonly (readonly string[])[] {
  return pairs.map((pair) => pair.map(decodeURIComponent));
}

function contentOf(body: WireBody | null): unknown {
  switch (body?.kind) {
    case undefined:
      return "";
    case "json":
      return body.value;
    case "lines":
      return body.values.map((one) => `${JSON.stringify(one)}\n`).join("");
    case "text":
      return body.text;
    case "file":
      return "content";
    case "form":
      return decoded(body.pairs);
    case "multipart":
      return body.parts.map(({ name, mediaType, text }) =>
        text === null ? fileOfCase(name) : { name, content: text, ...(mediaType === null ? {} : { type: mediaType }) },
      );
  }
}
