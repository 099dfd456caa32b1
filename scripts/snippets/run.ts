import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleValue } from "../../generator/codegen/examples/exampleValue.js";
import { isObject, type Json, type JsonObject, list, member } from "../../generator/ir/json.js";
import type { Operation } from "../../generator/ir/operation.js";
import { usualReading } from "../../generator/ir/reading.js";
import type { TypeOf } from "../../generator/ir/types.js";
import { lower } from "../../generator/lower/lower.js";
import { readOpenApi } from "../../generator/run/readSdks.js";
import { operationsFor, readContract } from "../e2e/contract/contract.js";
import { pythonOf } from "../e2e/places.js";
import { startProxy } from "../e2e/proxy.js";
import { type Reply, record } from "../e2e/recorder.js";
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
    return operation === undefined ? { status: 404, headers: {}, parts: [] } : answerTo(operation, typeOf);
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
    const problems: readonly (string | null)[] = JSON.parse(await drive(language, project.folder, { url: proxy.url, prefixes, files }));
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

function answerTo({ responses, method }: Operation, typeOf: TypeOf): Reply {
  const success = responses.find(({ outcome }) => outcome === "success");
  const status = success?.status.kind === "code" ? success.status.code : 200;
  const content = success?.contents.find(({ codec }) => codec.kind === "json") ?? success?.contents[0];
  const headers = Object.fromEntries(
    (success?.headers ?? []).map(({ wire, type, example }) => [
      wire.toLowerCase(),
      String(example?.value ?? exampleValue(type, null, typeOf)),
    ]),
  );
  if (content === undefined || method === "head") return { status, headers, parts: [] };
  const value = exampleValue(content.type, null, typeOf);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const part = content.codec.kind === "json" ? JSON.stringify(value) : content.codec.kind === "events" ? eventText(value) : `${text}\n`;
  return { status, headers: { ...headers, "content-type": content.mediaType.replace(/^\*\/\*$/, "application/json") }, parts: [part] };
}

function eventText(value: ReturnType<typeof exampleValue>): string {
  const isEnvelope = typeof value === "object" && value !== null && !Array.isArray(value) && "data" in value;
  const fields = Object.entries(isEnvelope ? value : { data: value });
  return `${fields.map(([key, item]) => `${key}: ${typeof item === "string" ? item : JSON.stringify(item)}`).join("\n")}\n\n`;
}

async function drive(language: string, folder: string, order: object): Promise<string> {
  const [command, driver] = language === "python" ? [pythonOf() ?? "python3", "runPython.py"] : [process.execPath, "runTypescript.mjs"];
  const child = spawn(command, [join(here, driver)], { cwd: folder, env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.end(JSON.stringify(order));
  const status = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
  if (status !== 0) throw new Error(`${driver} ended with ${status}: ${Buffer.concat(errors).toString("utf8").slice(-2000)}`);
  return Buffer.concat(output).toString("utf8");
}
