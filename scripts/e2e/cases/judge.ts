import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../generator/ir/json.js";
import type { Operation, Response } from "../../../generator/ir/operation.js";
import type { Type } from "../../../generator/ir/types.js";
import { run } from "../../lib/child.mjs";
import type { Way } from "../languages.js";
import { type Recorded, record } from "../recorder.js";
import { readMap, type SdkMap } from "../sdkMap.js";
import { unfitValue } from "../unfitValue.js";
import type { WireCase, WireReply } from "../wireCase.js";
import { problemsOf, requestProblems } from "../wireCheck.js";
import { replyOf, runSdk, type Seen } from "../wireRun.js";
import type { Case, Program } from "./caseFile.js";
import { compiledOf, folderOf } from "./prepare.js";

/** One thing that was looked at; no problems: it is right. */
export interface Check {
  readonly name: string;
  readonly problems: readonly string[];
}

/** All calls of a case in one way of calling. */
export async function callsOf({ name, calls = [] }: Case, way: Way): Promise<readonly Check[]> {
  const { name: language } = way.language;
  const chosen = calls.filter(({ only }) => only === undefined || only === language);
  if (chosen.length === 0) return [];
  const map = readMap(join(folderOf(name), "sdk/json"), language);
  const folder = language === "python" ? join(folderOf(name), "sdk/python") : join(compiledOf(name), "sdk/typescript/src");
  const label = (one: WireCase): string => `${way.mode}, ${one.name}`;
  try {
    const seen = await runSdk(way, folder, map, chosen);
    return chosen.map((one, i) => ({
      name: label(one),
      problems: problemsOf(one, language === "python" ? (seen[i] ?? unseen) : inWireNames(one, seen[i] ?? unseen, map), exact),
    }));
  } catch (error) {
    const [why = ""] = String(error).split("\n").slice(-3);
    return chosen.map((one) => ({
      name: label(one),
      problems: [`the driver fails: ${String(error).slice(0, 160)} … ${why}`.slice(0, 500)],
    }));
  }
}

const unseen: Seen = { requests: [], outcome: undefined };

/** TypeScript's values have the names of its SDK. */
function inWireNames({ call, replies = [], error }: WireCase, { requests, outcome }: Seen, map: SdkMap): Seen {
  const operation = map.apis.flatMap((api) => api.operations).find(({ id }) => id === call.operation);
  const reply = replies.findLast((one): one is WireReply => one !== null && one !== "silence");
  if (operation === undefined || outcome === undefined || reply === undefined || reply === null) return { requests, outcome };
  const type = contentType(operation, reply.status, reply.headers?.["content-type"] ?? "application/json", error !== undefined);
  if (type === null) return { requests, outcome };
  const read = (value: Json): Json =>
    call.take !== undefined && call.take !== "value" && Array.isArray(value)
      ? value.map((one: Json) => unfitValue(type, one, map))
      : unfitValue(type, value, map);
  if (outcome.error !== undefined)
    return { requests, outcome: { ...outcome, error: { ...outcome.error, data: read(outcome.error.data) } } };
  return { requests, outcome: { ...outcome, value: read(outcome.value) } };
}

/** The type of a body by status and media type. */
function contentType({ responses }: Operation, status: number, mediaType: string, isError: boolean): Type | null {
  const fits = ({ status: one }: Response): boolean =>
    one.kind === "code" ? one.code === status : one.kind === "range" && Math.floor(status / 100) === one.hundreds;
  const response =
    responses.find(fits) ?? responses.find((one) => one.status.kind === "default" || (!isError && one.outcome === "success"));
  const essence = mediaType.split(";")[0];
  const content = response?.contents.find((one) => one.mediaType.split(";")[0] === essence) ?? response?.contents[0];
  return content?.type ?? null;
}

/** Instants in one form, all else as it is. */
function exact(value: Json): Json {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value).toISOString() : value;
  if (Array.isArray(value)) return value.map((item: Json) => exact(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, exact(item)]));
}

/** The programs of a case in one language, each against a server of its own. */
export async function programsOf({ name, programs = [] }: Case, language: string, command: string): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [i, program] of programs.entries()) {
    const file = language === "python" ? join(folderOf(name), `program_${i}.py`) : join(compiledOf(name), `program_${i}.js`);
    if ((language === "python" ? program.python : program.typescript) === undefined) continue;
    checks.push({ name: program.name, problems: await problemsOfProgram(program, command, file, join(folderOf(name), "sdk/python/src")) });
  }
  return checks;
}

async function problemsOfProgram(
  { replies, requests }: Program,
  command: string,
  file: string,
  source: string,
): Promise<readonly string[]> {
  const server = await record((_request: Recorded, before) => replyOf(replies, before.length, { sdk: "", other: "" }));
  try {
    const flags = file.endsWith(".py") ? ["-W", "error", "-W", "ignore::ResourceWarning", file] : [file];
    const { status, err } = await run(command, flags, {
      env: { SERVER: server.url, PYTHONPATH: source, PYTHONDONTWRITEBYTECODE: "1" },
      seconds: 60,
    });
    const said = status === 0 && err.trim() === "" ? [] : [`ends with ${status}: ${saying(err)}`];
    if (requests === undefined) return said;
    const wrong = requests.flatMap((expected, i) => {
      const sent = server.requests[i];
      const seen = sent === undefined ? undefined : { ...sent, host: "sdk" as const };
      return requestProblems(expected, seen, exact).map((why) => `request ${i + 1}: ${why}`);
    });
    const count = requests.length === server.requests.length ? [] : [`${server.requests.length} requests instead of ${requests.length}`];
    return [...said, ...wrong, ...count];
  } finally {
    await server.close();
  }
}

/** The line that names the error, or the last one. */
function saying(text: string): string {
  const lines = text.trim().split("\n");
  return (lines.find((line) => /^\w*(?:Error|Warning|Exception)\b/.test(line)) ?? lines.at(-1) ?? "").slice(0, 300);
}

/** Whether one of the files of an SDK has each of the patterns. */
export function textsOf({ name, texts = {} }: Case, language: string): readonly Check[] {
  const patterns = texts[language] ?? [];
  if (patterns.length === 0) return [];
  const folder = join(folderOf(name), "sdk", language);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:py|ts|md)$/.test(file));
  const contents = files.map((file) => readFileSync(join(folder, file), "utf8").replace(/\n[ \t]*(?:\*(?!\/))?[ \t]*/g, " "));
  return patterns.map((pattern) => ({
    name: `text ${pattern}`,
    problems: contents.some((text) => new RegExp(pattern, "u").test(text)) ? [] : ["no file has it"],
  }));
}
