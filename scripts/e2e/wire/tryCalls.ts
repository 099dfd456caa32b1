import type { Json } from "../../../generator/ir/json.js";
import { answerTo, type GivenAnswer, successOf } from "../answer.js";
import type { Call, Outcome } from "../call.js";
import { drive } from "../drive.js";
import { firstMissing, problemsOf } from "../echo.js";
import type { Way } from "../languages.js";
import { type PlannedCall, planCalls } from "../planCalls.js";
import { startProxy } from "../proxy.js";
import { record } from "../recorder.js";
import type { SdkMap } from "../sdkMap.js";
import { unfitValue } from "../unfitValue.js";
import { comparable } from "../wireCase.js";
import { answerValue } from "./answerValue.js";

/** What went wrong with one operation. */
export interface Finding {
  readonly operation: string;
  /** `request`, `response`: it is not what the document says; `lost`: a value did not arrive; `fails`: the answer is an error; `crashes`: nothing was sent. */
  readonly kind: "request" | "response" | "lost" | "fails" | "crashes";
  readonly problem: string;
}

/** Calls every operation once, between them and an echo server the proxy that knows the document. */
export async function tryCalls(
  document: string,
  map: SdkMap,
  { mode, command }: Way,
  folder: string,
): Promise<{ readonly called: number; readonly findings: readonly Finding[] }> {
  const planned = planCalls(map).map((one, i) => ({ ...one, call: { ...one.call, id: String(i), take: takeOf(one) } }));
  const answers = planned.map(({ operation }) => answerTo(operation, (type) => answerValue(type, map)));
  const findings: Finding[] = [];
  const operationOf = (id: string): string => planned[Number(id)]?.operation.id ?? id;
  const server = await record(({ headers }) => answers[Number(headers["x-call"])]?.reply ?? { status: 500, headers: {}, parts: [] });
  const proxy = await startProxy(document, server.url, (id, kind, problems) => {
    findings.push(...problems.map((problem) => ({ operation: operationOf(id), kind, problem })));
  });
  try {
    const outcomes = await drive(
      command,
      mode,
      folder,
      { url: proxy.url, server: server.url },
      planned.map(({ call }) => call),
    );
    for (const [i, one] of planned.entries()) {
      const operation = one.operation.id;
      const outcome = outcomes.find(({ id }) => id === String(i));
      const request = server.requests.find(({ headers }) => headers["x-call"] === String(i));
      if (request === undefined) {
        findings.push({ operation, kind: "crashes", problem: saying(outcome) });
        continue;
      }
      findings.push(...problemsOf(one, request).map((problem) => ({ operation, kind: "lost" as const, problem })));
      const wrong = answers[i] === undefined ? null : wrongWith(outcome, answers[i], one, map, mode);
      if (wrong !== null) findings.push({ operation, ...wrong });
    }
    return { called: planned.length, findings };
  } finally {
    await proxy.close();
    await server.close();
  }
}

function takeOf(one: PlannedCall): Call["take"] {
  const kind = successOf(one.operation)?.contents[0]?.codec.kind;
  return kind === "events" || kind === "lines" ? "stream" : "value";
}

/** What is wrong with what a call gave; what the SDK read, in the names of the wire, must hold all that was answered. */
function wrongWith(
  outcome: Outcome | undefined,
  { value, content }: GivenAnswer,
  { operation, call }: PlannedCall,
  map: SdkMap,
  mode: string,
): Pick<Finding, "kind" | "problem"> | null {
  if (outcome === undefined || outcome.error !== undefined) return { kind: "fails", problem: saying(outcome) };
  if (content === null) return null;
  const isWrapped = map.nameOf(`${operation.address}/response`) !== null;
  const given = isWrapped ? inner(outcome.value) : outcome.value;
  const python = mode === "sync" || mode === "async";
  const named = (one: Json): Json => comparable(python ? one : unfitValue(content.type, one, map));
  if (call.take === "stream") {
    if (!Array.isArray(given) || given.length !== 1)
      return { kind: "lost", problem: `one item was sent, this came: ${JSON.stringify(given).slice(0, 100)}` };
    const missing = firstMissing(comparable(value), named(given[0]), "");
    return missing === null ? null : { kind: "lost", problem: `the item lacks ${missing}: ${JSON.stringify(given[0]).slice(0, 200)}` };
  }
  if (content.codec.kind !== "json") return null;
  const missing = firstMissing(comparable(value), named(given), "");
  return missing === null
    ? null
    : { kind: "lost", problem: `the answer lacks ${missing || "all of it"}: ${JSON.stringify(given).slice(0, 200)}` };
}

/** What stands beside headers and pages. */
function inner(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = new Map(Object.entries(value));
  return members.get("result") ?? members.get("Result") ?? value;
}

function saying(outcome: Outcome | undefined): string {
  return outcome === undefined
    ? "no outcome"
    : "error" in outcome && outcome.error !== undefined
      ? `${outcome.error.name}: ${outcome.error.message}`
      : "nothing was sent";
}
