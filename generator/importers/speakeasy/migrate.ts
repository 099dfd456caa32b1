import { posix } from "node:path";
import { emptyLock, type Lock, type LockedSdk } from "../../config/lock.js";
import { printLock } from "../../config/printLock.js";
import type { KnownTarget } from "../../config/schema.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import { migrateInTheWay, migrateTarget } from "../../diagnostics/migrate.js";
import { objectOf, text } from "../../ir/json.js";
import { chooseDocument } from "./documents.js";
import { examplesOf } from "./examples.js";
import { type MigratedSdk, printConfiguration } from "./printConfiguration.js";
import { type PublishedSdk, type ReadableTree, readPublishedSdk } from "./publishedSdk.js";
import { stemsOf } from "./stems.js";
import { translateSettings } from "./translateSettings.js";

/** One sentence for the command line's help. */
export const description =
  "Read the .speakeasy folders of published SDKs and write sdksmith.yaml, sdksmith.lock and copies of their documents.";

interface MigrateRequest {
  /** Folders of published SDKs. */
  readonly from: readonly string[];
  /** The folder that is written to. */
  readonly out: string;
  /** The targets that this sdksmith has. */
  readonly targets: readonly KnownTarget[];
  /** Targets that describe the whole run and are added to each configuration. */
  readonly companions: readonly string[];
}

interface Migration {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly sdks: readonly {
    readonly name: string;
    readonly from: string;
    readonly naming: string;
    readonly options: number;
    readonly names: number;
    readonly examples: number;
  }[];
}

/**
 * Turns what another generator left behind into a configuration, a lock and copies of the documents. Reads only, the caller writes; null after an error.
 *
 *     --from acme-py --from acme-ts   →   OUT/sdksmith.yaml  OUT/sdksmith.lock  OUT/<target>/openapi.yaml  OUT/<target>/overlays/fix.yaml
 */
export function migrate(request: MigrateRequest, tree: ReadableTree, report: Report): Migration | null {
  const read = request.from.map((folder) => migrateOne(folder, request, tree, report));
  const migrated = read.flatMap((sdks) => sdks ?? []);
  if (read.includes(null)) return null;
  const named = withNames(migrated);
  const files = [
    { path: "sdksmith.yaml", text: printConfiguration(named, request.companions) },
    { path: "sdksmith.lock", text: printLock(lockOf(named)) },
    ...named.flatMap((sdk) => copiesOf(sdk, tree)),
  ].map((file) => ({ ...file, path: posix.join(request.out, file.path) }));
  const taken = files.filter((file) => (tree.read(file.path) ?? file.text) !== file.text);
  for (const file of taken) report(migrateInTheWay({ kind: "file", file: file.path }, { file: file.path }));
  if (taken.length > 0) return null;
  const sdks = named.map((sdk) => ({
    name: sdk.name,
    from: sdk.from,
    naming: sdk.naming,
    options: Object.keys(sdk.options).length,
    names: sdk.stems.types.length + sdk.stems.sdks.length + sdk.stems.errors.length,
    examples: sdk.examples.size,
  }));
  return { files, sdks };
}

/** The SDKs of one folder: one for each language that its settings name, mostly just one. */
function migrateOne(
  folder: string,
  request: MigrateRequest,
  tree: ReadableTree,
  report: Report,
): readonly Omit<MigratedSdk, "name">[] | null {
  const sdk = readPublishedSdk(folder, tree, report);
  if (sdk === null) return null;
  const languages = languagesOf(sdk);
  const targets = request.targets.filter((target) => languages.includes(target.name));
  if (targets.length === 0) {
    report(migrateTarget({ kind: "file", file: sdk.settingsFile }, { languages, known: request.targets.map((target) => target.name) }));
    return null;
  }
  const sdks = targets.map((target): Omit<MigratedSdk, "name"> | null => {
    const document = chooseDocument(sdk, target.name, tree, report);
    if (document === null) return null;
    const pageFormat = text(objectOf(sdk.lock.management).generationVersion);
    return {
      target: target.name,
      from: folder,
      document,
      pageFormat: pageFormat !== null && /^\d+\.\d+(\.\d+)?$/.test(pageFormat) ? pageFormat : null,
      ...translateSettings(sdk, target.name, target.options, report),
      stems: stemsOf(sdk.lock),
      examples: examplesOf(sdk.lock),
    };
  });
  const done = sdks.flatMap((one) => (one === null ? [] : [one]));
  return done.length < sdks.length ? null : done;
}

/** Sections of gen.yaml that are neither its version nor its general part. */
function languagesOf(sdk: PublishedSdk): readonly string[] {
  return Object.keys(sdk.settings).filter((key) => !["configVersion", "generation", "management", "features"].includes(key));
}

/** An SDK is named after its target; a second one of the same target gets a number. */
function withNames(sdks: readonly Omit<MigratedSdk, "name">[]): readonly MigratedSdk[] {
  const counts = new Map<string, number>();
  return sdks.map((sdk) => {
    const count = (counts.get(sdk.target) ?? 0) + 1;
    counts.set(sdk.target, count);
    return { ...sdk, name: count === 1 ? sdk.target : `${sdk.target}-${count}` };
  });
}

/** Examples that several SDKs show alike, or only one has, are shared; where they differ, the first SDK's are shared and the others keep their own. */
function lockOf(sdks: readonly MigratedSdk[]): Lock {
  const shared = new Map(emptyLock.examples);
  const locked = new Map<string, LockedSdk>();
  for (const sdk of sdks) {
    const own = new Map(emptyLock.examples);
    for (const [operation, named] of sdk.examples) {
      const other = shared.get(operation);
      if (other === undefined) shared.set(operation, named);
      else if (JSON.stringify([...other]) !== JSON.stringify([...named])) own.set(operation, named);
    }
    locked.set(sdk.name, { names: new Map(), stems: sdk.stems, examples: own });
  }
  return { lockVersion: 1, sdks: locked, examples: shared };
}

function copiesOf(sdk: MigratedSdk, tree: ReadableTree): readonly { readonly path: string; readonly text: string }[] {
  const { document, overlays } = sdk.document;
  return [
    { path: `${sdk.name}/${posix.basename(document)}`, text: tree.read(document) ?? "" },
    ...overlays.map(({ file }) => ({ path: `${sdk.name}/overlays/${posix.basename(file)}`, text: tree.read(file) ?? "" })),
  ];
}
