import { join } from "node:path";
import { wireSdks } from "../lib/wireSdks.mjs";
import { type Way, ways } from "./languages.js";
import { type Answer, empty, json, type Recorded, record, type Server } from "./recorder.js";
import { readMap } from "./sdkMap.js";
import { runSessions } from "./session.js";
import { expectedErrors, readSessionCases, ruleFor, type SessionCase, sessionFolders, sessionOf } from "./sessionCase.js";
import { prepareWireSdk } from "./wireSdks.js";

/** What was seen of one case in one language. */
interface Seen {
  readonly requests: readonly Recorded[];
  readonly errors: readonly (string | null)[];
}

describe.each(sessionFolders())("on the wire: %s", (name) => {
  let folder = "";
  const cases = readSessionCases(name);
  /** Where each language has its SDK ready to be called. */
  const ready = new Map<string, string>();

  beforeAll(() => {
    folder = wireSdks(name);
    for (const language of new Set(ways.map((way) => way.language)))
      ready.set(language.name, prepareWireSdk(folder, language, language.name));
  });

  describe.each(ways)("$mode", (way) => {
    let seen: readonly Seen[] = [];
    beforeAll(async () => {
      seen = await run(way);
    });

    test.each(cases.map((one, i) => ({ ...one, i })))("$name", ({ i, ...one }) => {
      check(one, seen[i] ?? { requests: [], errors: [] });
    });
  });

  /** Each case has a server of its own: what is relative needs a host without a path. */
  async function run({ mode, language, command }: Way): Promise<readonly Seen[]> {
    const map = readMap(join(folder, "sdk/json"), language.name);
    const servers: Server[] = [];
    try {
      for (const { replies = [] } of cases) servers.push(await record((request, before) => replyOf(replies, request, before)));
      const sessions = cases.map((one, i) => sessionOf(one, String(i), servers[i]?.url ?? "", map));
      const outcomes = await runSessions(command, mode, ready.get(language.name) ?? "", sessions);
      return cases.map((_, i) => ({
        requests: servers[i]?.requests ?? [],
        errors: outcomes.find(({ id }) => id === String(i))?.errors ?? [],
      }));
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  }
});

function replyOf(rules: NonNullable<SessionCase["replies"]>, request: Recorded, before: readonly Recorded[]): Answer {
  const { status, json: value, location } = ruleFor(rules, request, before) ?? {};
  if (location !== undefined) {
    const port = request.headers.host?.split(":")[1] ?? "";
    const at = location.replace("{host}", `http://127.0.0.1:${port}`).replace("{other}", `http://localhost:${port}`);
    return { status: status ?? 302, headers: { location: at }, parts: [] };
  }
  return value === undefined ? empty(status ?? 204) : json(status ?? 200, value);
}

function check(one: SessionCase, { requests, errors }: Seen): void {
  expect(errors).toEqual(expectedErrors(one).map((part) => (part === null ? null : expect.stringContaining(part))));
  const paths = requests.map(({ url }) => url.split("?")[0] ?? "");
  const wanted = one.paths ?? one.requests?.map(({ path }) => path);
  if (wanted !== undefined) expect(paths).toEqual(wanted);
  for (const [path, count] of Object.entries(one.counts ?? {}))
    expect([path, paths.filter((other) => other === path).length]).toEqual([path, count]);
  for (const [i, expected] of (one.requests ?? []).entries()) {
    const sent = requests[i];
    if (sent === undefined) throw new Error(`request ${i} was not sent`);
    const { method = sent.method, query, headers = {}, absent = [], form } = expected;
    expect(sent.method).toBe(method);
    if (query !== undefined) expect(pairs(sent.url.split("?")[1] ?? "")).toEqual(pairs(query));
    for (const [header, value] of Object.entries(headers)) expect([header, sent.headers[header]?.split(";")[0]]).toEqual([header, value]);
    for (const header of absent) expect([header, sent.headers[header]]).toEqual([header, undefined]);
    if (expected.type !== undefined) expect(sent.headers["content-type"]).toBe(expected.type);
    if (form !== undefined) expect(pairs(sent.body)).toEqual(pairs(form));
    if (expected.json !== undefined) expect(JSON.parse(sent.body)).toEqual(expected.json);
  }
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(text)];
}
