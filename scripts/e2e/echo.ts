import type { Json } from "../../generator/ir/json.js";
import type { Response } from "../../generator/ir/operation.js";
import { drive, type Mode } from "./drive.js";
import { type PlannedCall, planCalls } from "./planCalls.js";
import { type Recorded, type Reply, record } from "./recorder.js";
import type { SdkMap } from "./sdkMap.js";

/** What is wrong with the request that one operation sent. */
export interface Mistake {
  readonly operation: string;
  readonly problem: string;
}

/** Calls every operation of an SDK once, with its stored example, against a server that keeps what arrives, and compares that with the document. */
export async function echo(
  map: SdkMap,
  mode: Mode,
  command: string,
  folder: string,
): Promise<{ readonly called: number; readonly mistakes: readonly Mistake[] }> {
  const planned = new Map(planCalls(map).map((call) => [call.call.id, call]));
  const server = await record((request) => answerTo(planned.get(request.headers["x-call"] ?? "")));
  try {
    const outcomes = await drive(
      command,
      mode,
      folder,
      { url: server.url, server: server.url },
      [...planned.values()].map(({ call }) => call),
    );
    const errors = new Map(
      outcomes.flatMap((outcome) =>
        "error" in outcome && outcome.error !== undefined ? [[outcome.id, JSON.stringify(outcome.error)] as const] : [],
      ),
    );
    const mistakes = [...planned.values()].flatMap((call): Mistake[] => {
      const sent = server.requests.filter(({ headers }) => headers["x-call"] === call.call.id);
      const [request] = sent;
      const operation = call.operation.id;
      if (request === undefined || sent.length !== 1)
        return [{ operation, problem: `${sent.length} requests arrived: ${(errors.get(call.call.id) ?? "").slice(0, 300)}` }];
      const raised = errors.get(call.call.id);
      const problems = [...problemsOf(call, request), ...(raised === undefined ? [] : [`the answer fails: ${raised.slice(0, 300)}`])];
      return problems.map((problem) => ({ operation, problem }));
    });
    return { called: planned.size, mistakes };
  } finally {
    await server.close();
  }
}

/** The first success that the document describes, with an empty body of its kind. */
function answerTo(call: PlannedCall | undefined): Reply {
  const success = call?.operation.responses.find(({ outcome }) => outcome === "success");
  const content = success?.contents[0];
  const headers: Record<string, string> =
    content === undefined ? {} : { "content-type": content.mediaType.replace("*/*", "application/json") };
  return {
    status: statusOf(success),
    headers,
    parts: content === undefined ? [] : [content.codec.kind === "json" ? "{}" : ""],
  };
}

export function statusOf(response: Response | undefined): number {
  return response?.status.kind === "code" ? response.status.code : 200;
}

/** What of the values that a call was given did not arrive. */
export function problemsOf({ operation, values, body }: PlannedCall, request: Recorded): readonly string[] {
  const problems: string[] = [];
  const url = new URL(request.url, "http://localhost");
  if (request.method !== operation.method.toUpperCase()) problems.push(`${request.method} instead of ${operation.method.toUpperCase()}`);
  const path = (operation.path.split(/[?#]/)[0] ?? "").replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === "path" && one.wire === name);
    return encodeURIComponent(String(values.get(parameter?.address ?? "") ?? ""));
  });
  if (decodeURIComponent(url.pathname) !== decodeURIComponent(path)) problems.push(`the path is ${url.pathname} instead of ${path}`);
  for (const parameter of operation.parameters) {
    const value = values.get(parameter.address);
    const plain = parameter.encoding.kind === "styled" && parameter.encoding.style === "form";
    if (parameter.in !== "query" || !plain || value === undefined || value === null || typeof value === "object") continue;
    const found = url.searchParams.get(parameter.wire);
    if (found === null || !same(found, value))
      problems.push(`the query parameter ${parameter.wire} is ${found} instead of ${String(value)}`);
  }
  if (body !== null && /[/+]json$/.test(body.mediaType)) {
    const sent: Json = request.body === "" ? null : JSON.parse(request.body);
    const missing = firstMissing(body.value, sent, "");
    if (missing !== null) problems.push(`the body lacks ${missing}: ${request.body.slice(0, 200)}`);
  }
  return problems;
}

function same(found: string, value: Json): boolean {
  const instant = (text: string): number => (/^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN);
  return found === String(value) || Number(found) === value || instant(found) === instant(String(value));
}

/** The first part of what was given that did not arrive; defaults that an SDK adds are no mistake. */
export function firstMissing(given: Json, sent: Json | undefined, path: string): string | null {
  if (Array.isArray(given)) {
    if (!Array.isArray(sent) || sent.length !== given.length) return path === "" ? "the list" : path;
    return given.map((item: Json, i) => firstMissing(item, sent[i], `${path}[${i}]`)).find((found) => found !== null) ?? null;
  }
  if (typeof given === "object" && given !== null) {
    if (typeof sent !== "object" || sent === null) return path === "" ? "the object" : path;
    const members = sent as { readonly [key: string]: Json };
    return (
      Object.entries(given)
        .map(([key, item]) => firstMissing(item, members[key], `${path}.${key}`))
        .find((found) => found !== null) ?? null
    );
  }
  return sent !== undefined && (sent === given || same(String(sent), given)) ? null : path;
}
