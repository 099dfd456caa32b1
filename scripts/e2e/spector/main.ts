import { languages, ways } from "../languages.js";
import { readParticulars } from "./particulars.js";
import { failuresOf, failureTable, figures } from "./report.js";
import { runScenarios } from "./run.js";
import { readScenarios } from "./suite.js";

export interface Choice {
  readonly target: string;
  /** The beginning of an area: "type/property". */
  readonly only: string;
  readonly scenario: string | null;
  /** What SDKs do with an answer that does not fit its document: some scenarios answer so. */
  readonly validation: "lax" | "strict";
}

/** Runs the chosen scenarios in one language and prints what came of them; false when one failed. */
export async function main({ target, only, scenario, validation }: Choice): Promise<boolean> {
  const language = languages.find(({ name }) => name === target);
  const own = ways.filter((way) => way.language.name === target);
  if (language === undefined || own.length === 0) throw new Error(`no driver for ${target} can run here`);
  const chosen = readScenarios().filter(({ spec, name }) => spec.startsWith(only) && (scenario === null || name === scenario));
  const particulars = readParticulars();
  const results = await runScenarios(language, own, chosen, particulars, validation, (line) => console.error(line));
  const failures = failuresOf(results, particulars);
  console.log(`${figures(chosen, results)}\n`);
  if (failures.length > 0) console.log(failureTable(failures));
  return failures.length === 0;
}
