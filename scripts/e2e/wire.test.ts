import type { Json } from "../../generator/ir/json.js";
import type { Mode } from "./drive.js";
import { pythonOf } from "./places.js";
import { comparable, type ExpectedRequest, partsOf, readCases, type WireCase } from "./wireCase.js";
import { languageOf, runCases, type Seen, type SeenRequest, wireFolder } from "./wireRun.js";
import { compileWireSdk, generateWireSdks } from "./wireSdks.js";

const cases = readCases().flatMap(([file, all]) => all.map((one) => ({ id: `${file}: ${one.name}`, one })));
const python = pythonOf();
const modes: readonly Mode[] = ["class", "function", ...(python === null ? [] : (["sync", "async"] as const))];

beforeAll(() => {
  generateWireSdks(".", wireFolder);
  for (const sdk of ["typescript", "typescript-variant"]) compileWireSdk(wireFolder, sdk);
});

describe.each(modes)("on the wire: %s", (mode) => {
  const chosen = cases.filter(({ one }) => one.only === undefined || one.only === languageOf(mode));
  let seen: readonly Seen[] = [];
  beforeAll(async () => {
    seen = await runCases(
      mode,
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
    expect([name, value.includes(";") ? headers[name] : headers[name]?.split(";")[0]]).toEqual([name, value]);
  for (const name of expected.without ?? []) expect([name, headers[name]]).toEqual([name, undefined]);
  if (expected.json !== undefined) expect(comparable(jsonOf(body))).toEqual(comparable(expected.json));
  if (expected.form !== undefined) expect(pairs(body)).toEqual(pairs(expected.form));
  if (expected.text !== undefined) expect(body).toBe(expected.text);
  if (expected.parts !== undefined) expect(partsOf(body, headers["content-type"] ?? "")).toMatchObject(expected.parts);
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
