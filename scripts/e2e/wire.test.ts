import type { Json } from "../../generator/ir/json.js";
import { wireSdks } from "../lib/wireSdks.mjs";
import { ways } from "./languages.js";
import { comparable, type ExpectedRequest, partsOf, readCases, type WireCase } from "./wireCase.js";
import { runCases, type Seen, type SeenRequest, sdkName } from "./wireRun.js";
import { prepareWireSdk } from "./wireSdks.js";

const cases = readCases().flatMap(([file, all]) => all.map((one) => ({ id: `${file}: ${one.name}`, one })));
/** Where each SDK is ready to be called. */
const ready = new Map<string, string>();

beforeAll(() => {
  const folder = wireSdks(".");
  for (const language of new Set(ways.map((way) => way.language)))
    for (const sdk of [undefined, "variant"] as const) {
      const name = sdkName(language.name, sdk);
      ready.set(name, prepareWireSdk(folder, language, name));
    }
});

describe.each(ways)("on the wire: $mode", (way) => {
  const chosen = cases.filter(({ one }) => one.only === undefined || one.only === way.language.name);
  let seen: readonly Seen[] = [];
  beforeAll(async () => {
    seen = await runCases(
      way,
      ready,
      chosen.map(({ one }) => one),
    );
  });

  test.each(chosen.map(({ id, one }, index) => ({ id, one, index })))("$id", ({ one, index }) => {
    check(one, seen[index] ?? { requests: [], outcome: undefined });
  });
});

function check(one: WireCase, { requests, outcome }: Seen): void {
  const failure = outcome?.error;
  if (one.error === undefined) expect(failure).toBeUndefined();
  else expect(failure).toMatchObject({ ...one.error, ...(one.error.data === undefined ? {} : { data: expect.anything() }) });
  if (one.error?.data !== undefined) expect(comparable(failure?.data ?? null)).toEqual(comparable(one.error.data));
  if (one.value !== undefined) expect(comparable(outcome?.value ?? null)).toEqual(comparable(one.value));
  if (one.part !== undefined) expect(comparable(outcome?.value ?? null)).toMatchObject(Object(comparable(one.part)));
  if (one.drifts !== undefined) expect(outcome?.drifts).toBe(one.drifts);
  if (one.queries !== undefined) expect(requests.map(({ url }) => pairs(queryOf(url)))).toEqual(one.queries.map(pairs));
  expect(outcome?.waits.map(Math.round)).toEqual(one.waits ?? []);
  if (one.request !== undefined) checkRequest(one.request, requests[0]);
  if (typeof one.requests === "number") expect(requests).toHaveLength(one.requests);
  else if (one.requests !== undefined) {
    expect(requests).toHaveLength(one.requests.length);
    one.requests.forEach((expected, i) => {
      checkRequest(expected, requests[i]);
    });
  }
}

function checkRequest(expected: ExpectedRequest, sent: SeenRequest | undefined): void {
  expect(sent).toBeDefined();
  if (sent === undefined) return;
  const { method, url, headers, body, host } = sent;
  expect(host).toBe(expected.host ?? "sdk");
  if (expected.method !== undefined) expect(method).toBe(expected.method);
  if (expected.path !== undefined) expect(url.split("?")[0]).toBe(expected.path);
  if (expected.sent !== undefined) expect(url).toBe(expected.sent);
  if (expected.query !== undefined) expect(pairs(queryOf(url))).toEqual(pairs(expected.query));
  for (const [name, value] of Object.entries(expected.headers ?? {}))
    expect([name, value.includes(";") ? utf8(headers[name]) : utf8(headers[name])?.split(";")[0]]).toEqual([name, value]);
  for (const name of expected.without ?? []) expect([name, headers[name]]).toEqual([name, undefined]);
  if (expected.json !== undefined) expect(comparable(jsonOf(body))).toEqual(comparable(expected.json));
  if (expected.form !== undefined) expect(pairs(body)).toEqual(pairs(expected.form));
  if (expected.text !== undefined) expect(body).toBe(expected.text);
  if (expected.parts !== undefined) expect(partsOf(body, headers["content-type"] ?? "")).toEqual(expected.parts);
}

/** Node gives a character for each octet of a header. */
function utf8(header: string | undefined): string | undefined {
  return header === undefined ? undefined : Buffer.from(header, "latin1").toString();
}

function jsonOf(body: string): Json {
  return JSON.parse(body);
}

function queryOf(url: string): string {
  return url.split("?")[1] ?? "";
}

/** Instants in a query are written with or without milliseconds. */
function pairs(query: string): readonly (readonly [string, Json])[] {
  return [...new URLSearchParams(query)].map(([name, value]) => [name, comparable(value)]);
}
