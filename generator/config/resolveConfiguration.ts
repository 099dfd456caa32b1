import { posix } from "node:path";
import { configurationDocument, configurationEmpty, configurationFolder, configurationSelection } from "../diagnostics/config.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, text } from "../ir/json.js";
import type { Configuration, DocumentInput, OverlayInput, SdkConfiguration } from "./configuration.js";
import { namingStrategies, validations } from "./configuration.js";
import { profiles } from "./profile.js";
import type { WrittenConfiguration, WrittenSdk } from "./readConfiguration.js";

/** What the command line says about a run; it wins over the file. Paths are relative to the working folder. */
export interface Flags {
  /** `--spec`: replaces the document of every SDK, and its overlays with it. */
  readonly spec: string | null;
  /** `--out`: folder of all SDKs. */
  readonly out: string | null;
  /** `--target`: none means all. */
  readonly targets: readonly string[];
}

interface TargetScope {
  readonly name: string;
  readonly scope: "document" | "run";
}

/**
 * Fills in the defaults, lets an SDK's own settings win over those of the file and the flags over both, and turns paths from "relative to the configuration"
 * into paths that can be opened from the working folder. Null after an error.
 */
export function resolveConfiguration(
  written: WrittenConfiguration,
  file: string | null,
  flags: Flags,
  targets: readonly TargetScope[],
  report: Report,
): Configuration | null {
  const base = posix.dirname(file ?? flags.spec ?? ".");
  const scopes = new Map(targets.map((target) => [target.name, target.scope]));
  const sdks = written.sdks.map((sdk) => resolveSdk(written.settings, sdk, base, flags));
  let fine = sdks.length > 0;
  if (!fine) report(configurationEmpty(file === null ? null : { kind: "file", file }, { known: targets.map((target) => target.name) }));
  for (const sdk of sdks) {
    if (sdk.document !== null || scopes.get(sdk.target) === "run") continue;
    report(configurationDocument(file === null ? null : { kind: "file", file }, { name: sdk.name }));
    fine = false;
  }
  for (const target of sdks.length === 0 ? [] : flags.targets) {
    if (sdks.some((sdk) => sdk.target === target)) continue;
    report(configurationSelection(null, { target, known: [...new Set(sdks.map((sdk) => sdk.target))] }));
    fine = false;
  }
  const overlap = findOverlap(sdks);
  if (overlap !== null) report(configurationFolder(file === null ? null : { kind: "file", file }, overlap));
  if (!fine || overlap !== null) return null;
  const lockFile = file === null ? null : posix.join(base, `${posix.basename(file).replace(/\.ya?ml$/, "")}.lock`);
  return { lockFile, base, sdks };
}

function resolveSdk(settings: JsonObject, sdk: WrittenSdk, base: string, flags: Flags): SdkConfiguration {
  const { document, overlays, profile, pageFormat, naming, validation, out, ...options } = sdk.settings;
  const said = (own: Json | undefined, key: string) => own ?? settings[key] ?? null;
  return {
    name: sdk.name,
    target: sdk.target,
    document: documentOf(
      said(document, "document"),
      document !== undefined && overlays === undefined ? [] : said(overlays, "overlays"),
      base,
      flags,
    ),
    profile: oneOf(profiles, said(profile, "profile")),
    pageFormat: text(said(pageFormat, "pageFormat")),
    naming: oneOf(namingStrategies, said(naming, "naming")),
    validation: oneOf(validations, said(validation, "validation")),
    folder: folderOf(sdk.name, text(out ?? null), text(settings.out ?? null), base, flags),
    selected: flags.targets.length === 0 || flags.targets.includes(sdk.target),
    options,
  };
}

/** An SDK with a document of its own does not take over the overlays at the top: they belong to the document there. */
function documentOf(document: Json, overlays: Json, base: string, flags: Flags): DocumentInput | null {
  if (flags.spec !== null) return { location: flags.spec, overlays: [] };
  const location = text(document);
  if (location === null) return null;
  return { location: from(base, location), overlays: (Array.isArray(overlays) ? overlays : []).map((overlay) => overlayOf(overlay, base)) };
}

function overlayOf(written: Json, base: string): OverlayInput {
  if (typeof written === "string") return { file: from(base, written), jsonpath: "rfc9535" };
  const { file, jsonpath } = Object.fromEntries(Object.entries(written ?? {}));
  return { file: from(base, String(file)), jsonpath: jsonpath === "legacy" ? "legacy" : "rfc9535" };
}

function folderOf(name: string, own: string | null, shared: string | null, base: string, flags: Flags): string {
  if (flags.out !== null) return posix.join(flags.out, name);
  if (own !== null) return from(base, own);
  return posix.join(shared === null ? "sdk" : from(base, shared), name);
}

/** Two SDKs, one of which would be written into the other's folder. */
function findOverlap(sdks: readonly SdkConfiguration[]): { first: string; second: string; folder: string } | null {
  for (const [index, first] of sdks.entries()) {
    for (const second of sdks.slice(index + 1)) {
      const [a, b] = [`${first.folder}/`.toLowerCase(), `${second.folder}/`.toLowerCase()];
      if (a.startsWith(b) || b.startsWith(a))
        return { first: first.name, second: second.name, folder: a.length < b.length ? first.folder : second.folder };
    }
  }
  return null;
}

function from(base: string, path: string): string {
  return posix.isAbsolute(path) ? path : posix.join(base, path);
}

/** The word that was written, which the schema has checked, or the first one: the default. */
function oneOf<T extends string>(words: readonly [T, ...T[]], value: Json): T {
  return words.find((word) => word === value) ?? words[0];
}
