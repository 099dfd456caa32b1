import { existsSync, readdirSync } from "node:fs";
import { emptyLock } from "../../config/lock.js";
import { readConfiguration } from "../../config/readConfiguration.js";
import { readLock } from "../../config/readLock.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { builtInTargets } from "../../targets/registry.js";
import { diskTree } from "../../write/diskTree.js";
import { memoryTree } from "../../write/memoryTree.js";
import { unknownEffect } from "./fates.js";
import { migrate } from "./migrate.js";
import type { ReadableTree } from "./publishedSdk.js";

const targets = builtInTargets.filter(({ scope }) => scope === "document");

function run(files: Record<string, string> | ReadableTree, from: readonly string[] = ["sdk"]) {
  const tree: ReadableTree =
    typeof files.read === "function" ? (files as ReadableTree) : memoryTree(new Map(Object.entries(files as Record<string, string>)));
  const found: Diagnostic[] = [];
  const migration = migrate({ from, out: "out", targets, companions: ["json"] }, tree, (diagnostic) => void found.push(diagnostic));
  const file = (path: string) => migration?.files.find((candidate) => candidate.path === `out/${path}`)?.text ?? "";
  return { migration, found, file, codes: found.map((diagnostic) => diagnostic.code) };
}

const gen = `configVersion: 2.0.0
generation:
  sdkClassName: Acme
  fixes:
    nameResolutionDec2023: true
    nameResolutionFeb2025: false
    securityFeb2025: false
    inventedMar2027: true
  usageSnippets: {optionalPropertyRendering: always, sdkInitStyle: constructor}
python:
  version: 1.2.3
  packageName: acme
  fixFlags: {asyncPaginationSep2025: true}
  additionalDependencies: {dev: {}, main: {extra: ^1.0.0}}
  laxMode: strict
  enumFormat: something-new
`;
const lock = `lockVersion: 2.0.0
management: {generationVersion: 2.737.0}
generatedFiles:
  - docs/models/thing.md
  - docs/models/utils/retryconfig.md
  - docs/models/internal/globals.md
  - docs/errors/apierror.md
  - docs/sdks/things/README.md
  - src/acme/models/thing.py
examples:
  things:list:
    default:
      parameters: {query: {at: 2024-01-01, page: 1}}
      responses: {"200": {application/json: {}}}
`;
const workflow = `sources:
  API:
    inputs: [{location: https://acme.test/openapi.json}]
    overlays: [{location: https://acme.test/overlays/fix.yml}, {location: ./own.yaml}]
targets:
  acme: {target: python, source: API}
`;
const base = { "sdk/.speakeasy/gen.yaml": gen, "sdk/.speakeasy/gen.lock": lock, "sdk/.speakeasy/workflow.yaml": workflow };
const compiled = { "sdk/.speakeasy/out.openapi.yaml": "openapi: 3.1.0" };
const sources = {
  "sdk/.speakeasy/openapi.json": "{}",
  "sdk/.speakeasy/overlays/fix.yml": "overlay: 1.0.0",
  "sdk/.speakeasy/overlays/own.yaml": "overlay: 1.0.0\nx-speakeasy-jsonpath: rfc9535",
};

describe("migrate", () => {
  it("carries settings over under their old keys and names each that stays behind with its effect", () => {
    const { file, found } = run({ ...base, ...compiled });
    expect(file("sdksmith.yaml").replace(/^#.*\n/, "")).toBe(`profile: speakeasy
naming: ordered
sdks:
  python:
    document: python/out.openapi.yaml
    pageFormat: 2.737.0
    sdkClassName: Acme
    usageSnippets:
      optionalPropertyRendering: always
    version: 1.2.3
    packageName: acme
    asyncPagination: true
    additionalDependencies:
      dev: {}
      main:
        extra: ^1.0.0
  json: {}
`);
    expect(found.map(({ message, effect }) => `${message} ${effect}`)).toEqual([
      '"generation.fixes.securityFeb2025: false" is not carried over. Each operation that takes credentials of its own has a class for them, named after the operation.',
      '"generation.fixes.inventedMar2027: true" is not carried over. sdksmith has no such setting and goes by its default.',
      '"python.laxMode: "strict"" is not carried over. Responses are read laxly, which is the default: what does not fit is kept instead of raised. `validation: strict` brings the old behaviour back.',
      '"python.enumFormat: "something-new"" is not carried over. sdksmith has no such setting and goes by its default.',
    ]);
  });

  const general = {
    maintainOpenAPIOrder: [true, false],
    useClassNamesForArrayFields: [true, false],
    inferSSEOverload: [false, true],
    usageSnippets: [{ optionalPropertyRendering: "withExample" }, { optionalPropertyRendering: "never" }],
    fixes: [
      { sharedErrorComponentsApr2025: true, sharedNestedComponentsJan2026: true },
      { sharedErrorComponentsApr2025: false, sharedNestedComponentsJan2026: false },
    ],
  };
  const own = {
    clientServerStatusCodesAsErrors: [true, false],
    inferUnionDiscriminators: [true, false],
    asyncMode: ["both", "split"],
    responseFormat: ["flat", "envelope"],
    forwardCompatibleUnionsByDefault: ["tagged-only", "false"],
    imports: [
      { option: "openapi", paths: { shared: "", operations: "", errors: "errors" } },
      { option: "other", paths: { shared: "a", operations: "b", errors: "c", callbacks: "d", webhooks: "e" } },
    ],
  };
  const settingsOf = (which: 0 | 1) => {
    const chosen = (table: { readonly [setting: string]: readonly unknown[] }) =>
      Object.fromEntries(Object.entries(table).map(([setting, values]) => [setting, values[which]]));
    return JSON.stringify({ configVersion: "2.0.0", generation: chosen(general), python: chosen(own) });
  };

  it("says nothing of settings that mean what sdksmith does anyway", () => {
    expect(run({ ...base, ...compiled, "sdk/.speakeasy/gen.yaml": settingsOf(0) }).found).toEqual([]);
  });

  it("names each setting that nothing reads any more with an effect of its own", () => {
    const { found, file } = run({ ...base, ...compiled, "sdk/.speakeasy/gen.yaml": settingsOf(1) });
    expect(found.map(({ message }) => /^"(.*?): /.exec(message)?.[1]).sort()).toEqual([
      "generation.fixes.sharedErrorComponentsApr2025",
      "generation.fixes.sharedNestedComponentsJan2026",
      "generation.inferSSEOverload",
      "generation.maintainOpenAPIOrder",
      "generation.usageSnippets.optionalPropertyRendering",
      "generation.useClassNamesForArrayFields",
      "python.asyncMode",
      "python.clientServerStatusCodesAsErrors",
      "python.forwardCompatibleUnionsByDefault",
      "python.imports.option",
      "python.imports.paths.callbacks",
      "python.imports.paths.errors",
      "python.imports.paths.operations",
      "python.imports.paths.shared",
      "python.imports.paths.webhooks",
      "python.inferUnionDiscriminators",
      "python.responseFormat",
    ]);
    expect(found.filter(({ effect }) => effect === unknownEffect)).toEqual([]);
    expect(file("sdksmith.yaml")).not.toMatch(/imports|responseFormat/);
  });

  it("keeps the known pages and the examples, without their responses and with dates as text", () => {
    const { file } = run({ ...base, ...compiled });
    const read = readLock(file("sdksmith.lock"), "", () => undefined) ?? emptyLock;
    expect(read.sdks.get("python")?.stems).toEqual({ types: ["thing"], sdks: ["things"], errors: ["apierror"] });
    expect(read.examples.get("things:list")?.get("default")).toEqual({
      path: {},
      query: { at: "2024-01-01", page: 1 },
      header: {},
      cookie: {},
      bodies: {},
    });
  });

  it("takes source and overlays apart when every file is there, each overlay in its dialect", () => {
    const { file, migration } = run({ ...base, ...compiled, ...sources });
    expect(file("sdksmith.yaml")).toContain(`    document: python/openapi.json
    overlays:
      - file: python/overlays/fix.yml
        jsonpath: legacy
      - file: python/overlays/own.yaml
        jsonpath: rfc9535
`);
    expect(migration?.files.map((one) => one.path)).toEqual([
      "out/sdksmith.yaml",
      "out/sdksmith.lock",
      "out/python/openapi.json",
      "out/python/overlays/fix.yml",
      "out/python/overlays/own.yaml",
    ]);
  });

  it("takes the compiled document when a source is missing, is one of several or refers to other files", () => {
    const { "sdk/.speakeasy/openapi.json": _document, ...rest } = sources;
    const split = { "sdk/.speakeasy/openapi.json": '{"paths": {"/a": {"$ref": "paths/a.yaml"}}}' };
    for (const files of [rest, { ...sources, ...split }])
      expect(run({ ...base, ...compiled, ...files }).file("sdksmith.yaml")).toContain("document: python/out.openapi.yaml");
    expect(run({ ...base, ...rest }).codes).toContain("migrate-no-document");
  });

  it("keeps examples of an SDK apart where two SDKs differ", () => {
    const second = Object.fromEntries(
      Object.entries({ ...base, ...compiled }).map(([path, text]) => [
        path.replace("sdk/", "two/"),
        text.replaceAll("python", "typescript").replace("page: 1", "page: 2"),
      ]),
    );
    const { file } = run({ ...base, ...compiled, ...second }, ["sdk/", "two/.speakeasy"]);
    const read = readLock(file("sdksmith.lock"), "", () => undefined) ?? emptyLock;
    expect(read.sdks.get("python")?.examples.size).toBe(0);
    expect(read.sdks.get("typescript")?.examples.get("things:list")?.get("default")?.query.page).toBe(2);
    expect(file("typescript/out.openapi.yaml")).toBe("openapi: 3.1.0");
  });

  it("numbers a second SDK of the same target", () => {
    const second = Object.fromEntries(Object.entries({ ...base, ...compiled }).map(([path, text]) => [path.replace("sdk/", "two/"), text]));
    expect(run({ ...base, ...compiled, ...second }, ["sdk", "two"]).file("sdksmith.yaml")).toContain(
      "  python-2:\n    target: python\n    document: python-2/out.openapi.yaml\n",
    );
  });

  it.each<[string, Record<string, string>, string]>([
    ["no settings", {}, "migrate-no-sdk"],
    ["settings that are no YAML", { ...base, "sdk/.speakeasy/gen.yaml": "a: [" }, "migrate-unreadable"],
    ["no language that is known", { ...base, ...compiled, "sdk/.speakeasy/gen.yaml": "generation: {}\ncobol: {}" }, "migrate-target"],
    ["no document", base, "migrate-no-document"],
    ["a file in the way", { ...base, ...compiled, "out/sdksmith.yaml": "own" }, "migrate-in-the-way"],
  ])("writes nothing for %s", (_what, files, code) => {
    const { migration, codes } = run(files);
    expect(migration).toBeNull();
    expect(codes).toContain(code);
  });

  it("goes on without a lock and says so", () => {
    const { codes, migration } = run({ "sdk/.speakeasy/gen.yaml": gen, ...compiled });
    expect(migration).not.toBeNull();
    expect(codes).toContain("migrate-no-lock");
  });
});

const corpus = new URL("../../../../shared/corpus/", import.meta.url).pathname;
const published = existsSync(corpus)
  ? ["python", "typescript"].flatMap((language) => readdirSync(`${corpus}${language}`).map((api) => `${language}/${api}`))
  : [];

(published.length > 0 ? describe : describe.skip)("published SDKs of ../shared/corpus", () => {
  it.each(published)("%s", (folder) => {
    const { migration, file, found } = run(diskTree() satisfies ReadableTree, [`${corpus}${folder}`]);
    expect(migration).not.toBeNull();
    expect(found.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
    const said: Diagnostic[] = [];
    const known = [...targets, { name: "json", options: {} }];
    expect(readConfiguration(file("sdksmith.yaml"), "sdksmith.yaml", known, (diagnostic) => void said.push(diagnostic))).not.toBeNull();
    expect(said).toEqual([]);
    const pages = readdirSync(`${corpus}${folder}/docs`, { recursive: true }).filter((path) =>
      /^(models|errors|sdks)\/.*\.md$/.test(String(path)),
    );
    const left = pages.filter((path) => /\/(utils|internal)\//.test(String(path)));
    expect(migration?.sdks[0]?.names).toBe(pages.length - left.length);
  });
});
