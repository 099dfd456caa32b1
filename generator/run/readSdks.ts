import { clientWords } from "../config/clientWords.js";
import type { DocumentInput, SdkConfiguration } from "../config/configuration.js";
import { examplesOf, type Lock } from "../config/lock.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { Api } from "../ir/api.js";
import { lower } from "../lower/lower.js";
import { checkReferences } from "../openapi/checkReferences.js";
import type { OpenApiDocument } from "../openapi/openApiDocument.js";
import { parseOpenApi } from "../openapi/parseOpenApi.js";
import { runPasses } from "../passes/runPasses.js";
import { load } from "../source/load.js";
import type { ConfiguredTarget, SdkSettings, StartedTarget } from "../targets/target.js";
import { watch } from "./ports.js";

/** An SDK whose target has begun to load. */
export interface StartedSdk {
  readonly configuration: SdkConfiguration;
  readonly target: StartedTarget;
}

export interface ReadSdk {
  readonly configuration: SdkConfiguration;
  readonly target: ConfiguredTarget;
  /** Its own Api; of a target that describes the run, each distinct one. */
  readonly apis: readonly Api[];
  /** Every file that was read for it. */
  readonly sources: readonly string[];
  /** For the stages behind: finds the place of what they report in this SDK's document. */
  readonly report: Report;
}

/**
 * Stages 1 to 4. A document that several SDKs share is read once, and lowered once for all that read it alike; the lock has the examples. Null after an error.
 */
export function readSdks(started: readonly StartedSdk[], lock: Lock, report: Report): readonly ReadSdk[] | null {
  const documents = new Map<string, OpenApiDocument | null>();
  const apis = new Map<string, Api | null>();
  const read = started.map(({ configuration, target }): ReadSdk | null => {
    const input = configuration.document;
    const document = input === null ? null : remember(documents, JSON.stringify(input), () => readOpenApi(input, report));
    if (input !== null && document === null) return null;
    const configured = target.configure(settingsOf(configuration, document));
    if (document === null) return { configuration, target: configured, apis: [], sources: [], report };
    const own = located(document, report);
    const { reading } = configured.core;
    const examples = examplesOf(lock, configuration.name);
    const key = JSON.stringify([input, reading, examples === lock.examples ? null : configuration.name]);
    const api = remember(apis, key, () => {
      const lowered = lower(document, reading, own);
      return lowered === null ? null : runPasses(lowered, { ...reading, examples });
    });
    return api === null ? null : { configuration, target: configured, apis: [api], sources: document.source.sources, report: own };
  });
  const fine = read.flatMap((sdk) => sdk ?? []);
  if (fine.length < read.length) return null;
  return fine.map((sdk) => (sdk.configuration.document === null ? { ...sdk, ...wholeRun(fine) } : sdk));
}

/** Stages 1 and 2: loads, parses and checks one document; null after an error. */
export function readOpenApi(input: DocumentInput, report: Report): OpenApiDocument | null {
  const findings = watch(report, false);
  const source = load(input, findings.report);
  const document = source === null ? null : parseOpenApi(source, located({ source }, findings.report));
  if (document !== null) checkReferences(document, located(document, findings.report));
  return findings.failed() ? null : document;
}

/** Finds the place of each diagnostic while its document is open: origins of two documents look alike. */
function located({ source }: Pick<OpenApiDocument, "source">, report: Report): Report {
  return (diagnostic) => {
    const { place } = diagnostic;
    report(place?.kind === "node" ? { ...diagnostic, place: { kind: "located", ...source.positionOf(place.origin) } } : diagnostic);
  };
}

function settingsOf(sdk: SdkConfiguration, document: OpenApiDocument | null): SdkSettings {
  const info = document?.root.info;
  const title = typeof info === "object" && info !== null && "title" in info && typeof info.title === "string" ? info.title : "";
  const { name, options, profile, pageFormat, validation } = sdk;
  return { sdk: name, options, profile, pageFormat, validation, words: clientWords(title) };
}

/** What a target that describes the run looks at: every distinct Api and all that was read for it. */
function wholeRun(sdks: readonly ReadSdk[]): Pick<ReadSdk, "apis" | "sources"> {
  return { apis: [...new Set(sdks.flatMap((sdk) => sdk.apis))], sources: [...new Set(sdks.flatMap((sdk) => sdk.sources))] };
}

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
