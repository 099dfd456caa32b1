import { clientWords } from "../config/clientWords.js";
import { initialConfiguration } from "../config/initialConfiguration.js";
import { fileExists } from "../diagnostics/config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { readDocument } from "../index.js";
import { builtInTargets } from "../targets/registry.js";
import type { FileTree } from "../write/fileTree.js";
import { printFound } from "./printFound.js";
import { exitCode, type Terminal } from "./terminal.js";

/** `sdksmith init SPEC`: writes a commented sdksmith.yaml into the working folder, unless there is one. The document is read first: a configuration for a broken one helps nobody. */
export async function initCommand(spec: string, tree: FileTree, terminal: Terminal): Promise<number> {
  const file = "sdksmith.yaml";
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  if (tree.read(file) !== null) report(fileExists({ kind: "file", file }, { file }));
  const document = found.length > 0 ? null : await readDocument({ location: spec, overlays: [] }, report);
  terminal.err(printFound(found));
  if (document === null) return exitCode.failed;
  const { info } = document;
  const title = typeof info === "object" && info !== null && "title" in info ? String(info.title) : "";
  tree.write(file, initialConfiguration(spec, clientWords(title), builtInTargets));
  terminal.out(`${file} is written. Next: sdksmith generate\n`);
  return exitCode.done;
}
