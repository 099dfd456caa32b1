import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, defaultRequest, generate, memoryTree } from "../../../index.js";
import type { JsonObject } from "../../../ir/json.js";
import { builtInTargets } from "../../registry.js";

/** The files of a TypeScript SDK, by their paths below its folder, as a whole run writes them; what is an error ends the test. */
export async function generateSdk(document: JsonObject, options: JsonObject): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "sdksmith-ts-"));
  const spec = join(folder, "openapi.json");
  const config = join(folder, "sdksmith.yaml");
  writeFileSync(spec, JSON.stringify(document));
  const files = new Map([
    [spec, JSON.stringify(document)],
    [config, JSON.stringify({ document: spec, sdks: { typescript: options } })],
  ]);
  const found: Diagnostic[] = [];
  const ports = {
    tree: memoryTree(files),
    targets: builtInTargets,
    report: (diagnostic: Diagnostic) => void found.push(diagnostic),
    progress: () => undefined,
  };
  const { status } = await generate({ ...defaultRequest, config, out: "out" }, ports);
  if (status !== "written") throw new Error(`the run ended as "${status}": ${found.map(({ message }) => message).join("\n")}`);
  const prefix = "out/typescript/";
  return new Map([...files].flatMap(([path, text]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), text] as const] : [])));
}
