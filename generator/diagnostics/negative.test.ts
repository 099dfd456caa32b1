import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainSpelling } from "../../scripts/testing/plainSpelling.js";
import { buildSurface } from "../codegen/surface/buildSurface.js";
import { usualReading } from "../ir/reading.js";
import { lower } from "../lower/lower.js";
import { ordered } from "../naming/ordered.js";
import { resolve } from "../naming/resolve.js";
import { checkReferences } from "../openapi/checkReferences.js";
import type { OpenApiDocument } from "../openapi/openApiDocument.js";
import { parseOpenApi } from "../openapi/parseOpenApi.js";
import { load } from "../source/load.js";
import type { OverlayDialect } from "../source/overlayPath.js";
import { allDiagnostics } from "./all.js";
import type { Diagnostic, Report } from "./diagnostic.js";
import { printDiagnostics } from "./print.js";

/*
 * One case per diagnostic: `specs/negative/<code>.yaml` (or another file, or a folder with `openapi.yaml`) beside `<code>.txt`, the listing that it
 * must print. A folder may hold `case.json` to say what is read instead: { "location": "…", "overlays": [{ "file": "…", "jsonpath": "legacy" }] }, or
 * which pages a published SDK has: { "pages": ["order"] }.
 * `UPDATE_LISTINGS=1 NODE_OPTIONS=--experimental-vm-modules npx jest negative` writes the listings; read them in the diff.
 */

/** The stages behind parsing that report on a document, in their order; each sees only what those before let through. */
const stages: readonly ((document: OpenApiDocument, pages: readonly string[] | null, report: Report) => void)[] = [
  (document, _, report) => checkReferences(document, report),
  (document, pages, report) => {
    const api = lower(document, reading, report);
    if (api === null) return;
    const stems = pages === null ? null : { types: new Set(pages), resources: new Set<string>() };
    const surface = buildSurface(api, style);
    resolve(
      {
        sdk: "shelf",
        client: "Shelf",
        surface,
        strategy: ordered,
        spelling: plainSpelling,
        operationNames: "whole",
        pins: new Map(),
        stems,
      },
      report,
    );
  },
];

const reading = { ...usualReading, freeObject: "class" } as const;
const style = {
  bodies: "whole",
  maxArguments: 100,
  order: "parameters-first",
  bodyName: null,
  security: "flattened",
  operationSecurity: "client",
} as const;

interface Case {
  readonly location: string;
  readonly overlays: readonly { readonly file: string; readonly jsonpath: OverlayDialect }[];
  readonly pages: readonly string[] | null;
}

const folder = "specs/negative";
const listings = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const codes = listings.map((name) => name.slice(0, -".txt".length));

test("every declared diagnostic has a case, every case a declared diagnostic, and no code is declared twice", () => {
  const declared = allDiagnostics.map(({ code }) => code);
  expect(codes).toEqual([...declared].sort());
});

test.each(allDiagnostics.map(({ code, severity }) => [code, severity] as const))("%s (%s)", (code, severity) => {
  const printed = listing(caseOf(code));
  const file = join(folder, `${code}.txt`);
  if (process.env.UPDATE_LISTINGS !== undefined) writeFileSync(file, printed);
  expect(printed).toContain(`  ${severity}  ${code}`);
  expect(printed).toBe(readFileSync(file, "utf8"));
});

function caseOf(code: string): Case {
  const name = readdirSync(folder).find((entry) => entry === code || (entry.startsWith(`${code}.`) && !entry.endsWith(".txt")));
  const path = join(folder, name ?? `${code}.yaml`);
  if (!existsSync(path) || !statSync(path).isDirectory()) return { location: path, overlays: [], pages: null };
  const description = join(path, "case.json");
  const written = existsSync(description) ? (JSON.parse(readFileSync(description, "utf8")) as Partial<Case>) : {};
  const { location = "openapi.yaml", overlays = [], pages = null } = written;
  return {
    location: location.includes("://") ? location : join(path, location),
    overlays: overlays.map(({ file, jsonpath }) => ({ file: join(path, file), jsonpath })),
    pages,
  };
}

function listing(request: Case): string {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const source = load(request, report);
  const document = source === null ? null : parseOpenApi(source, report);
  for (const stage of stages)
    if (document !== null && !diagnostics.some(({ severity }) => severity === "error")) stage(document, request.pages, report);
  return printDiagnostics(diagnostics, (origin) => {
    const positions = document?.source ?? source;
    if (positions === null) throw new Error(`${origin} was reported without a document`);
    return positions.positionOf(origin);
  });
}
