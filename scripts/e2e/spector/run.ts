import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../generator/ir/json.js";
import type { Outcome } from "../call.js";
import { drive } from "../drive.js";
import type { Language, Way } from "../languages.js";
import { root, work } from "../places.js";
import { readMap, type SdkMap } from "../sdkMap.js";
import { difference } from "./compare.js";
import { readDocument, type SuiteDocument, writeSettings } from "./documents.js";
import type { Particular } from "./particulars.js";
import { type PlannedCall, placeOf, planScenario } from "./plan.js";
import { prepareSdk } from "./prepare.js";
import { server, startServer, stopServer, type Verdict, verdicts } from "./server.js";
import type { Scenario, SuiteBody } from "./suite.js";

/** What came of a scenario in one form of a language. */
export interface Result {
  readonly scenario: Scenario;
  readonly mode: string;
  readonly verdict: Verdict;
  /** What the SDK or the plan says is wrong, in the order of the calls. */
  readonly problems: readonly string[];
  /** Answers that were compared, and how many of them came out as they were sent. */
  readonly compared: number;
  readonly equal: number;
}

interface Sdk {
  readonly document: SuiteDocument;
  readonly map: SdkMap;
  readonly folder: string;
}

/** Generates an SDK for each document that the scenarios need, once, and calls it in every form that the language has, each with a server of its own. */
export async function runScenarios(
  language: Language,
  ways: readonly Way[],
  scenarios: readonly Scenario[],
  particulars: readonly Particular[],
  validation: "lax" | "strict",
  report: (line: string) => void,
): Promise<readonly Result[]> {
  const documents = [...new Set(scenarios.flatMap((one) => documentOf(one) ?? []))];
  const sdks = new Map<string, Sdk | string>();
  for (const document of documents) sdks.set(document, await sdkOf(document, language, validation));
  report(`${language.name}: ${documents.length} SDKs generated`);
  const results: Result[] = [];
  for (const { mode, command } of ways) {
    startServer();
    try {
      const found = await inTurn(documents, 2, (document) =>
        callAll(
          command,
          mode,
          sdks.get(document) ?? "it was not generated",
          scenarios.filter((one) => documentOf(one) === document),
          particulars,
        ),
      );
      const judged = await verdicts();
      const said = new Map(found.flat().map((one) => [one.name, one]));
      for (const scenario of scenarios) {
        const { problems, compared, equal } = said.get(scenario.name) ?? { problems: ["no document describes it"], compared: 0, equal: 0 };
        results.push({ scenario, mode, verdict: judged.get(scenario.name) ?? "missing", problems, compared, equal });
      }
    } finally {
      stopServer();
    }
    report(`${language.name}: called by ${mode}`);
  }
  return results;
}

function documentOf({ exchanges }: Scenario): string | null {
  const [first] = exchanges.flatMap((exchange) => placeOf(exchange) ?? []);
  return first?.document ?? null;
}

async function sdkOf(path: string, language: Language, validation: "lax" | "strict"): Promise<Sdk | string> {
  try {
    const document = readDocument(path);
    const folder = join(work, "spector", language.name, document.name);
    rmSync(folder, { recursive: true, force: true });
    await generateSdk(writeSettings(document, language.name, validation, folder), join(folder, "sdk"));
    const map = readMap(join(folder, "sdk", "json"), language.name);
    return { document, map, folder: prepareSdk(join(folder, "sdk", language.name), join(folder, "ready")) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is built, in this process: seventy that start one after the other would take as long as all the rest. */
async function generateSdk(config: string, out: string): Promise<void> {
  const built: typeof import("../../../generator/index.js") = await import(join(root, "dist/generator/index.js"));
  const errors: string[] = [];
  const { status } = await built.generate(
    { ...built.defaultRequest, config, out },
    {
      tree: built.diskTree(),
      targets: built.builtInTargets,
      report: ({ severity, message }) => (severity === "error" ? errors.push(message) : undefined),
      progress: () => {},
    },
  );
  if (status === "stopped") throw new Error(`nothing is generated: ${errors.join("; ")}`);
}

type Said = Pick<Result, "problems" | "compared" | "equal"> & { readonly name: string };

async function callAll(
  command: string,
  mode: string,
  sdk: Sdk | string,
  scenarios: readonly Scenario[],
  particulars: readonly Particular[],
): Promise<readonly Said[]> {
  const againOf = ({ name }: Scenario) => particulars.find(({ scenario }) => scenario === name)?.again ?? null;
  const failed = (reason: string) => scenarios.map(({ name }) => ({ name, problems: [reason], compared: 0, equal: 0 }));
  if (typeof sdk === "string") return failed(sdk);
  const plans = scenarios.map((scenario) => ({ scenario, calls: planScenario(scenario, sdk.document, sdk.map, againOf(scenario)) }));
  const calls = plans.flatMap(({ calls: planned }) => planned.filter((one) => typeof one !== "string"));
  try {
    const outcomes = await drive(
      command,
      mode,
      sdk.folder,
      { url: server, server },
      calls.map(({ call }) => call),
    );
    const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    return plans.map(({ scenario, calls: planned }) => {
      const judged = planned.map((one) =>
        typeof one === "string" ? { problem: one, compared: 0, equal: 0 } : judge(one, byId.get(one.call.id)),
      );
      const sum = (of: (one: Judged) => number) => judged.reduce((total, one) => total + of(one), 0);
      return {
        name: scenario.name,
        problems: judged.flatMap(({ problem }) => problem ?? []),
        compared: sum(({ compared }) => compared),
        equal: sum(({ equal }) => equal),
      };
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

interface Judged {
  readonly problem: string | null;
  readonly compared: number;
  readonly equal: number;
}

/** What a call gave, beside what the server answered. */
function judge({ call, answers, status }: PlannedCall, outcome: Outcome | undefined): Judged {
  if (outcome === undefined) return { problem: "the driver gave nothing", compared: 0, equal: 0 };
  if (outcome.error !== undefined) {
    const { kind, name, message } = outcome.error;
    const wanted = status >= 400 && outcome.error.status === status;
    return { problem: wanted ? null : `${name} (${kind}): ${message}`, compared: wanted ? 0 : answers.length, equal: 0 };
  }
  if (status >= 400) return { problem: `nothing was raised for ${status}`, compared: 0, equal: 0 };
  const { value } = outcome;
  const pages: readonly Json[] = call.take === "pages" && Array.isArray(value) ? value : [value];
  const differences = answers.map((answer, i) => difference(answer.value, pages[i], leniencies(answer.body)));
  const problem = differences.find((one) => one !== null);
  return {
    problem: problem === undefined || problem === null ? null : `the answer: ${problem}`,
    compared: answers.length,
    equal: differences.filter((one) => one === null).length,
  };
}

function leniencies({ contentType, matchers = [] }: SuiteBody): SuiteBody["matchers"] {
  return /[/+]xml/.test(contentType) ? [...matchers, { at: "*", match: "xml" }] : matchers;
}

/** As many at a time as are said. */
async function inTurn<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const rest = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
