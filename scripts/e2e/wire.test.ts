import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../generator/ir/json.js";
import type { Call, Outcome } from "./call.js";
import { drive } from "./drive.js";
import { type Way, ways } from "./languages.js";
import { generate, root, work } from "./places.js";
import { planCall, resourcesOf } from "./planCalls.js";
import { type Recorded, type Reply, record } from "./recorder.js";
import { readMap, type SdkMap } from "./sdkMap.js";
import { comparable, partsOf, readCases, type WireCase, type WireReply } from "./wireCase.js";

const folder = join(work, "wire");
/** Where each language has its SDK ready to be called. */
const ready = new Map<string, string>();
const cases = readCases().flatMap(([file, all]) => all.map((one) => ({ id: `${file}: ${one.name}`, one })));

/** What was seen of one case in one language. */
interface Seen {
  readonly requests: readonly Recorded[];
  readonly outcome: Outcome | undefined;
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ["openapi.yaml", "sdks.yaml"]) cpSync(join(root, "specs/wire", file), join(folder, file));
  generate("--config", join(folder, "sdks.yaml"), "--out", join(folder, "sdk"));
  for (const language of new Set(ways.map((way) => way.language))) {
    const { folder: at, complaints } = language.prepare(join(folder, "sdk", language.name), join(folder, "built", language.name));
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    ready.set(language.name, at);
  }
}, 60_000);

describe.each(ways)("on the wire: $mode", (way) => {
  let seen: ReadonlyMap<string, Seen> = new Map();
  beforeAll(async () => {
    seen = await run(way);
  }, 60_000);

  test.each(cases)("$id", ({ id, one }) => {
    check(one, seen.get(id) ?? { requests: [], outcome: undefined });
  });
});

async function run({ mode, language, command }: Way): Promise<ReadonlyMap<string, Seen>> {
  const map = readMap(join(folder, "sdk/json"), language.name);
  const byNumber = new Map(cases.map(({ one }, i) => [String(i), one]));
  const server = await record((request, before) => {
    const number = request.headers["x-call"] ?? before.at(-1)?.headers["x-call"] ?? "";
    const earlier = before.filter((other) => other.headers["x-call"] === number).length;
    return replyOf(byNumber.get(number)?.replies, earlier);
  });
  try {
    const calls = cases.map(({ one }, i): Call => ({ ...callOf(one, map), id: String(i) }));
    const outcomes = await drive(command, mode, ready.get(language.name) ?? "", server.url, calls);
    return new Map(
      cases.map(({ id }, i) => [
        id,
        {
          requests: server.requests.filter(({ headers }) => headers["x-call"] === String(i)),
          outcome: outcomes.find((outcome) => outcome.id === String(i)),
        },
      ]),
    );
  } finally {
    await server.close();
  }
}

function callOf({ name, call }: WireCase, map: SdkMap): Call {
  const [api] = map.apis;
  const operation = api?.operations.find(({ id }) => id === call.operation);
  if (api === undefined || operation === undefined) throw new Error(`no operation ${call.operation}`);
  const given = Object.entries(call.arguments ?? {}).map(([wire, value]) => {
    const parameter = operation.parameters.find((one) => one.wire === wire);
    if (parameter === undefined) throw new Error(`${call.operation} has no parameter ${wire}`);
    return { slot: parameter.address, value };
  });
  const mediaType = operation.body?.contents[0]?.mediaType ?? "";
  const body = call.body === undefined ? null : { mediaType, value: call.body };
  const planned = planCall(
    api,
    operation,
    { name, from: "lock", arguments: given, body },
    resourcesOf(api, map).get(operation.id) ?? [],
    map,
  );
  const { take = "value", headers = {}, timeoutMs = null, retries = null } = call;
  return { ...planned.call, take, headers, timeoutMs, retries };
}

function replyOf(replies: WireCase["replies"], index: number): Reply | null {
  const reply: WireReply | null = (replies ?? [{ status: 204 }])[index] ?? null;
  if (reply === null) return null;
  const { status, json, headers = {}, parts = [], delayMs = 0 } = reply;
  if (json === undefined) return { status, headers, parts, delayMs };
  return { status, headers: { "content-type": "application/json", ...headers }, parts: [JSON.stringify(json)], delayMs };
}

function check(one: WireCase, { requests, outcome }: Seen): void {
  const [first, second] = requests;
  const failure = outcome?.error;
  if (one.error === undefined) expect(failure).toBeUndefined();
  else expect(failure).toMatchObject({ ...one.error, ...(one.error.data === undefined ? {} : { data: expect.anything() }) });
  if (one.error?.data !== undefined) expect(comparable(failure?.data ?? null)).toEqual(comparable(one.error.data));
  if (one.value !== undefined) expect(comparable(outcome?.value ?? null)).toEqual(comparable(one.value));
  if (one.part !== undefined) expect(comparable(outcome?.value ?? null)).toMatchObject(Object(comparable(one.part)));
  if (one.requests !== undefined) expect(requests).toHaveLength(one.requests);
  if (one.queries !== undefined) expect(requests.map(({ url }) => pairs(queryOf(url)))).toEqual(one.queries.map(pairs));
  if (one.waited !== undefined) expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(one.waited);
  if (one.request !== undefined) checkRequest(one.request, first);
}

function checkRequest(expected: NonNullable<WireCase["request"]>, sent: Recorded | undefined): void {
  expect(sent).toBeDefined();
  if (sent === undefined) return;
  const { method, url, headers, body } = sent;
  expect([method, url.split("?")[0]]).toEqual([expected.method, expected.path]);
  if (expected.query !== undefined) expect(pairs(queryOf(url))).toEqual(pairs(expected.query));
  for (const [name, value] of Object.entries(expected.headers ?? {})) expect([name, headers[name]?.split(";")[0]]).toEqual([name, value]);
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
