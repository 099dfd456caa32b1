import type { NameChanges } from "../config/nextLock.js";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import type { TargetEntry } from "../targets/registry.js";
import type { FileTree } from "../write/fileTree.js";
import type { Change } from "../write/reconcile.js";

/** How a run goes about its work. */
export interface RunMode {
  /** `check`: compare only. */
  readonly mode: "write" | "check";
  /** Warnings are errors. */
  readonly strict: boolean;
  /** Run although inputs and files are those of the last run. */
  readonly force: boolean;
  /** Replace files that stand in the way although no run wrote them. */
  readonly adopt: boolean;
}

/** The world of a run. */
export interface Ports {
  /** Where configuration and lock are read and all files are written. */
  readonly tree: FileTree;
  readonly targets: readonly TargetEntry[];
  /** Takes each thing that is wrong with the input, its place found. */
  readonly report: Report;
  /** Told what the run is about to do. */
  readonly progress: (stage: string) => void;
}

/**
 * `written`: done. `unchanged`: nothing to do, nothing looked at in detail. `differs`: a check found differences. `stopped`: the input is wrong and nothing was written.
 */
export interface Outcome {
  readonly status: "written" | "unchanged" | "differs" | "stopped";
  readonly sdks: readonly SdkOutcome[];
  /** The lock when the run changes it. */
  readonly lock: { readonly file: string } | null;
  /** Of all documents of the run; an operation that could not be understood counts as skipped. */
  readonly operations: number;
  readonly types: number;
  readonly skipped: readonly string[];
}

export interface SdkOutcome {
  readonly name: string;
  readonly target: string;
  readonly folder: string;
  readonly changes: readonly Change[];
  /** Public names against those of the lock; null when the lock did not know the SDK. */
  readonly names: NameChanges | null;
}

const nothing = { sdks: [], lock: null, operations: 0, types: 0, skipped: [] };
export const stopped: Outcome = { status: "stopped", ...nothing };
export const untouched: Outcome = { status: "unchanged", ...nothing };

/** Reports that pass through and are remembered: whether an error was among them, and under `strict` each warning as the error that it then is. */
export interface Findings {
  readonly report: Report;
  failed(): boolean;
}

export function watch(report: Report, strict: boolean): Findings {
  let failed = false;
  return {
    report(diagnostic: Diagnostic) {
      const severity = strict ? "error" : diagnostic.severity;
      failed ||= severity === "error";
      report({ ...diagnostic, severity });
    },
    failed: () => failed,
  };
}
