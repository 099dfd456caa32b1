import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { load } from "../source/load.js";
import { parseOpenApi } from "./parseOpenApi.js";

const folder = mkdtempSync(join(tmpdir(), "parse-"));

function parse(text: string) {
  const location = join(folder, "openapi.yaml");
  writeFileSync(location, text);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const source = load({ location, overlays: [] }, report);
  return { document: source === null ? null : parseOpenApi(source, report), diagnostics };
}

test.each([
  ["openapi: 3.0.3", "3.0"],
  ["openapi: 3.1.0", "3.1"],
  ["openapi: 3.2.0", "3.2"],
  ["openapi: 3.1.1-rc1", "3.1"],
  ["openapi: 3.0", "3.0"],
  ["openapi: 3.1", "3.1"],
  ['swagger: "2.0"', "2.0"],
  ["swagger: 2.0", "2.0"],
])("%s is read as %s", (line, written) => {
  expect(parse(`${line}\ninfo: {title: Shelf, version: "1"}\npaths: {}\n`).document?.written).toBe(written);
});

test.each([
  ["openapi: 3.7.0", "version-unsupported", "0#/openapi", 'OpenAPI "3.7.0"'],
  ['openapi: "4.0"', "version-unsupported", "0#/openapi", 'OpenAPI "4.0"'],
  ["openapi: 3.10.0", "version-unsupported", "0#/openapi", 'OpenAPI "3.10.0"'],
  ["openapi: [3]", "version-unsupported", "0#/openapi", "OpenAPI [3]"],
  ['swagger: "1.2"', "version-unsupported", "0#/swagger", 'Swagger "1.2"'],
  ['swaggerVersion: "1.2"', "version-unsupported", "0#/swaggerVersion", 'Swagger "1.2"'],
  ["info: {title: Shelf}", "not-openapi", "0#", "neither a key"],
  ["arazzo: 1.0.1", "not-openapi", "0#", "Arazzo"],
  ["overlay: 1.0.0", "not-openapi", "0#", "overlay"],
])("%s is refused", (line, code, origin, words) => {
  const { document, diagnostics } = parse(`${line}\npaths: {}\n`);
  expect(document).toBeNull();
  expect(diagnostics).toEqual([
    expect.objectContaining({ code, place: { kind: "node", origin }, message: expect.stringContaining(words) }),
  ]);
});

test("a 3.x document stays the value that was read", () => {
  const { document } = parse("openapi: 3.0.3\npaths: {}\n");
  expect(document?.root).toBe(document?.source.root);
});
