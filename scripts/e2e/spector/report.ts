import type { Particular } from "./particulars.js";
import type { Result } from "./run.js";
import type { Scenario } from "./suite.js";

/** One scenario that is not right in all forms, or whose answer is not. */
export interface Failure {
  readonly area: string;
  readonly scenario: string;
  /** "sync", "async" or both; `answer`: the server is content, what the SDK gave back is not what it got. */
  readonly modes: readonly string[];
  readonly what: "request" | "answer";
  readonly cause: string;
}

/** The figures of each form, and of all forms together. */
export function figures(scenarios: readonly Scenario[], results: readonly Result[]): string {
  const modes = [...new Set(results.map(({ mode }) => mode))];
  const lines = modes.map((mode) =>
    line(
      mode,
      results.filter((one) => one.mode === mode),
    ),
  );
  const all = scenarios.map(({ name }) => results.filter(({ scenario }) => scenario.name === name));
  const passed = all.filter((forms) => forms.length > 0 && forms.every(({ verdict }) => verdict === "pass")).length;
  return [...lines, `${modes.join(" and ")}: ${passed} of ${scenarios.length} passed`].join("\n");
}

function line(mode: string, results: readonly Result[]): string {
  const count = (counts: (one: Result) => boolean) => results.filter(counts).length;
  const sum = (of: (one: Result) => number) => results.reduce((total, one) => total + of(one), 0);
  const reachable = count(({ scenario }) => scenario.exchanges.some(({ operations }) => operations.length > 0));
  const called = count(({ verdict }) => verdict !== "missing");
  const passed = count(({ verdict }) => verdict === "pass");
  return `${mode}: reachable ${reachable}, called ${called}, passed ${passed}; bodies compared ${sum((one) => one.compared)}, equal ${sum((one) => one.equal)}`;
}

/** What is wrong, by scenario: forms that fail alike are one row. */
export function failuresOf(results: readonly Result[], particulars: readonly Particular[]): readonly Failure[] {
  const rows = new Map<string, Failure>();
  for (const { scenario, mode, verdict, problems } of results) {
    if (verdict === "pass" && problems.length === 0) continue;
    const what = verdict === "pass" ? "answer" : "request";
    const excepted = particulars.find((one) => one.scenario === scenario.name)?.reason;
    const cause =
      excepted ??
      (problems.length === 0 ? `the server says ${verdict}` : problems.join(" | ")).replace(/\s+/g, " ").replaceAll("_async()", "()");
    const key = JSON.stringify([scenario.name, what, cause]);
    const area = scenario.spec.split("/").slice(0, 2).join("/");
    rows.set(key, { area, scenario: scenario.name, what, cause, modes: [...(rows.get(key)?.modes ?? []), mode] });
  }
  return [...rows.values()].sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0));
}

export function failureTable(failures: readonly Failure[]): string {
  const areas = [...new Set(failures.map(({ area }) => area))];
  return areas
    .map((area) => {
      const rows = failures.filter((one) => one.area === area);
      return [
        `${area} (${rows.length})`,
        ...rows.map(({ scenario, modes, what, cause }) => `  ${scenario} [${modes.join(", ")}] ${what}: ${cause.slice(0, 600)}`),
      ].join("\n");
    })
    .join("\n\n");
}
