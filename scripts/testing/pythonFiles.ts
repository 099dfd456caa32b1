import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, defaultRequest, generate, memoryTree } from "../../generator/index.js";
import type { Json, JsonObject } from "../../generator/ir/json.js";
import { builtInTargets } from "../../generator/targets/registry.js";

/** The Python SDK of a document: path inside of the SDK → text. Nothing is written to the disk but the document itself. */
export async function pythonFiles(document: Json, options: JsonObject = {}): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "sdksmith-py-"));
  const [spec, config] = [join(folder, "openapi.json"), join(folder, "test.yaml")];
  writeFileSync(spec, JSON.stringify(document));
  const files = new Map([[config, JSON.stringify({ document: spec, sdks: { python: { packageName: "acme-sdk", ...options } } })]]);
  const found: Diagnostic[] = [];
  const ports = {
    tree: memoryTree(files),
    targets: builtInTargets,
    report: (one: Diagnostic) => void found.push(one),
    progress: () => undefined,
  };
  const { status } = await generate({ ...defaultRequest, config, out: "out" }, ports);
  rmSync(folder, { recursive: true });
  if (status !== "written") throw new Error(`the run ended as "${status}": ${found.map(({ message }) => message).join("\n")}`);
  const root = "out/python/";
  return new Map([...files].flatMap(([path, text]) => (path.startsWith(root) ? [[path.slice(root.length), text] as const] : [])));
}
