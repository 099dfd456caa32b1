import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { migrate } from "../importers/speakeasy/migrate.js";
import { builtInTargets } from "../targets/registry.js";
import type { FileTree } from "../write/fileTree.js";
import { printFound } from "./printFound.js";
import { exitCode, type Terminal } from "./terminal.js";

interface MigrateFlags {
  readonly from: readonly string[];
  readonly out: string;
}

/** `sdksmith migrate`: reads what the old generator left behind, writes the new configuration into a folder and says what was not carried over. */
export function migrateCommand(flags: MigrateFlags, tree: FileTree, terminal: Terminal): number {
  const found: Diagnostic[] = [];
  const targets = builtInTargets.filter((target) => target.scope === "document");
  const companions = builtInTargets.filter((target) => target.scope === "run").map((target) => target.name);
  const migration = migrate({ ...flags, targets, companions }, tree, (diagnostic) => void found.push(diagnostic));
  terminal.err(printFound(found));
  if (migration === null) return exitCode.failed;
  for (const { path, text } of migration.files) tree.write(path, text);
  for (const sdk of migration.sdks) {
    terminal.out(
      `${sdk.name}  from ${sdk.from}: ${sdk.options} settings, ${sdk.naming} naming, ${sdk.names} known pages, examples of ${sdk.examples} operations\n`,
    );
  }
  terminal.out(
    `${migration.files.map((file) => `  ${file.path}`).join("\n")}\nNext: sdksmith generate --config ${migration.files[0]?.path ?? flags.out}\n`,
  );
  return exitCode.done;
}
