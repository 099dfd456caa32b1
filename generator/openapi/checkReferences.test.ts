import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { load } from "../source/load.js";
import { checkReferences } from "./checkReferences.js";
import { parseOpenApi } from "./parseOpenApi.js";

/** Checks a document of several files; gives the codes with the places that they name. */
function check(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "references-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const source = load({ location: join(folder, "openapi.yaml"), overlays: [] }, report);
  const document = source === null ? null : parseOpenApi(source, report);
  if (document !== null) checkReferences(document, report);
  const placed = diagnostics.map(({ code, place }) => `${code} ${place?.kind === "node" ? place.origin : ""}`);
  return { document, placed, messages: diagnostics.map(({ message }) => message) };
}

const head = 'openapi: 3.1.0\ninfo: {title: Shelf, version: "1"}\n';
const schemas = (text: string) => ({ "openapi.yaml": `${head}components:\n  schemas:\n${text.replace(/^/gm, "    ")}\n` });

test("a `$ref` in plain data is no reference, and neither is a property of that name", () => {
  const { placed } = check(
    schemas(`A:
  type: object
  properties: {$ref: {type: string}, own: {type: string, default: {$ref: no}, enum: [{$ref: no}], const: {$ref: no}}}
  example: {$ref: "https://example.com/no"}
  examples: [{$ref: no}]
  x-data: {$ref: no}
B: {description: '"$ref": "#/nowhere"', not: {$ref: "#/components/schemas/A"}}`),
  );
  expect(placed).toEqual([]);
});

test.each([
  ["below a key of its own", "#/x-own/parts/0"],
  ["percent-encoded", "#/x-own/a%20b%7E1c"],
  ["with a plus for a space", "#/x-own/a+b~1c"],
  ["by anchor", "#anchored"],
  ["by the identifier of a schema", "https://example.com/anchored"],
  ["by the document's own address", "https://example.com/shelf#/x-own/parts/0"],
  ["to an inline schema", "#/components/schemas/B/properties/b"],
])("a reference that leads somewhere: %s", (_, ref) => {
  const { document, placed } = check({
    "openapi.yaml": `${head}$self: "https://example.com/shelf"
x-own: {parts: [{type: string}], "a b/c": {type: string}}
components:
  schemas:
    A: {$ref: "${ref}"}
    B: {$anchor: anchored, $id: "https://example.com/anchored", type: object, properties: {b: {type: string}}}
`,
  });
  expect(placed).toEqual([]);
  expect(document?.resolve(ref, "0#/components/schemas/A")?.value).toHaveProperty("type");
});

test.each([
  ["openapi.yaml#/components/schemas/Toad", "reference-dangling"],
  ["#/components/schemas/toString", "reference-dangling"],
  ["#nothing", "reference-dangling"],
  ["missing.yaml", "reference-file"],
  [".", "reference-file"],
  ["//example.com/a.yaml", "reference-remote"],
  ["file:///etc/hosts", "reference-remote"],
])("a reference that leads nowhere: %s", (ref, code) => {
  expect(check(schemas(`A: {type: array, items: {$ref: "${ref}"}}`)).placed).toEqual([`${code} 0#/components/schemas/A/items/$ref`]);
});

test("the help names the nearest key", () => {
  const { messages } = check(schemas('A: {$ref: "#/components/schema/B"}\nB: {type: string}'));
  expect(messages).toEqual(['"#/components/schema/B" leads nowhere: there is no "schema".']);
});

test("references through files are relative to the file in which they stand, and each file is checked where it is reached", () => {
  const { document, placed } = check({
    "openapi.yaml": `${head}paths: {/a: {$ref: "paths/a%20b.yaml"}}`,
    "paths/a b.yaml": 'get: {responses: {default: {$ref: "../common.json#/answer"}}}',
    "common.json": '{"answer": {"description": "", "content": {"a/b": {"schema": {"$ref": "#/nowhere"}}}}, "unreached": {"$ref": "#/no"}}',
  });
  expect(placed).toEqual(["reference-dangling 2#/answer/content/a~1b/schema/$ref"]);
  const path = document?.resolve("paths/a%20b.yaml", "0#/paths/~1a");
  expect(path?.origin).toBe("1#");
  expect(document?.resolve("../common.json#/answer", "1#/get/responses/default")?.origin).toBe("2#/answer");
});

test("what is wrong inside the text of another file is said once, at its place", () => {
  const { placed, messages } = check({
    "openapi.yaml": `${head}paths: {/a: {$ref: "a.yaml"}, /b: {$ref: "./a.yaml"}}`,
    "a.yaml": 'get: "',
  });
  expect(placed.filter((line) => line.startsWith("reference-file"))).toHaveLength(2);
  expect(messages.filter((message) => message.includes("YAML"))).toHaveLength(1);
});

test("recursive types are fine, circles of nothing but references are not", () => {
  expect(
    check(
      schemas(`Tree: {type: object, properties: {children: {type: array, items: {$ref: "#/components/schemas/Tree"}}}}
Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}]}
Cat: {allOf: [{$ref: "#/components/schemas/Animal"}, {properties: {friend: {$ref: "#/components/schemas/Pet"}}}]}
Animal: {type: object}`),
    ).placed,
  ).toEqual([]);
  const { messages } = check(
    schemas(`A: {allOf: [{type: object}, {$ref: "#/components/schemas/B"}]}
B: {allOf: [{$ref: "#/components/schemas/A"}]}
C: {$ref: "#/components/schemas/C"}`),
  );
  expect(messages.map((message) => message.replace(/^.*: /, "").replaceAll("#/components/schemas/", ""))).toEqual(["A → B → A.", "C → C."]);
});

test("a very long chain of references costs neither time nor stack", () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => `"S${index}": {"$ref": "#/components/schemas/S${index + 1}"}`).join(",\n");
  const { placed } = check({ "openapi.yaml": `{"openapi": "3.1.0", "components": {"schemas": {${chain}, "S20000": {"type": "string"}}}}` });
  expect(placed).toEqual([]);
});
