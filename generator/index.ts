/**
 * sdksmith as a library: the same as the command line, without a console. Documents are read from the disk, everything else goes through the ports.
 *
 *     const files = new Map<string, string>();
 *     await generate({ ...defaultRequest, spec: "openapi.yaml" }, { tree: memoryTree(files), targets: builtInTargets, report: (d) => found.push(d), progress: () => {} });
 */

import { posix } from "node:path";
import type { DocumentInput } from "./config/configuration.js";
import { configurationFile, type LoadedConfiguration, loadConfiguration } from "./config/loadConfiguration.js";
import { namedTargets } from "./config/namedTargets.js";
import { type Report, Stopped } from "./diagnostics/diagnostic.js";
import type { JsonObject } from "./ir/json.js";
import { type Outcome, type Ports, type RunMode, stopped, untouched, watch } from "./run/ports.js";
import { runTexts } from "./run/runTexts.js";
import type { OutsideTarget } from "./targets/registry.js";
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
  const outside = await fromOutside(request, ports, findings.report);
  if (findings.failed()) return stopped;
  const loaded = loadConfiguration(request.config, request, ports.targets, ports.tree.read, findings.report, outside);
  if (loaded === null || findings.failed()) return stopped;
  if (!request.force && isUpToDate(loaded, ports)) return untouched;
  const { runPipeline } = await import("./pipeline.js");
  try {
    return await runPipeline(loaded, request, ports, findings);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    findings.report(error.diagnostic);
    return stopped;
  }
}

/** The targets that the configuration names and that are none of `ports.targets`; their code is loaded here and nowhere else. */
async function fromOutside(
  request: GenerateRequest,
  { tree, targets }: Ports,
  report: Report,
): Promise<ReadonlyMap<string, OutsideTarget>> {
  const file = configurationFile(request);
  const text = file === null ? null : tree.read(file);
  const named = file === null || text === null ? [] : namedTargets(text, file, targets);
  if (file === null || named.length === 0) return new Map();
  const { loadOutside } = await import("./outside/loadOutside.js");
  return loadOutside(named, posix.dirname(file), targets, report);
}

/** Stage 0, for each SDK that would be written. */
function isUpToDate(loaded: LoadedConfiguration, { tree }: Ports): boolean {
  const { configuration, lockText } = loaded;
  return configuration.sdks
    .filter((sdk) => sdk.selected)
    .every((sdk) => {
      const manifest = readManifest(tree.read(`${sdk.folder}/${manifestPath}`), manifestPath, () => undefined);
      if (manifest === null || manifest === "unreadable") return false;
      const inputs = inputsOf(version, { ...runTexts(loaded), lock: lockText }, manifest.sources, configuration.base, tree);
      return inputs !== null && unchanged(inputs, manifest, sdk.folder, tree);
    });
}

/** The root object of a document, read and checked as a run would; null after an error. */
export async function readDocument(input: DocumentInput, report: Report): Promise<JsonObject | null> {
  const { readOpenApi } = await import("./run/readSdks.js");
  return readOpenApi(input, report)?.root ?? null;
}
