import { configurationMissing } from "../diagnostics/config.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { OptionProperties } from "../targets/optionSchema.js";
import type { OutsideTarget } from "../targets/registry.js";
import type { Configuration } from "./configuration.js";
import { emptyLock, type Lock } from "./lock.js";
import { readConfiguration, type WrittenConfiguration } from "./readConfiguration.js";
import { readLock } from "./readLock.js";
import { type Flags, resolveConfiguration } from "./resolveConfiguration.js";

/** What the configuration needs to know of a target. */
interface ConfigurableTarget {
  readonly name: string;
  readonly scope: "document" | "run";
  readonly byDefault: boolean;
  readonly options: OptionProperties;
}

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The text of the configuration file; null for a run with `--spec` alone. */
  readonly text: string | null;
  readonly lock: Lock;
  /** The text of the lock; null when there is none yet. */
  readonly lockText: string | null;
  /** The targets that the configuration names and that are no part of sdksmith. */
  readonly outside: readonly OutsideTarget[];
}

/** The configuration that is read when nobody names one and there is no `--spec`. */
const defaultFile = "sdksmith.yaml";

/** The file that a run reads; null when `--spec` stands for itself. */
export function configurationFile({ config, spec }: { readonly config: string | null; readonly spec: string | null }): string | null {
  return config === null && spec !== null ? null : (config ?? defaultFile);
}

/**
 * Finds out what a run shall do: from the file that `config` names, from sdksmith.yaml in the working folder, or from `--spec` alone, which stands for the targets that
 * are written by default. Null after an error.
 */
export function loadConfiguration(
  config: string | null,
  flags: Flags,
  targets: readonly ConfigurableTarget[],
  read: (path: string) => string | null,
  report: Report,
  outside: ReadonlyMap<string, OutsideTarget> = new Map(),
): LoadedConfiguration | null {
  const file = configurationFile({ config, spec: flags.spec });
  if (file === null) {
    const configuration = resolveConfiguration(withoutFile(flags, targets), null, flags, targets, report);
    return configuration === null ? null : { configuration, text: null, lock: emptyLock, lockText: null, outside: [] };
  }
  const text = read(file);
  if (text === null) {
    report(configurationMissing({ kind: "file", file }, { file }));
    return null;
  }
  const written = readConfiguration(text, file, targets, report, outside);
  const packages = [...new Set(outside.values())];
  const configuration = written === null ? null : resolveConfiguration(written, file, flags, [...targets, ...packages], report);
  if (configuration === null || configuration.lockFile === null) return null;
  const lockText = read(configuration.lockFile);
  const lock = readLock(lockText, configuration.lockFile, report);
  return lock === null ? null : { configuration, text, lock, lockText, outside: packages };
}

/** One SDK for each target that is written by default, or for those that `--target` names. */
function withoutFile(flags: Flags, targets: readonly ConfigurableTarget[]): WrittenConfiguration {
  const wanted = targets.filter((target) => (flags.targets.length === 0 ? target.byDefault : flags.targets.includes(target.name)));
  return { settings: {}, sdks: wanted.map((target) => ({ name: target.name, target: target.name, settings: {} })) };
}
