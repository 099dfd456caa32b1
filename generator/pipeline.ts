import type { TemplateStore } from "./codegen/templates/templateStore.js";
import { loadTemplates } from "./codegen/templates/templates.js";
import type { SdkConfiguration } from "./config/configuration.js";
import type { LoadedConfiguration } from "./config/loadConfiguration.js";
import { type FinishedSdk, finish } from "./run/finish.js";
import { type NamedSdk, nameSdk } from "./run/nameSdk.js";
import { type Findings, type Outcome, type Ports, type RunMode, stopped } from "./run/ports.js";
import { readSdks, type StartedSdk } from "./run/readSdks.js";
import type { TargetEntry } from "./targets/registry.js";
import type { OtherSdk } from "./targets/target.js";
import { version } from "./version.js";

/**
 * The composition: each stage is a function from one value to the next, and an error ends the run before anything is written.
 *
 *     start targets → load, parse, lower, passes → surface, names, plan → render → compare and write
 */
export async function runPipeline(loaded: LoadedConfiguration, mode: RunMode, ports: Ports, findings: Findings): Promise<Outcome> {
  ports.progress("loading");
  const targets = [...ports.targets, ...loaded.outside];
  const folders = loaded.outside.flatMap((target) => target.templates ?? []);
  const [templates, started] = await Promise.all([loadTemplates(folders), startSdks(needed(loaded.configuration.sdks, targets), targets)]);
  ports.progress("reading documents");
  const read = readSdks(started, loaded.lock, findings.report);
  if (read === null || findings.failed()) return stopped;
  ports.progress("choosing names and planning");
  const named = read.map((sdk) => nameSdk(sdk, loaded.lock.sdks.get(sdk.configuration.name) ?? null));
  if (findings.failed()) return stopped;
  ports.progress("printing");
  const selected = named.filter((sdk) => sdk.configuration.selected);
  const finished = await Promise.all(selected.map((sdk) => print(sdk, named, templates)));
  if (findings.failed()) return stopped;
  ports.progress("comparing");
  return finish(finished, loaded, mode, ports, findings);
}

/**
 * A target that describes the whole run looks at the documents of the others; it reads one of its own only when it is alone. SDKs that are not written
 * are read and named only when one that is written describes the run.
 */
function needed(sdks: readonly SdkConfiguration[], targets: readonly TargetEntry[]): readonly SdkConfiguration[] {
  const describesRun = (sdk: SdkConfiguration) => targets.some((target) => target.name === sdk.target && target.scope === "run");
  const wanted = sdks.some((sdk) => sdk.selected && describesRun(sdk)) ? sdks : sdks.filter((sdk) => sdk.selected);
  return wanted.every(describesRun) ? wanted : wanted.map((sdk) => (describesRun(sdk) ? { ...sdk, document: null } : sdk));
}

/** Loads the code of the targets; what they need is then loading while the documents are read. */
async function startSdks(sdks: readonly SdkConfiguration[], targets: readonly TargetEntry[]): Promise<readonly StartedSdk[]> {
  return Promise.all(
    sdks.map(async (configuration) => {
      const entry = targets.find((target) => target.name === configuration.target);
      if (entry === undefined) throw new Error(`the target "${configuration.target}" passed the configuration and is not registered`);
      return { configuration, target: (await entry.load()).start() };
    }),
  );
}

/** Stage 6 for one SDK. */
async function print(sdk: NamedSdk, all: readonly NamedSdk[], templates: TemplateStore): Promise<FinishedSdk> {
  const { configuration, target, apis, names, plan, sources, report } = sdk;
  const others = all.filter((other) => other !== sdk).map(otherSdk);
  const request = { sdk: configuration.name, apis, names, plan, templates, others, generator: version };
  return { configuration, apis, names, sources, files: await target.render(request, report) };
}

function otherSdk({ configuration, apis, names }: NamedSdk): OtherSdk {
  return { sdk: configuration.name, target: configuration.target, apis, names };
}
