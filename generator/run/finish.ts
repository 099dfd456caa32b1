import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { SdkConfiguration } from "../config/configuration.js";
import type { LoadedConfiguration } from "../config/loadConfiguration.js";
import { nameChanges, nextLock } from "../config/nextLock.js";
import { printLock } from "../config/printLock.js";
import { sourceName } from "../config/settingsText.js";
import type { Api } from "../ir/api.js";
import type { NameTable } from "../ir/names.js";
import { version } from "../version.js";
import { apply } from "../write/apply.js";
import { inputsOf } from "../write/inputsOf.js";
import { type Manifest, manifestPath, printManifest, readManifest } from "../write/manifest.js";
import { type Reconciliation, reconcile } from "../write/reconcile.js";
import { inputsHash } from "../write/unchanged.js";
import { type Findings, type Outcome, type Ports, type RunMode, type SdkOutcome, stopped } from "./ports.js";
import { runTexts } from "./runTexts.js";

/** An SDK whose files are printed. */
export interface FinishedSdk {
  readonly configuration: SdkConfiguration;
  readonly apis: readonly Api[];
  readonly names: NameTable;
  /** Files that were read for it, as paths from the working folder. */
  readonly sources: readonly string[];
  readonly files: readonly GeneratedFile[];
}

interface ComparedSdk {
  readonly sdk: FinishedSdk;
  readonly before: Manifest | null;
  readonly after: Manifest;
  readonly reconciliation: Reconciliation;
}

/**
 * Stage 7: compares every SDK with its folder before the first file is written, so that one that cannot be written leaves all untouched; then writes the lock and the files,
 * or in a check says whether they differ. Without a configuration there is no lock.
 */
export function finish(
  sdks: readonly FinishedSdk[],
  loaded: LoadedConfiguration,
  { mode, adopt }: RunMode,
  ports: Ports,
  findings: Findings,
): Outcome {
  const { lockFile } = loaded.configuration;
  const lockText =
    lockFile === null
      ? null
      : printLock(
          nextLock(
            loaded.lock,
            sdks.map((sdk) => sdk.names),
          ),
        );
  const lockChanges = lockText !== loaded.lockText;
  const compared = sdks.flatMap((sdk) => compare(sdk, loaded, lockText, adopt, ports, findings) ?? []);
  if (findings.failed() || compared.length < sdks.length) return stopped;
  const outcome = (status: Outcome["status"]): Outcome => ({
    status,
    sdks: compared.map((one) => sdkOutcome(one, loaded)),
    lock: lockFile !== null && lockChanges ? { file: lockFile } : null,
    ...totals(sdks),
  });
  if (mode === "check") return outcome(lockChanges || compared.some(differs) ? "differs" : "unchanged");
  if (lockFile !== null && lockText !== null && lockChanges) ports.tree.write(lockFile, lockText);
  for (const { sdk, before, after, reconciliation } of compared) {
    ports.progress(`writing ${sdk.configuration.name}`);
    apply(reconciliation, before, after, sdk.configuration.folder, ports.tree);
  }
  return outcome("written");
}

function compare(
  sdk: FinishedSdk,
  loaded: LoadedConfiguration,
  lock: string | null,
  adopt: boolean,
  { tree }: Ports,
  { report }: Findings,
): ComparedSdk | null {
  const { base } = loaded.configuration;
  const { folder } = sdk.configuration;
  const file = `${folder}/${manifestPath}`;
  const before = readManifest(tree.read(file), file, report);
  if (before === "unreadable") return null;
  const reconciliation = reconcile(sdk.files, before, { folder, tree, adopt }, report);
  if (reconciliation === null) return null;
  const sources = [...new Set(sdk.sources.map((source) => sourceName(source, base)))];
  const inputs = inputsOf(version, { ...runTexts(loaded), lock }, sources, base, tree);
  // A source that cannot be read again gives no hash, so the next run looks at everything.
  const after: Manifest = {
    manifestVersion: 1,
    generator: version,
    inputs: inputs === null ? "" : inputsHash(inputs),
    sources,
    files: reconciliation.files,
  };
  return { sdk, before, after, reconciliation };
}

function differs({ before, after, reconciliation }: ComparedSdk): boolean {
  return (
    before === null ||
    printManifest(before) !== printManifest(after) ||
    reconciliation.changes.some((change) => change.kind !== "unchanged")
  );
}

function sdkOutcome({ sdk, reconciliation }: ComparedSdk, loaded: LoadedConfiguration): SdkOutcome {
  const { name, target, folder } = sdk.configuration;
  return { name, target, folder, changes: reconciliation.changes, names: nameChanges(loaded.lock, sdk.names) };
}

/** Of two SDKs of one document, the document is counted once, by its files. */
function totals(sdks: readonly FinishedSdk[]): Pick<Outcome, "operations" | "types" | "skipped"> {
  const apis = [...new Map(sdks.flatMap((sdk) => sdk.apis).map((api) => [JSON.stringify(api.sources), api])).values()];
  return {
    operations: apis.reduce((sum, api) => sum + api.operations.length + api.webhooks.length, 0),
    types: apis.reduce((sum, api) => sum + api.types.length, 0),
    skipped: apis.flatMap((api) => api.skipped.map((skipped) => skipped.label)),
  };
}
