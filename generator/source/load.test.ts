import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json } from "../ir/json.js";
import { load } from "./load.js";

const folder = mkdtempSync(join(tmpdir(), "load-"));

function loaded(content: string | Buffer): { readonly root: Json | undefined; readonly codes: readonly string[] } {
  const location = join(folder, "document");
  writeFileSync(location, content);
  const codes: string[] = [];
  const source = load({ location, overlays: [] }, (diagnostic: Diagnostic) => void codes.push(diagnostic.code));
  return { root: source?.root, codes };
}

test.each([
  ["JSON", '{"a": 1}'],
  ["JSON behind space", ' \n\t{"a": 1}\n'],
  ["YAML", "a: 1\n"],
  ["YAML in flow style", "{a: 1}"],
  ["JSON with a comma too many, which is YAML", '{"a": 1,}'],
  ["a byte order mark", "\uFEFFa: 1"],
  ["UTF-16, little end first", Buffer.from("\uFEFFa: 1", "utf16le")],
  ["UTF-16, big end first", Buffer.from("\uFEFFa: 1", "utf16le").swap16()],
])("reads %s", (_, content) => {
  expect(loaded(content)).toEqual({ root: { a: 1 }, codes: [] });
});

test("YAML is read as JSON would write it: no dates, keys are texts", () => {
  expect(loaded("date: 2024-01-01\nyes: no\n200: ok\nnull: ~\n").root).toEqual({ date: "2024-01-01", yes: "no", "200": "ok", null: null });
});

test("a key that stands twice is a warning in JSON too, and a quote before a colon inside a text is no key", () => {
  expect(loaded('{"a": 1, "b": {"a": 2}, "a": 3}')).toEqual({ root: { a: 3, b: { a: 2 } }, codes: ["duplicate-key"] });
  expect(loaded('{"a": "say \\"x\\": 1", "b\\\\": 1}').codes).toEqual([]);
});

test.each([
  ["two documents in one file", "a: 1\n---\nb: 2\n", "yaml-syntax"],
  ["comments alone", "# nothing\n", "file-empty"],
  ["a text", "just a text", "not-an-object"],
  ["a number", "12", "not-an-object"],
  ["a deep alias", `a0: &a0 [x]\n${Array.from({ length: 450 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]`).join("\n")}`, "nested-too-deep"],
  ["deep JSON", "[".repeat(100_000), "json-syntax"],
  ["deep JSON that is closed", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "nested-too-deep"],
  ["deep YAML", `- ${"- ".repeat(5_000)}x`, "yaml-syntax"],
  ["an unknown tag", "a: !!js/function 'x'", "yaml-syntax"],
])("refuses %s", (_, content, code) => {
  expect(loaded(content)).toEqual({ root: undefined, codes: [code] });
});

test("whatever a file holds, nothing is thrown", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(..."{}[]:,-&*?|>!%@`'\"#\n \ta1~") })), (text) => {
      loaded(text);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => void loaded(Buffer.from(bytes))),
    { numRuns: 200 },
  );
});

test("a JSON text means the same read as it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(JSON.stringify(loaded(JSON.stringify(value)).root)).toBe(JSON.stringify(value));
    }),
    { numRuns: 200 },
  );
});
