import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultRequest, generate, memoryTree } from "../../../index.js";
import { builtInTargets } from "../../registry.js";

const scenario = readFileSync(fileURLToPath(new URL("../../../../specs/scenarios/profiles.md", import.meta.url)), "utf8");
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(scenario)?.[1] ?? "";
const tokens = readFileSync(fileURLToPath(new URL("../../../../specs/organization-access-tokens/openapi.yaml", import.meta.url)), "utf8");

/** The pages of a document in one profile, by path. */
async function pages(document: string, profile: string): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "sdksmith-profile-"));
  const spec = join(folder, "openapi.yaml");
  const config = join(folder, "sdksmith.yaml");
  writeFileSync(spec, document);
  const settings = { document: spec, profile, sdks: { python: { packageName: "acme-sdk", sdkClassName: "Acme" } } };
  const files = new Map([
    [spec, document],
    [config, `${JSON.stringify(settings)}\n`],
  ]);
  const ports = { tree: memoryTree(files), targets: builtInTargets, report: () => undefined, progress: () => undefined };
  await generate({ ...defaultRequest, config, out: "out" }, ports);
  return new Map(
    [...files].flatMap(([path, text]) => (path.startsWith("out/python/docs/") ? [[path.slice("out/python/".length), text] as const] : [])),
  );
}

/** Lines that stand on one side only, without the padding of tables. */
function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const lines = (text: string): readonly string[] => text.split("\n").map((line) => line.replace(/ +/g, " ").replace(/-{4,}/g, "---"));
  return [...before]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => {
      const [old, now] = [lines(text), lines(after.get(path) ?? "")];
      const removed = old.filter((line) => !now.includes(line)).map((line) => `-${line}`);
      const added = now.filter((line) => !old.includes(line)).map((line) => `+${line}`);
      return removed.length + added.length === 0 ? [] : [path, ...removed, ...added];
    });
}

test("profiles differ in what the scenario lists, and nowhere else", async () => {
  const document = block("yaml");
  const [old, mended] = [await pages(document, "speakeasy"), await pages(document, "standard")];
  expect([...mended.keys()].filter((path) => !old.has(path))).toEqual([]);
  expect(difference(old, mended)).toEqual(block("diff").trimEnd().split("\n"));
});

test("the pages of the token API's resource are the same in both profiles", async () => {
  const path = "docs/sdks/organizationaccesstokens/README.md";
  const [old, mended] = [await pages(tokens, "speakeasy"), await pages(tokens, "standard")];
  expect(old.get(path)).toContain("## list");
  expect(mended.get(path)).toBe(old.get(path));
});
