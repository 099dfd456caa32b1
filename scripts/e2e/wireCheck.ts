import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../generator/ir/json.js";
import { isObject } from "./fitValue.js";
import { comparable, type ExpectedRequest, partsOf, type WireCase } from "./wireCase.js";
import type { Seen, SeenRequest } from "./wireRun.js";

/** What of a case was not seen as it should, in words. `read` brings the values of both sides into one form. */
export function problemsOf(one: WireCase, { requests, outcome }: Seen, read: (value: Json) => Json = comparable): readonly string[] {
  const problems: string[] = [];
  const failure = outcome?.error;
  const value = outcome?.value ?? null;
  const same = (what: string, expected: Json, actual: Json): void => {
    if (!isDeepStrictEqual(expected, actual)) problems.push(`${what}: ${brief(actual)} instead of ${brief(expected)}`);
  };
  if (outcome === undefined) problems.push("it was not called");
  else if (one.error === undefined) {
    if (failure !== undefined) problems.push(`it fails: ${failure.name}: ${failure.message}`);
  } else if (failure === undefined) problems.push(`it does not fail: ${brief(value)}`);
  else {
    const { data, ...rest } = one.error;
    const seen: { readonly [key: string]: Json } = { ...failure };
    for (const [key, expected] of Object.entries(rest))
      if (key === "message" && typeof expected === "string") {
        if (!failure.message.includes(expected)) problems.push(`the message is ${brief(failure.message)} instead of … ${expected} …`);
      } else same(`error ${key}`, expected, seen[key] ?? null);
    if (data !== undefined) same("error data", read(data), read(failure.data));
  }
  if (one.value !== undefined && failure === undefined) same("value", read(one.value), read(value));
  if (one.part !== undefined && failure === undefined && !holds(read(value), read(one.part)))
    problems.push(`value: ${brief(value)} lacks a part of ${brief(one.part)}`);
  if (one.drifts !== undefined) same("drifts", one.drifts, outcome?.drifts ?? null);
  if (one.queries !== undefined)
    same(
      "queries",
      one.queries.map(pairs),
      requests.map(({ url }) => pairs(queryOf(url))),
    );
  same("waits", one.waits ?? [], (outcome?.waits ?? []).map(Math.round));
  if (one.request !== undefined) problems.push(...requestProblems(one.request, requests[0], read));
  if (typeof one.requests === "number") same("number of requests", one.requests, requests.length);
  else if (one.requests !== undefined) {
    same("number of requests", one.requests.length, requests.length);
    problems.push(
      ...one.requests.flatMap((expected, i) => requestProblems(expected, requests[i], read).map((why) => `request ${i + 1}: ${why}`)),
    );
  }
  return problems;
}

/** What of one request is not as it should. */
export function requestProblems(expected: ExpectedRequest, sent: SeenRequest | undefined, read: (value: Json) => Json): readonly string[] {
  if (sent === undefined) return ["it was not sent"];
  const problems: string[] = [];
  const same = (what: string, wanted: Json, actual: Json): void => {
    if (!isDeepStrictEqual(wanted, actual) && !matches(wanted, actual))
      problems.push(`${what}: ${brief(actual)} instead of ${brief(wanted)}`);
  };
  const { method, url, headers, body, host } = sent;
  same("host", expected.host ?? "sdk", host);
  if (expected.method !== undefined) same("method", expected.method, method);
  if (expected.path !== undefined) same("path", expected.path, url.split("?")[0] ?? "");
  if (expected.sent !== undefined) same("target", expected.sent, url);
  if (expected.query !== undefined) same("query", pairs(expected.query), pairs(queryOf(url)));
  for (const [name, value] of Object.entries(expected.headers ?? {}))
    same(
      `header ${name}`,
      value,
      (value.includes(";") || value.startsWith("~") ? utf8(headers[name]) : utf8(headers[name])?.split(";")[0]) ?? null,
    );
  for (const name of expected.without ?? []) same(`header ${name}`, null, headers[name] ?? null);
  if (expected.json !== undefined) same("body", read(expected.json), read(jsonOf(body)));
  if (expected.form !== undefined) same("form", pairs(expected.form), pairs(body));
  if (expected.text !== undefined) same("body", expected.text, body);
  if (expected.parts !== undefined)
    same(
      "parts",
      expected.parts.map((part) => ({ ...part })),
      partsOf(body, headers["content-type"] ?? "").map((part) => ({ ...part })),
    );
  return problems;
}

/** "~^a, ?b$" stands for every text that fits. */
function matches(pattern: Json, text: Json): boolean {
  return typeof pattern === "string" && pattern.startsWith("~") && typeof text === "string" && new RegExp(pattern.slice(1)).test(text);
}

/** Whether all of `part` is in a value; lists are as long. */
function holds(value: Json | undefined, part: Json): boolean {
  if (Array.isArray(part))
    return Array.isArray(value) && value.length === part.length && part.every((item: Json, i) => holds(value[i], item));
  if (!isObject(part)) return isDeepStrictEqual(value, part);
  return value !== undefined && isObject(value) && Object.entries(part).every(([key, item]) => holds(value[key], item));
}

/** Node gives a character for each octet of a header. */
function utf8(header: string | undefined): string | undefined {
  return header === undefined ? undefined : Buffer.from(header, "latin1").toString();
}

/** What is no JSON is the text of the failure. */
function jsonOf(body: string): Json {
  try {
    return JSON.parse(quoteLongIntegers(body));
  } catch {
    return `no JSON: ${body}`;
  }
}

/** Integers that a number of JavaScript would round become { "$integer": … }. */
export function quoteLongIntegers(text: string): string {
  return text.replace(/([:[,]\s*|^)(-?\d{16,})(?=\s*[,\]}]|$)/g, '$1{"$$integer":"$2"}');
}

function queryOf(url: string): string {
  return url.split("?")[1] ?? "";
}

/** Instants in a query are written with or without milliseconds. */
function pairs(query: string): Json {
  return [...new URLSearchParams(query)].map(([name, value]) => [name, comparable(value)]);
}

function brief(value: Json): string {
  return JSON.stringify(value).slice(0, 400);
}
