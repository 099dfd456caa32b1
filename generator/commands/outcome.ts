import type { NameChanges } from "../config/nextLock.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { locateDiagnostic, sortDiagnostics } from "../diagnostics/print.js";
import type { Outcome, SdkOutcome } from "../index.js";
import type { Change } from "../write/reconcile.js";
import { unlocated } from "./printFound.js";

/**
 * The closing summary.
 *
 *     acme    sdk/acme    1,272 files: 3 written, 1 removed, 1,268 unchanged
 *       names: 2 added (Price, PriceInput), 1 renamed (Cost → Price)
 *     25 operations, 2 left out; 140 types; 3 warnings; 1.2 s
 */
export function printOutcome(outcome: Outcome, found: readonly Diagnostic[], seconds: number): string {
  const counts = `${warningsOf(found)}; ${seconds.toFixed(1)} s`;
  const { status } = outcome;
  switch (status) {
    case "stopped":
      return `Nothing was written: ${many(found.filter((diagnostic) => diagnostic.severity === "error").length, "error")}; ${counts}\n`;
    case "unchanged":
      return `Nothing has changed since the last run; ${seconds.toFixed(1)} s\n`;
    case "written":
    case "differs": {
      const width = Math.max(...outcome.sdks.map((sdk) => sdk.name.length));
      const lines = outcome.sdks.flatMap((sdk) => [
        `${sdk.name.padEnd(width)}  ${sdk.folder}  ${countsOf(sdk)}`,
        ...detailsOf(sdk, status),
      ]);
      const lock = outcome.lock === null ? [] : [`${outcome.lock.file}  ${status === "differs" ? "would change" : "written"}`];
      const skipped = outcome.skipped.length === 0 ? "" : `, ${outcome.skipped.length} left out`;
      const total = `${many(outcome.operations, "operation")}${skipped}; ${many(outcome.types, "type")}; ${counts}`;
      const verdict = status === "differs" ? ["The files differ from what would be generated: run `sdksmith generate`."] : [];
      return `${[...lines, ...lock, total, ...verdict].join("\n")}\n`;
    }
  }
}

/** The value that `--json` prints. Keys are part of the interface: add, never rename. */
export function outcomeJson(outcome: Outcome, found: readonly Diagnostic[], seconds: number): object {
  return {
    status: outcome.status,
    operations: outcome.operations,
    types: outcome.types,
    skipped: outcome.skipped,
    sdks: outcome.sdks.map((sdk) => ({
      name: sdk.name,
      target: sdk.target,
      folder: sdk.folder,
      created: pathsOf(sdk, "created"),
      updated: pathsOf(sdk, "updated"),
      removed: pathsOf(sdk, "removed"),
      unchanged: sdk.changes.filter((change) => change.kind === "unchanged").length,
      handEdited: handEdited(sdk),
      names: sdk.names,
    })),
    lock: outcome.lock,
    diagnostics: sortDiagnostics(found.map((diagnostic) => locateDiagnostic(diagnostic, unlocated))),
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

function countsOf(sdk: SdkOutcome): string {
  const count = (kind: Change["kind"]) => sdk.changes.filter((change) => change.kind === kind).length;
  const [created, updated, removed, unchanged] = [count("created"), count("updated"), count("removed"), count("unchanged")];
  return `${many(created + updated + unchanged, "file")}: ${number(created)} new, ${number(updated)} changed, ${number(removed)} removed, ${number(unchanged)} unchanged`;
}

/** Hand-edited files are named, and when only comparing all that differ; of the names the first few. */
function detailsOf(sdk: SdkOutcome, status: "written" | "differs"): readonly string[] {
  const edited = handEdited(sdk);
  const differing = sdk.changes.flatMap((change) =>
    change.kind === "unchanged" || change.kind === "emptied" ? [] : [`${change.kind} ${change.path}`],
  );
  return [
    ...edited.map((path) => `  edited by hand, ${status === "differs" ? "would be replaced" : "replaced"}: ${path}`),
    ...(status === "differs" ? some(differing, 20).map((line) => `  ${line}`) : []),
    ...namesOf(sdk.names),
  ];
}

function namesOf(names: NameChanges | null): readonly string[] {
  if (names === null) return [];
  const renamed = names.renamed.map(({ from, to }) => `${from} → ${to}`);
  const parts = [
    { what: "added", list: names.added },
    { what: "removed", list: names.removed },
    { what: "renamed", list: renamed },
  ].filter(({ list }) => list.length > 0);
  if (parts.length === 0) return [];
  return [`  names: ${parts.map(({ what, list }) => `${number(list.length)} ${what} (${some(list, 5).join(", ")})`).join("; ")}`];
}

function handEdited(sdk: SdkOutcome): readonly string[] {
  return sdk.changes.flatMap((change) =>
    (change.kind === "updated" || change.kind === "removed") && change.handEdited ? [change.path] : [],
  );
}

function pathsOf(sdk: SdkOutcome, kind: Change["kind"]): readonly string[] {
  return sdk.changes.filter((change) => change.kind === kind).map((change) => change.path);
}

function some(list: readonly string[], most: number): readonly string[] {
  return list.length > most ? [...list.slice(0, most), `… ${number(list.length - most)} more`] : list;
}

function warningsOf(found: readonly Diagnostic[]): string {
  return many(found.filter((diagnostic) => diagnostic.severity === "warning").length, "warning");
}

/** "1 file", "1,272 files" */
function many(count: number, word: string): string {
  return `${number(count)} ${word}${count === 1 ? "" : "s"}`;
}

function number(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
