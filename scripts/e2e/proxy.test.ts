import { join } from "node:path";
import { root } from "./places.js";
import { startProxy } from "./proxy.js";
import { empty, json, type Reply, record } from "./recorder.js";

/** The proxy must see what is wrong, or the tests that go through it would pass whatever the SDKs send. */

const tokens = "/v1/organization-access-tokens/";
const id = "00000000-0000-4000-8000-000000000001";
const page = { items: [], pagination: { total_count: 0, max_page: 1 } };
const good: Message = { method: "GET", path: `${tokens}?page=1`, reply: json(200, page) };
const create: Message = { method: "POST", path: tokens, body: { comment: "a", scopes: ["openid"] }, reply: empty(401) };

interface Message {
  readonly method: string;
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: unknown;
  readonly reply: Reply;
}

async function problemsOf({
  method,
  path,
  headers,
  body,
  reply,
}: Message): Promise<{ readonly status: number; readonly problems: readonly string[]; readonly seen: number }> {
  const upstream = await record(() => reply);
  const proxy = await startProxy(join(root, "specs/organization-access-tokens/openapi.yaml"), upstream.url);
  try {
    const json = body === undefined || headers?.["content-type"] !== undefined ? {} : { "content-type": "application/json" };
    const { status } = await fetch(`${proxy.url}${path}`, {
      method,
      headers: { authorization: "Bearer good", ...json, ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status, problems: proxy.violations.map((line) => line.split(": ").slice(1).join(": ")), seen: upstream.requests.length };
  } finally {
    await proxy.close();
    await upstream.close();
  }
}

test.each<[string, Message, number]>([
  ["a page", good, 200],
  ["a new token", create, 401],
  ["an answer without content", { method: "DELETE", path: `${tokens}${id}`, reply: empty(204) }, 204],
])("%s goes through", async (_what, message, status) => {
  expect(await problemsOf(message)).toEqual({ status, problems: [], seen: 1 });
});

test.each<[string, Message, string]>([
  ["a query of the wrong type", { ...good, path: `${tokens}?page=first` }, "query.page must be integer (integer)"],
  ["a query out of its range", { ...good, path: `${tokens}?page=0` }, "query.page must be > 0 (>, 0)"],
  ["a query that nobody knows", { ...good, path: `${tokens}?pages=1` }, "query.pages is not in the document"],
  [
    "a value that is no member",
    { ...good, path: `${tokens}?sorting=comment&sorting=age` },
    "query.sorting /1 must be equal to one of the allowed values",
  ],
  ["a missing field", { ...create, body: { comment: "a" } }, "body must have required property 'scopes' (scopes)"],
  ["a field of the wrong type", { ...create, body: { comment: 1, scopes: [] } }, "body /comment must be string (string)"],
  [
    "a wrong member of a list",
    { ...create, body: { comment: "a", scopes: ["all"] } },
    "body /scopes/0 must be equal to one of the allowed values",
  ],
  ["a missing body", { method: "POST", path: tokens, reply: empty(401) }, "the body is required"],
  ["a body that is no JSON", { ...create, body: "{" }, "body no JSON: "],
  ["another media type", { ...create, headers: { "content-type": "text/xml" } }, "body text/xml is not among application/json"],
  ["a body where none is", { ...good, method: "DELETE", path: `${tokens}${id}`, body: {} }, "a body is not in the document"],
  ["no credential", { ...good, headers: { authorization: "" } }, "no credential of the document is sent"],
  ["another kind of credential", { ...good, headers: { authorization: "Basic YTpi" } }, "no credential of the document is sent"],
  ["an unknown path", { ...good, path: "/v1/tokens" }, "no operation GET /v1/tokens"],
  ["an unknown method", { ...create, method: "PUT" }, `no operation PUT ${tokens}`],
])("%s in a request is a violation, and goes no further", async (_what, message, problem) => {
  expect(await problemsOf(message)).toEqual({ status: 400, problems: [expect.stringContaining(problem)], seen: 0 });
});

test.each<[string, Reply, string]>([
  ["a status", json(404, {}), "status 404 is not in the document"],
  ["a missing field", json(200, { items: [] }), "body must have required property 'pagination' (pagination)"],
  [
    "a value of the wrong type",
    json(200, { ...page, pagination: { total_count: "0", max_page: 1 } }),
    "body /pagination/total_count must be integer (integer)",
  ],
  ["a media type", { ...json(200, page), headers: { "content-type": "text/html" } }, "body text/html is not among application/json"],
  ["no body", empty(200), "body a body without content type is not among application/json"],
  ["a body where none is", json(401, {}), "status 401 has a body, which is not in the document"],
])("%s that the document does not know in a response is a violation", async (_what, reply, problem) => {
  expect(await problemsOf({ ...good, reply })).toEqual({ status: 502, problems: [expect.stringContaining(problem)], seen: 1 });
});
