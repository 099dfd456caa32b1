import { inspect } from "node:util";
import { type CallSecurity, call } from "../runtime/src/lib/call.js";
import type { RequestOptions } from "../runtime/src/lib/client.js";
import { resetEnv } from "../runtime/src/lib/env.js";
import { HTTPClient } from "../runtime/src/lib/http.js";
import type { Operation } from "../runtime/src/lib/operation.js";
import type { APIPromise } from "../runtime/src/types/async.js";
import { type Result, unwrapAsync } from "../runtime/src/types/fp.js";
import { clientOf, NotFound, sendJSON, serve, settings, type TestServer, turnBack, turnedClock } from "./harness.js";

interface Thing {
  id: string;
  madeAt: Date;
}

const getThing: Operation<{ id: string }, Thing, NotFound> = {
  id: "things:get",
  method: "GET",
  path: "/things/{id}",
  request: { kind: "object", fields: { id: { in: "path", type: "string" } } },
  responses: [
    { status: "200", type: { kind: "object", fields: { id: "string", madeAt: { wire: "made_at", type: "instant" } } } },
    { status: "404", type: { kind: "object", fields: { reason: "string" } }, error: NotFound },
  ],
};

const thing = { id: "a", made_at: "2025-01-02T03:04:05Z" };

let server: TestServer;
afterEach(async () => {
  turnBack();
  await server.close();
});

function get(options: Parameters<typeof clientOf>[0], callOptions: RequestOptions = {}, id = "a"): APIPromise<Result<Thing, Error>> {
  return call<{ id: string }, Thing, NotFound, Error>(clientOf({ serverURL: server.url, ...options }), getThing, { id }, callOptions);
}

test("a result is a value, and so is a declared error", async () => {
  server = await serve((seen, response) =>
    seen.url.endsWith("/a%2Fb") ? sendJSON(response, 404, { reason: "no such thing" }) : sendJSON(response, 200, thing),
  );
  expect(await get({})).toEqual({ ok: true, value: { id: "a", madeAt: new Date("2025-01-02T03:04:05Z") } });
  expect(await get({}, {}, "a/b")).toMatchObject({
    ok: false,
    error: { name: "NotFound", statusCode: 404, message: "no such thing", data$: { reason: "no such thing" } },
  });
  await expect(unwrapAsync(get({}, {}, "a/b"))).rejects.toBeInstanceOf(NotFound);
});

test("of several declared errors the one that fits is raised", async () => {
  class Taken extends NotFound {}
  const operation: Operation<{ id: string }, Thing, NotFound> = {
    ...getThing,
    responses: [
      {
        status: "4XX",
        type: { kind: "object", fields: { reason: "string" } },
        error: NotFound,
      },
      { status: "4XX", type: { kind: "object", fields: { owner: "string" } }, error: Taken },
    ],
  };
  server = await serve((_, response, count) => sendJSON(response, 409, count === 1 ? { owner: "b" } : { reason: "gone" }));
  const failures = [];
  for (const id of ["a", "b"]) {
    failures.push(
      (await call<{ id: string }, Thing, NotFound, Error>(clientOf({ serverURL: server.url }), operation, { id })).error?.constructor,
    );
  }
  expect(failures).toEqual([Taken, NotFound]);
});

test("the exchange can be looked into", async () => {
  server = await serve((_, response) => sendJSON(response, 200, thing, { "x-request-id": "r1" }));
  const { data, response } = await unwrapAsync(get({})).withResponse();
  expect([data.id, response.headers.get("x-request-id"), await response.json()]).toEqual(["a", "r1", thing]);
  expect((await get({}).$inspect())[1]).toMatchObject({ status: "complete" });
  const [, invalid] = await call(clientOf({ serverURL: server.url }), getThing, { id: 1 as never }).$inspect();
  expect([invalid.status, server.seen.length]).toEqual(["invalid", 2]);
});

test("responses that the document does not describe", async () => {
  server = await serve((_, response, count) => {
    if (count === 1) {
      response.writeHead(502, { "content-type": "text/html" }).end("<html>");
    } else {
      response.writeHead(200, { "content-type": "application/json" }).end("{");
    }
  });
  expect(await get({})).toMatchObject({
    error: {
      name: "UnexpectedResponse",
      message: "API error occurred in things:get. Status 502 Content-Type text/html. Body: <html>",
      body: "<html>",
    },
  });
  expect(await get({})).toMatchObject({ ok: true, value: "{" });
  expect(await get({ validation: "strict" })).toMatchObject({ error: { name: "MismatchError", rawValue: "{" } });
});

test("a response that does not fit fails only when that is asked for", async () => {
  server = await serve((_, response) => sendJSON(response, 200, { id: 7, made_at: "2025-01-02T03:04:05Z" }));
  const told: string[] = [];
  const onMismatch = (issues: readonly { message: string }[], operationID: string): void => {
    told.push(`${operationID} ${issues[0]?.message}`);
  };
  expect(await get({ onMismatch })).toMatchObject({ ok: true, value: { id: "7" } });
  expect(await get({ validation: "strict" })).toMatchObject({ ok: false, error: { name: "MismatchError" } });
  expect(await get({ validation: "strict", onMismatch }, { validation: "off" })).toMatchObject({ ok: true });
  expect(told).toEqual(["things:get expected a string, got a number"]);
});

describe("retries", () => {
  const backoff = { initialInterval: 1000, maxInterval: 5000, exponent: 2, maxElapsedTime: 20_000 };
  const retries = { strategy: "backoff", backoff } as const;

  test("wait longer each time, up to the longest, until the time is used up", async () => {
    const { waits } = turnedClock();
    server = await serve((_, response) => sendJSON(response, 503, {}));
    expect(await get({ retryConfig: retries })).toMatchObject({ ok: false, error: { statusCode: 503 } });
    expect(waits).toEqual([1000, 2000, 4000, 5000, 5000]);
  });

  test("wait a share that chance decides", async () => {
    const { waits } = turnedClock({ chance: () => 0.25 });
    server = await serve((_, response, count) => sendJSON(response, count < 3 ? 503 : 200, thing));
    expect(await get({ retryConfig: retries })).toMatchObject({ ok: true });
    expect(waits).toEqual([250, 500]);
  });

  test("wait as long as the server asks", async () => {
    const { waits } = turnedClock();
    const asked = ["7", "Wed, 31 Jan 2024 12:00:10 GMT", "soon"];
    server = await serve((_, response, count) => {
      const after = asked[count - 1];
      return after === undefined ? sendJSON(response, 200, thing) : sendJSON(response, 503, {}, { "retry-after": after });
    });
    expect(await get({ retryConfig: retries })).toMatchObject({ ok: true });
    expect(waits).toEqual([7000, 3000, 4000]);
  });

  test("do not begin a wait that would end too late", async () => {
    const { waits } = turnedClock();
    server = await serve((_, response) => sendJSON(response, 503, {}, { "retry-after": "21" }));
    expect(await get({}, { retries })).toMatchObject({ ok: false, error: { statusCode: 503 } });
    expect([waits, server.seen.length]).toEqual([[], 1]);
  });

  test("only after the given statuses", async () => {
    turnedClock();
    server = await serve((_, response, count) => sendJSON(response, count === 1 ? 418 : 500, {}));
    expect(await get({}, { retries, retryCodes: ["4XX"] })).toMatchObject({ error: { statusCode: 500 } });
    expect(server.seen).toHaveLength(2);
  });

  test("stop at once when the caller gives up", async () => {
    const controller = new AbortController();
    turnedClock({
      wait: () => {
        controller.abort();
        return () => undefined;
      },
    });
    server = await serve((_, response) => sendJSON(response, 503, {}));
    expect(await get({}, { retries, signal: controller.signal })).toMatchObject({ error: { name: "RequestAbortedError" } });
    expect(server.seen).toHaveLength(1);
  });

  test("a broken connection", async () => {
    turnedClock();
    server = await serve((_, response, count) => {
      if (count < 2) {
        response.destroy();
      } else {
        sendJSON(response, 200, thing);
      }
    });
    expect(await get({}, { retries: { ...retries, retryConnectionErrors: true } })).toMatchObject({ ok: true });
  });
});

test("an attempt that takes too long, and the next one has as much time", async () => {
  let arrived = (): void => undefined;
  const asked: number[] = [];
  turnedClock({
    deadline: (milliseconds, miss) => {
      asked.push(milliseconds);
      arrived = miss;
      return () => undefined;
    },
  });
  server = await serve((_, response, count) => (count === 1 ? arrived() : sendJSON(response, 200, thing)));
  const backoff = { initialInterval: 1, maxInterval: 1, exponent: 1, maxElapsedTime: 10 };
  expect(await get({ timeoutMs: 30 }, { retries: { strategy: "backoff", backoff, retryConnectionErrors: true } })).toMatchObject({
    ok: true,
  });
  expect(asked).toEqual([30, 30]);
  await server.close();
  server = await serve(() => arrived());
  expect(await get({ timeoutMs: 30 })).toMatchObject({ error: { name: "RequestTimeoutError" } });
});

test("unreachable servers, and requests that cannot be built", async () => {
  server = await serve(() => undefined);
  const gone = await serve(() => undefined);
  await gone.close();
  expect(await get({}, { serverURL: gone.url })).toMatchObject({ error: { name: "ConnectionError" } });
  expect(await call(clientOf({}), getThing, { id: "a" })).toMatchObject({ error: { name: "InvalidRequestError" } });
  expect(await get({}, {}, "..")).toMatchObject({ error: { name: "InvalidRequestError" } });
});

test("headers: the caller's win, the query of the server stays out", async () => {
  server = await serve((_, response) => sendJSON(response, 200, thing));
  await get({ serverURL: `${server.url}/base/` }, { headers: { accept: "text/x", "x-own": "1" } });
  expect(server.seen[0]).toMatchObject({ url: "/base/things/a", headers: { accept: "text/x", "x-own": "1", "user-agent": "test 1.0" } });
  await get({ userAgent: "mine" }, { acceptHeaderOverride: "application/x" });
  expect(server.seen[1]).toMatchObject({ headers: { accept: "application/x", "user-agent": "mine" } });
});

test("parameters in every place", async () => {
  server = await serve((_, response) => sendJSON(response, 200, thing));
  const operation: Operation<object, Thing> = {
    id: "things:put",
    method: "POST",
    path: "/things/{id}?fixed={id}#copy",
    globals: ["tenantId"],
    request: {
      kind: "object",
      fields: {
        id: { in: "path", type: "integer" },
        tenantId: { in: "header", wire: "X-Tenant", type: "string" },
        since: { in: "query", type: "instant", optional: true },
        tags: { in: "query", type: { kind: "array", items: "string" }, explode: false, optional: true },
        empty: { in: "query", type: "string", allowEmpty: true, optional: true },
        nothing: { in: "query", type: { kind: "nullable", of: "string" }, optional: true },
        session: { in: "cookie", type: "string", optional: true },
        payload: { in: "body", type: { kind: "object", fields: { size: "integer" } } },
      },
    },
    responses: getThing.responses.slice(0, 1),
  };
  await call(clientOf({ serverURL: server.url, tenantId: "t" }), operation, {
    id: 5,
    since: new Date(0),
    tags: ["a", "b&"],
    empty: "",
    nothing: null,
    session: "s s",
    payload: { size: 3 },
  });
  expect(server.seen[0]).toMatchObject({
    method: "POST",
    url: "/things/5?fixed=5&since=1970-01-01T00%3A00%3A00Z&tags=a,b%26&empty=",
    headers: { "x-tenant": "t", cookie: "session=s%20s", "content-type": "application/json" },
    body: '{"size":3}',
  });
});

describe("security", () => {
  const plan = {
    schemes: {
      token: { kind: "bearer", env: "TEST_TOKEN" },
      basic: {
        kind: "basic",
        env: [
          { part: "username", variable: "TEST_USER" },
          { part: "password", variable: "TEST_PASSWORD" },
        ],
      },
      key: { kind: "apiKey", in: "query", name: "api key" },
      cookie: { kind: "apiKey", in: "cookie", name: "sid" },
    },
    alternatives: [{ token: [] }, { basic: [], key: [] }, { cookie: [] }],
  } as const;

  afterEach(() => {
    delete process.env.TEST_TOKEN;
    resetEnv();
  });

  test.each<[string, object, object]>([
    ["a token", { token: "t" }, { authorization: "Bearer t" }],
    ["a token with its scheme", { token: "Bearer t" }, { authorization: "Bearer t" }],
    ["a function", { token: async () => "fresh" }, { authorization: "Bearer fresh" }],
    [
      "two schemes together",
      { security: { basic: { username: "u", password: "ä" }, key: "k" } },
      { authorization: `Basic ${Buffer.from("u:ä").toString("base64")}` },
    ],
    ["an incomplete alternative is passed over", { security: async () => ({ key: "k", cookie: "c" }) }, { cookie: "sid=c" }],
  ])("%s", async (_, options, headers) => {
    server = await serve((_seen, response) => sendJSON(response, 200, thing));
    await call(clientOf({ serverURL: server.url, ...options }, { security: plan }), getThing, { id: "a" });
    expect(server.seen[0]?.headers).toMatchObject(headers);
    expect(server.seen[0]?.url).toBe("security" in options && typeof options.security === "object" ? "/things/a?api%20key=k" : "/things/a");
  });

  test("from the environment, and none at all", async () => {
    server = await serve((_, response) => sendJSON(response, 200, thing));
    const client = clientOf({ serverURL: server.url }, { security: plan });
    await call(client, getThing, { id: "a" });
    process.env.TEST_TOKEN = "env";
    resetEnv();
    await call(client, getThing, { id: "a" });
    expect(server.seen.map((seen) => seen.headers.authorization)).toEqual([undefined, "Bearer env"]);
  });

  test("a client that is printed or copied shows none", async () => {
    const client = clientOf({ token: "hush", security: { cookie: "hush" } }, { security: plan });
    expect(`${JSON.stringify({ client })}${inspect(client, { depth: 20 })}${JSON.stringify({ ...client })}`).not.toContain("hush");
  });

  test("of one operation", async () => {
    server = await serve((_, response) => sendJSON(response, 200, thing));
    const operation = {
      ...getThing,
      security: { schemes: { session: { kind: "http", scheme: "Session" } }, alternatives: [{ session: [] }] },
    } as const;
    const security: CallSecurity = { session: "s" };
    await call(clientOf({ serverURL: server.url, token: "t" }, { security: plan }), operation, { id: "a" }, {}, security);
    expect(server.seen[0]?.headers.authorization).toBe("Session s");
  });
});

test("servers by index, name and variables", () => {
  const servers = [
    { id: "live", url: "https://{region}.example.com/v1/", variables: [{ name: "region", option: "region", default: "eu" }] },
    { id: "test", url: "https://test.example.com" },
  ];
  const base = (options: object): string | undefined => clientOf({ ...options }, { servers })._baseURL?.href;
  expect([base({}), base({ region: "us" }), base({ server: "test" }), base({ serverIdx: 1 }), base({ serverURL: "http://x" })]).toEqual([
    "https://eu.example.com/v1/",
    "https://us.example.com/v1/",
    "https://test.example.com/",
    "https://test.example.com/",
    "http://x/",
  ]);
  expect(() => base({ serverIdx: 2 })).toThrow("Invalid server 2");
  expect(clientOf({}, { servers: [{ url: "/v1" }] })._baseURL).toBeNull();
});

test("hooks see every attempt and may change it", async () => {
  server = await serve((_, response, count) => sendJSON(response, count === 1 ? 503 : 200, count === 1 ? {} : thing));
  const client = clientOf({
    serverURL: server.url,
    retryConfig: { strategy: "backoff" },
  });
  turnedClock();
  const log: string[] = [];
  client._hooks.registerBeforeCreateRequestHook({
    beforeCreateRequest: (_, input) => ({ ...input, url: new URL(`${input.url.href}?hooked`) }),
  });
  client._hooks.registerBeforeRequestHook({
    beforeRequest: (context, request) => {
      log.push(`before ${context.operationID}`);
      request.headers.set("x-hook", "1");
      return request;
    },
  });
  client._hooks.registerAfterErrorHook({
    afterError: (_, response, error) => {
      log.push(`error ${response?.status}`);
      return { response, error };
    },
  });
  client._hooks.registerAfterSuccessHook({
    afterSuccess: (_, response) => {
      log.push(`success ${response.status}`);
      return response;
    },
  });
  expect(await call(client, getThing, { id: "a" })).toMatchObject({ ok: true });
  expect(log).toEqual(["before things:get", "error 503", "before things:get", "success 200"]);
  expect(server.seen[1]).toMatchObject({ url: "/things/a?hooked", headers: { "x-hook": "1" } });
  client._hooks.registerBeforeRequestHook({
    beforeRequest: () => {
      throw new Error("no");
    },
  });
  expect(await call(client, getThing, { id: "a" })).toMatchObject({ error: { name: "UnexpectedClientError" } });
});

test("an HTTP client of the caller's", async () => {
  server = await serve((_, response) => sendJSON(response, 200, thing));
  const seen: string[] = [];
  const httpClient = new HTTPClient({ fetcher: (input, init) => fetch(input, init) });
  httpClient.addHook("beforeRequest", (request) => new Request(`${request.url}?own`, request));
  const note = (response: Response): void => {
    seen.push(`response ${response.status}`);
  };
  httpClient.addHook("response", note);
  httpClient.addHook("requestError", () => {
    seen.push("failed");
  });
  await get({ httpClient });
  const gone = await serve(() => undefined);
  await gone.close();
  await get({ httpClient: httpClient.clone().removeHook("response", note) }, { serverURL: gone.url });
  expect([seen, server.seen[0]?.url]).toEqual([["response 200", "failed"], "/things/a?own"]);
});

test("the log shows no credentials", async () => {
  server = await serve((_, response) => sendJSON(response, 200, { ...thing, token: "hush" }));
  const lines: string[] = [];
  const debugLogger = {
    group: (label = "") => lines.push(label),
    groupEnd: () => undefined,
    log: (...parts: unknown[]) => lines.push(parts.join(" ")),
  };
  const plan = {
    schemes: { token: { kind: "bearer" }, key: { kind: "apiKey", in: "query", name: "api_key" } },
    alternatives: [{ token: [], key: [] }],
  } as const;
  await call(clientOf({ serverURL: server.url, token: "hush", key: "hush", debugLogger }, { ...settings, security: plan }), getThing, {
    id: "a",
  });
  expect(lines.join("\n")).toContain("> GET");
  expect(lines.join("\n")).toContain('"made_at":"2025-01-02T03:04:05Z"');
  expect(lines.join("\n")).not.toContain("hush");
});

test("envelopes and headers", async () => {
  server = await serve((_, response) => sendJSON(response, 200, thing, { "x-limit": "9" }));
  const client = clientOf({ serverURL: server.url });
  const rules = getThing.responses.slice(0, 1);
  const shape = async (changes: object): Promise<unknown> =>
    (await call(client, { ...getThing, responses: rules, wrap: { field: "thing", ...changes } }, { id: "a" })).value;
  expect(await shape({ headers: true })).toMatchObject({ headers: { "x-limit": ["9"] }, thing: { id: "a" } });
  expect(await shape({ envelope: "http" })).toMatchObject({ httpMeta: { response: { status: 200 } }, thing: { id: "a" } });
  expect(await shape({ envelope: "full" })).toMatchObject({ statusCode: 200, contentType: "application/json", thing: { id: "a" } });
});
