import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleValue } from "../../generator/codegen/examples/exampleValue.js";
import { isObject, type Json, type JsonObject, list, member } from "../../generator/ir/json.js";
import type { Operation } from "../../generator/ir/operation.js";
import { usualReading } from "../../generator/ir/reading.js";
import type { TypeOf } from "../../generator/ir/types.js";
import { lower } from "../../generator/lower/lower.js";
import { readOpenApi } from "../../generator/run/readSdks.js";
import { answerTo } from "../e2e/answer.js";
import { askDriver } from "../e2e/askDriver.js";
import { operationsFor, readContract } from "../e2e/contract/contract.js";
import { pythonOf } from "../e2e/places.js";
import { startProxy } from "../e2e/proxy.js";
import { record } from "../e2e/recorder.js";
import type { SnippetProblem, SnippetProject } from "./check.js";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

/** What a snippet met: a contradiction is the document's own, no call could do without it. */
export interface RunProblem extends SnippetProblem {
  readonly isContradiction: boolean;
}

/**
 * Runs every snippet of a project, one after another in one process, against a server that answers with an example of the first success and sits behind a
 * proxy that knows the document. Whatever server a snippet names, its requests arrive there.
 */
export async function runSnippets(document: string, project: SnippetProject, language: string): Promise<readonly RunProblem[]> {
  const { upgraded, operations, typeOf, prefixes } = readSpec(document, project.folder);
  const contract = readContract(upgraded);
  const upstream = await record(({ method, url }) => {
    const [found] = operationsFor(contract, method, url.split("?")[0] ?? "");
    const operation = operations.find((one) => one.method.toUpperCase() === found?.method && one.path.replace(/#.*$/, "") === found?.path);
    return operation === undefined
      ? { status: 404, headers: {}, parts: [] }
      : answerTo(operation, (type) => exampleValue(type, null, typeOf)).reply;
  });
  const lacking = undescribed(JSON.parse(readFileSync(upgraded, "utf8")));
  const isContradiction = (problem: string): boolean => {
    const [, missing = ""] = /must have required property '(.*?)'/.exec(problem) ?? [];
    // Nothing here makes text for a pattern, and variants of which one value fits several have no answer.
    const isAmbiguous = /"status":502/.test(problem) && /must match exactly one schema in oneOf/.test(problem);
    return /must match pattern/.test(problem) || isAmbiguous || lacking.has(missing);
  };
  const proxy = await startProxy(upgraded, upstream.url);
  try {
    writeFileSync(join(project.folder, "example.file"), "example");
    const files = project.snippets.map((_, i) => project.fileOf(i));
    const order = { url: proxy.url, prefixes, files };
    const [command, driver] = language === "python" ? [pythonOf() ?? "python3", "runPython.py"] : [process.execPath, "runTypescript.mjs"];
    const problems: readonly (string | null)[] = await askDriver(command, join(here, driver), order, project.folder);
    return project.snippets.flatMap(({ page, line }, i) => {
      const problem = problems[i] ?? null;
      return problem === null ? [] : [{ page, line, problem, isContradiction: isContradiction(problem) }];
    });
  } finally {
    await proxy.close();
    await upstream.close();
  }
}

/** Names that some schema requires and does not describe. */
function undescribed(value: Json, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const child of Object.values(value)) undescribed(child, found);
  if (!isObject(value) || value.allOf !== undefined) return found;
  for (const name of list(value.required)) if (typeof name === "string" && member(value.properties, name) === undefined) found.add(name);
  return found;
}

interface Spec {
  /** A file with the document as one of OpenAPI 3.1. */
  readonly upgraded: string;
  readonly operations: readonly Operation[];
  readonly typeOf: TypeOf;
  /** Paths of servers, as regular expressions: an operation's path begins behind them. */
  readonly prefixes: readonly string[];
}

function readSpec(location: string, folder: string): Spec {
  const document = readOpenApi({ location, overlays: [] }, () => {});
  const api = document === null ? null : lower(document, usualReading, () => {});
  if (document === null || api === null) throw new Error(`${location} cannot be read`);
  const upgraded = join(folder, "openapi.json");
  writeFileSync(upgraded, JSON.stringify({ ...document.root, openapi: "3.1.0" }));
  const types = new Map(api.types.map((type) => [type.id, type]));
  return { upgraded, operations: api.operations, typeOf: (id) => types.get(id), prefixes: prefixesOf(document.root) };
}

/** "https://host/api/{version}" → "/api/[^/]+" */
function prefixesOf(root: JsonObject): readonly string[] {
  const urls = [...JSON.stringify(root).matchAll(/"servers":(\[\{.*?\}\])/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"url":"([^"]*)"/g)].map(([, url = ""]) => url),
  );
  const paths = urls.map((url) => url.replace(/^\w+:\/\/[^/]*/, "").replace(/\/$/, ""));
  return [...new Set(paths)]
    .filter((path) => path !== "")
    .map((path) => path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]*\}/g, "[^/]+"));
}
