import type { JsonObject } from "../../../../generator/ir/json.js";
import { rootOf } from "../../contract/place.js";
import { argumentsOf } from "./parameters.js";

const text = { type: "string" };
const list = { type: "array", items: { type: "integer" } };
const record = { type: "object", unevaluatedProperties: { type: "integer" } };

function read(
  path: string,
  parameters: readonly JsonObject[],
  sent: { url: string; query?: JsonObject; headers?: { [name: string]: string } },
) {
  const document = { servers: [{ url: "{endpoint}/v1" }], paths: { [path]: { get: { parameters } } } };
  const found = argumentsOf(rootOf(document), path, "get", { query: {}, headers: {}, ...sent });
  return found === null ? null : { ...Object.fromEntries(found.parameters.map(({ name, value }) => [name, value])), ...found.variables };
}

const inPath = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({ name: "p", in: "path", required: true, schema, ...more });
const inQuery = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({ name: "q", in: "query", schema, ...more });

test.each([
  [inPath(text), "a%2Fb%20c", "a/b c"],
  [inPath({ type: "integer" }), "12", 12],
  [inPath(list), "1,2", [1, 2]],
  [inPath(record), "x,1,y,2", { x: 1, y: 2 }],
  [inPath(record, { explode: true }), "x=1,y=2", { x: 1, y: 2 }],
  [inPath(text, { style: "label" }), ".a", "a"],
  [inPath(list, { style: "label", explode: true }), ".1.2", [1, 2]],
  [inPath(record, { style: "matrix", explode: true }), ";x=1;y=2", { x: 1, y: 2 }],
  [inPath(list, { style: "matrix" }), ";p=1,2", [1, 2]],
])("a path: %j, %s", (parameter, raw, expected) => {
  expect(read("/x{p}", [parameter], { url: `http://localhost:1/v1/x${raw}` })).toEqual({ endpoint: "http://localhost:1", p: expected });
});

test.each([
  [inQuery(list), { q: ["1", "2"] }, [1, 2]],
  [inQuery(list, { explode: false }), { q: "1,2" }, [1, 2]],
  [inQuery({ ...list, items: text }, { explode: false, style: "spaceDelimited" }), { q: "a b" }, ["a", "b"]],
  [inQuery({ ...list, items: text }, { explode: false, style: "pipeDelimited" }), { q: "a|b" }, ["a", "b"]],
  [inQuery(record), { x: "1", y: "2" }, { x: 1, y: 2 }],
  [inQuery(text, { explode: false }), { q: "a,b & c" }, "a,b & c"],
  [inQuery({ type: "boolean" }), { q: "true" }, true],
] as const)("a query: %j, %j", (parameter, query, expected) => {
  expect(read("/x", [parameter], { url: "http://localhost:1/v1/x/", query })).toEqual({ endpoint: "http://localhost:1", q: expected });
});

test("headers are found in any case; an address that the path cannot become is none", () => {
  const header = { name: "X-Ids", in: "header", schema: list };
  expect(read("/x", [header], { url: "http://localhost:1/v1/x", headers: { "x-ids": "1,2" } })).toMatchObject({ "X-Ids": [1, 2] });
  expect(read("/x", [], { url: "http://localhost:1/v2/x" })).toBeNull();
});
