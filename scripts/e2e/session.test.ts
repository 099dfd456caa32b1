import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Mode } from "./drive.js";
import { compile, generate, pythonOf, root, work } from "./places.js";
import { type Recorded, type Reply, record, type Server } from "./recorder.js";
import { readMap } from "./sdkMap.js";
import { runSessions } from "./session.js";
import { expectedErrors, readSessionCases, ruleFor, type SessionCase, sessionFolders, sessionOf } from "./sessionCase.js";

/** What was seen of one case in one language. */
interface Seen {
  readonly requests: readonly Recorded[];
  readonly errors: readonly (string | null)[];
}

const python = pythonOf();
const modes: readonly Mode[] = ["class", "function", ...(python === null ? [] : (["sync", "async"] as const))];

describe.each(sessionFolders())("on the wire: %s", (name) => {
  const folder = join(work, "session", name);
  const compiled = join(folder, "compiled");
  const cases = readSessionCases(name);

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const specs = join(root, "specs/wire");
    cpSync(join(specs, name, "openapi.yaml"), join(folder, "openapi.yaml"));
    const own = join(specs, name, "sdks.yaml");
    cpSync(existsSync(own) ? own : join(specs, "sdks.yaml"), join(folder, "sdks.yaml"));
    generate("--config", join(folder, "sdks.yaml"), "--out", join(folder, "sdk"));
    const complaints = compile(join(folder, "sdk/typescript"), compiled);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  }, 60_000);

  describe.each(modes)("%s", (mode) => {
    let seen: readonly Seen[] = [];
    beforeAll(async () => {
      seen = await run(mode);
    }, 60_000);

    test.each(cases.map((one, i) => ({ ...one, i })))("$name", ({ i, ...one }) => {
      check(one, seen[i] ?? { requests: [], errors: [] });
    });
  });

  /** Each case has a server of its own: what is relative needs a host without a path. */
  async function run(mode: Mode): Promise<readonly Seen[]> {
    const isPython = mode === "sync" || mode === "async";
    const map = readMap(join(folder, "sdk/json"), isPython ? "python" : "typescript");
    const servers: Server[] = [];
    try {
      for (const { replies = [] } of cases) servers.push(await record((request, before) => replyOf(replies, request, before)));
      const sessions = cases.map((one, i) => sessionOf(one, String(i), servers[i]?.url ?? "", map));
      const outcomes = await runSessions(
        isPython ? (python ?? "") : process.execPath,
        mode,
        isPython ? join(folder, "sdk/python") : compiled,
        sessions,
      );
      return cases.map((_, i) => ({
        requests: servers[i]?.requests ?? [],
        errors: outcomes.find(({ id }) => id === String(i))?.errors ?? [],
      }));
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  }
});

function replyOf(rules: NonNullable<SessionCase["replies"]>, request: Recorded, before: readonly Recorded[]): Reply {
  const { status, json } = ruleFor(rules, request, before) ?? {};
  const headers: Reply["headers"] = json === undefined ? {} : { "content-type": "application/json" };
  return {
    status: status ?? (json === undefined ? 204 : 200),
    headers,
    parts: json === undefined ? [] : [JSON.stringify(json)],
    delayMs: 0,
  };
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
    const { method = sent.method, query, headers = {}, absent = [], form, json } = expected;
    expect(sent.method).toBe(method);
    if (query !== undefined) expect(pairs(sent.url.split("?")[1] ?? "")).toEqual(pairs(query));
    for (const [header, value] of Object.entries(headers)) expect([header, sent.headers[header]?.split(";")[0]]).toEqual([header, value]);
    for (const header of absent) expect([header, sent.headers[header]]).toEqual([header, undefined]);
    if (form !== undefined) expect(pairs(sent.body)).toEqual(pairs(form));
    if (json !== undefined) expect(JSON.parse(sent.body)).toEqual(json);
  }
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(text)];
}
