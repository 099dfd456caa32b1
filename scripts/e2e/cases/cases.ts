// Small documents that break SDK generators: `npm run cases -- [--only NAME]... [--all]`. The documents stand in ../shared/cases; what is expected of each is said in specs/cases.
// SDKs of both languages are generated, checked by the strictest compilers, loaded, called and compared. Exit code 1 when one of them is not right.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { each, table } from "../../lib/child.mjs";
import { ways } from "../languages.js";
import { main, pythonOf } from "../places.js";
import { type Case, documents, readCaseFiles } from "./caseFile.js";
import { type Check, callsOf, programsOf, textsOf } from "./judge.js";
import { type Prepared, prepare } from "./prepare.js";

const { values: options } = parseArgs({
  options: { only: { type: "string", multiple: true, default: [] }, all: { type: "boolean", default: false } },
});
if (!existsSync(documents)) {
  console.log("skipped: no documents at ../shared/cases");
  process.exit(0);
}
const python = pythonOf();
if (!existsSync(main) || python === null) {
  console.error("run `npm run build` first; Python is needed as well");
  process.exit(2);
}
const chosen = readCaseFiles().filter(({ name }) => options.only.length === 0 || options.only.some((only) => name.startsWith(only)));
const cases = chosen.flatMap(({ expected }) => (expected === null ? [] : [expected]));
const prepared = await prepare(cases, python);

type Verdict = "right" | "partly" | "wrong";
interface Row {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
  readonly reasons: readonly string[];
}
const languages = ["python", "typescript"];
const rows: readonly Row[] = await each(chosen, 3, async ({ name, expected }: (typeof chosen)[number]): Promise<Row> => {
  const ready = prepared.get(name);
  if (expected === null || ready === undefined)
    return { name, verdicts: ["wrong", "wrong"], reasons: ["nothing is expected of it: specs/cases"] };
  const both = await Promise.all(languages.map((language) => judged(expected, ready, language)));
  const reasons = both.flatMap((one, i) => one.reasons.map((reason) => `${languages[i]}: ${reason}`));
  return { name, verdicts: both.map(({ verdict }) => verdict), reasons };
});
console.log(
  table(
    ["case", "python", "typescript", "verdict"],
    rows.map(({ name, verdicts }) => [name, ...verdicts, worst(verdicts)]),
  ),
);
for (const { name, reasons } of rows) {
  const shown = options.all ? reasons : reasons.slice(0, 8);
  if (reasons.length > 0) console.log(`\n${name}\n${shown.map((reason) => `  ${reason}`).join("\n")}`);
  if (shown.length < reasons.length) console.log(`  … ${reasons.length - shown.length} more: --all`);
}
const right = rows.filter(({ verdicts }) => worst(verdicts) === "right").length;
const byLanguage = ["Python", "TypeScript"].map((word, i) => `${word} ${rows.filter(({ verdicts }) => verdicts[i] === "right").length}`);
console.log(`\n${right} of ${rows.length} right in both languages; ${byLanguage.join(", ")}`);
process.exit(right === rows.length ? 0 : 1);

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("wrong") ? "wrong" : verdicts.includes("partly") ? "partly" : "right";
}

/** Right: all holds. Wrong: nothing of what runs does, or it does not come so far. */
async function judged(
  one: Case,
  ready: Prepared,
  language: string,
): Promise<{ readonly verdict: Verdict; readonly reasons: readonly string[] }> {
  const codes = ready.diagnostics.map(({ code }) => code);
  const missing = [...(one.refused ?? []), ...(one.warnings ?? [])]
    .filter((word) => !codes.some((code) => code.includes(word)))
    .map((word) => `no diagnostic ${word}`);
  if (one.refused !== undefined || ready.status !== 0) {
    const wanted = one.refused === undefined ? 0 : 1;
    const reasons = [...(ready.status === wanted ? [] : [`generate ends with ${ready.status}: ${codes.join(", ")}`]), ...missing];
    return { verdict: reasons.length === 0 ? "right" : "wrong", reasons };
  }
  const checks: Check[] = [
    { name: "compilers", problems: ready.complaints[language] ?? [] },
    ...(missing.length > 0 ? [{ name: "diagnostics", problems: missing }] : []),
    ...textsOf(one, language),
  ];
  for (const way of ways.filter((candidate) => candidate.language.name === language)) checks.push(...(await callsOf(one, way)));
  const command = language === "python" ? (python ?? "") : process.execPath;
  checks.push(...(await programsOf(one, language, command)));
  const reasons = checks.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
  const [, ...run] = checks;
  const none = run.length > 0 && run.every(({ problems }) => problems.length > 0);
  return { verdict: reasons.length === 0 ? "right" : none ? "wrong" : "partly", reasons };
}
