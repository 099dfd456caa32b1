import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, defaultRequest, type GenerateRequest, generate, memoryTree } from "./index.js";
import { usualReading } from "./ir/reading.js";
import { jsonTarget } from "./targets/json/target.js";
import type { TargetEntry } from "./targets/registry.js";
import { defineTarget } from "./targets/target.js";

const reading = { ...usualReading, freeObject: "class" } as const;

/** A target with one page for each operation: enough to see every stage at work. */
const pages = defineTarget({
  name: "pages",
  readOptions: ({ options, words }) => ({ reading, calls: null, title: String(options.title ?? words.join(" ")) }),
  start: () => null,
  render: async ({ apis, options }) => [
    { path: "README.md", text: `# ${options.title}\n`, owner: "generator" as const },
    ...apis.flatMap((api) => api.operations).map(({ id }) => ({ path: `docs/${id}.md`, text: `# ${id}\n`, owner: "generator" as const })),
  ],
});
const targets: readonly TargetEntry[] = [
  { name: "pages", scope: "document", byDefault: true, options: { title: { type: "string" } }, load: async () => pages },
  { name: "json", scope: "run", byDefault: false, options: {}, load: async () => jsonTarget },
];

const folder = mkdtempSync(join(tmpdir(), "sdksmith-"));
afterAll(() => rmSync(folder, { recursive: true }));
const spec = join(folder, "openapi.json");
const document = (...paths: readonly string[]) => ({
  openapi: "3.1.0",
  info: { title: "Acme API", version: "1" },
  paths: Object.fromEntries(paths.map((path) => [`/${path}`, { get: { operationId: path, responses: { "204": { description: "" } } } }])),
});

describe("generate", () => {
  const files = new Map<string, string>();
  /** The memory holds what is written; documents lie on the disk and are mirrored, for the hash of the inputs. */
  const run = async (request: Partial<GenerateRequest>, written: object | null = null) => {
    if (written !== null) {
      writeFileSync(spec, JSON.stringify(written));
      files.set(spec, JSON.stringify(written));
    }
    const found: Diagnostic[] = [];
    const ports = {
      tree: memoryTree(files),
      targets,
      report: (diagnostic: Diagnostic) => void found.push(diagnostic),
      progress: () => undefined,
    };
    const outcome = await generate({ ...defaultRequest, ...request }, ports);
    return {
      outcome,
      found,
      codes: found.map((diagnostic) => diagnostic.code),
      listing: [...files.keys()].filter((path) => path.startsWith("sdk/")).sort(),
    };
  };
  beforeEach(() => files.clear());

  it("writes the default SDKs of a document alone, under the document's title", async () => {
    const { outcome, listing } = await run({ spec }, document("a", "b"));
    expect(outcome).toMatchObject({ status: "written", operations: 2, lock: null });
    expect(listing).toEqual(["sdk/pages/.sdksmith/files.json", "sdk/pages/README.md", "sdk/pages/docs/a.md", "sdk/pages/docs/b.md"]);
    expect(files.get("sdk/pages/README.md")).toBe("# Acme\n");
  });

  it("does nothing the second time, also when it must look at everything", async () => {
    await run({ spec }, document("a"));
    expect((await run({ spec })).outcome.status).toBe("unchanged");
    const { outcome } = await run({ spec, force: true });
    expect(outcome.sdks[0]?.changes.map((change) => change.kind)).toEqual(["unchanged", "unchanged"]);
  });

  it("takes another document for another run", async () => {
    await run({ spec }, document("a"));
    expect((await run({ spec: `${spec}.none` })).codes).toEqual(["file-missing"]);
  });

  it("removes what is gone and keeps a user's own file", async () => {
    await run({ spec }, document("a", "b"));
    files.set("sdk/pages/docs/own.md", "own");
    const { listing } = await run({ spec }, document("b"));
    expect(listing).toEqual(["sdk/pages/.sdksmith/files.json", "sdk/pages/README.md", "sdk/pages/docs/b.md", "sdk/pages/docs/own.md"]);
  });

  it("writes nothing in a check and says what differs", async () => {
    await run({ spec }, document("a"));
    expect((await run({ spec, mode: "check" })).outcome.status).toBe("unchanged");
    files.set("sdk/pages/README.md", "edited");
    const { outcome } = await run({ spec, mode: "check" });
    expect(outcome.status).toBe("differs");
    expect(outcome.sdks[0]?.changes).toContainEqual({ kind: "updated", path: "README.md", text: "# Acme\n", handEdited: true });
    expect(files.get("sdk/pages/README.md")).toBe("edited");
  });

  it("reads configuration and lock, and a changed lock is a difference", async () => {
    files.set("sdksmith.yaml", `document: ${spec}\nsdks:\n  pages: {title: Own title}\n  json: {}\n`);
    const { outcome, listing } = await run({}, document("a"));
    expect(outcome).toMatchObject({ status: "written", lock: { file: "sdksmith.lock" } });
    expect(listing).toContain("sdk/json/sdk.json");
    expect(files.get("sdk/pages/README.md")).toBe("# Own title\n");
    expect((await run({ mode: "check" })).outcome.status).toBe("unchanged");
    files.set("sdksmith.lock", `${files.get("sdksmith.lock")} `);
    expect((await run({ mode: "check" })).outcome.status).toBe("differs");
  });

  it("writes only the SDKs of a target", async () => {
    files.set("sdksmith.yaml", `document: ${spec}\nsdks: {pages: {}, json: {}}\n`);
    const { listing } = await run({ targets: ["json"] }, document("a"));
    expect(listing).toEqual(["sdk/json/.sdksmith/files.json", "sdk/json/apis/1.json", "sdk/json/names/pages.json", "sdk/json/sdk.json"]);
  });

  it("stops before anything is written, with the place of what is wrong", async () => {
    const broken = document("a");
    const { outcome, found, listing } = await run(
      { spec },
      { ...broken, paths: { "/a": { get: { responses: { "200": { $ref: "#/components/responses/None" } } } } } },
    );
    expect(outcome.status).toBe("stopped");
    expect(found.map(({ code, place }) => [code, place?.kind])).toEqual([["reference-dangling", "located"]]);
    expect(listing).toEqual([]);
    expect((await run({ config: "none.yaml" })).codes).toEqual(["configuration-missing"]);
  });

  it("takes warnings for errors when it shall be strict", async () => {
    const twice = { ...document("a"), paths: { "/a/{id}": { get: { operationId: "a", responses: {} } } } };
    const { outcome, found } = await run({ spec }, twice);
    expect(outcome.status).toBe("written");
    expect(found.length).toBeGreaterThan(0);
    files.clear();
    const strict = await run({ spec, strict: true }, twice);
    expect(strict.outcome.status).toBe("stopped");
    expect(strict.found.every((diagnostic) => diagnostic.severity === "error")).toBe(true);
    expect(strict.listing).toEqual([]);
  });
});
