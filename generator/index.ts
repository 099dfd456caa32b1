/**
 * sdksmith as a library: the same as the command line, without a console. Documents are read from the disk, everything else goes through the ports.
 *
 *     const files = new Map<string, string>();
 *     await generate({ ...defaultRequest, spec: "openapi.yaml" }, { tree: memoryTree(files), targets: builtInTargets, report: (d) => found.push(d), progress: () => {} });
 */

import type { DocumentInput } from "./config/configuration.js";
import { type LoadedConfiguration, loadConfiguration } from "./config/loadConfiguration.js";
import { settingsText } from "./config/settingsText.js";
import type { Report } from "./diagnostics/diagnostic.js";
import type { JsonObject } from "./ir/json.js";
import { type Outcome, type Ports, type RunMode, stopped, untouched, watch } from "./run/ports.js";
import { version } from "./version.js";
import { inputsOf } from "./write/inputsOf.js";
import { manifestPath, readManifest } from "./write/manifest.js";
import { unchanged } from "./write/unchanged.js";

export type { Diagnostic, Report } from "./diagnostics/diagnostic.js";
export type { Outcome, Ports, RunMode, SdkOutcome } from "./run/ports.js";
export { builtInTargets, type TargetEntry } from "./targets/registry.js";
export { version } from "./version.js";
export { diskTree } from "./write/diskTree.js";
export type { FileTree } from "./write/fileTree.js";
export { memoryTree } from "./write/memoryTree.js";

/** What `sdksmith generate` can be told; paths are relative to the working folder. */
export interface GenerateRequest extends RunMode {
  /** The configuration; null: sdksmith.yaml, unless `spec` stands for itself. */
  readonly config: string | null;
  readonly spec: string | null;
  readonly out: string | null;
  /** Names of targets; none means all. */
  readonly targets: readonly string[];
}

/** A run over everything that sdksmith.yaml in the working folder says. */
export const defaultRequest: GenerateRequest = {
  config: null,
  spec: null,
  out: null,
  targets: [],
  mode: "write",
  strict: false,
  force: false,
  adopt: false,
};

/**
 * Reads configuration and lock, and runs the pipeline unless there is nothing to do: then not even its code is loaded. What is wrong with the input is reported through the
 * ports; what is thrown is a bug.
 */
export async function generate(request: GenerateRequest, ports: Ports): Promise<Outcome> {
  const findings = watch(ports.report, request.strict);
  ports.progress("reading the configuration");
  const loaded = loadConfiguration(request.config, request, ports.targets, ports.tree.read, findings.report);
  if (loaded === null || findings.failed()) return stopped;
  if (!request.force && isUpToDate(loaded, ports)) return untouched;
  const { runPipeline } = await import("./pipeline.js");
  return runPipeline(loaded, request, ports, findings);
}

/** Stage 0, for each SDK that would be written. */
function isUpToDate({ configuration, text, lockText }: LoadedConfiguration, { tree }: Ports): boolean {
  return configuration.sdks
    .filter((sdk) => sdk.selected)
    .every((sdk) => {
      const manifest = readManifest(tree.read(`${sdk.folder}/${manifestPath}`), manifestPath, () => undefined);
      if (manifest === null || manifest === "unreadable") return false;
      const inputs = inputsOf(
        version,
        { configuration: text, settings: settingsText(configuration), lock: lockText },
        manifest.sources,
        configuration.base,
        tree,
      );
      return inputs !== null && unchanged(inputs, manifest, sdk.folder, tree);
    });
}

/** The root object of a document, read and checked as a run would; null after an error. */
export async function readDocument(input: DocumentInput, report: Report): Promise<JsonObject | null> {
  const { readOpenApi } = await import("./run/readSdks.js");
  return readOpenApi(input, report)?.root ?? null;
}
