import { type BodyEncoder, binary, formURLEncoded, jsonLines, multipart, multipartBrackets, text } from "../runtime/src/lib/bodies.js";
import { call } from "../runtime/src/lib/call.js";
import { clientCredentials } from "../runtime/src/lib/clientcredentials.js";
import type { Operation, ResponseRule } from "../runtime/src/lib/operation.js";
import { bytes, text as readText, stream } from "../runtime/src/lib/readers.js";
import { clientOf, type Seen, sendJSON, serve, type TestServer } from "./harness.js";

let server: TestServer;
afterEach(() => server.close());

async function post(encodeBody: BodyEncoder, mediaType: string, body: unknown): Promise<Seen> {
  server = await serve((_, response) => {
    response.writeHead(204).end();
  });
  const operation: Operation<unknown, void> = {
    id: "post",
    method: "POST",
    path: "/",
    body: "any",
    encodeBody,
    mediaType,
    responses: [{ status: "204" }],
  };
  expect(await call(clientOf({ serverURL: server.url }), operation, body)).toEqual({ ok: true, value: undefined });
  const seen = server.seen[0];
  if (seen === undefined) {
    throw new Error("nothing was sent");
  }
  return seen;
}

test("JSON lines, and files with a name as they are", async () => {
  expect((await post(jsonLines, "application/jsonl", [{ a: 1 }, 2])).body).toBe('{"a":1}\n2\n');
  await server.close();
  expect((await post(binary, "text/csv", { fileName: "a.csv", content: new Blob(["a;b"]) })).body).toBe("a;b");
});

test("text and bytes", async () => {
  expect(await post(text, "text/plain", "héllo")).toMatchObject({
    headers: { "content-type": "text/plain" },
    body: Buffer.from("héllo").toString("latin1"),
  });
  await server.close();
  expect(await post(binary, "application/octet-stream", new Uint8Array([1, 2, 255]))).toMatchObject({
    headers: { "content-type": "application/octet-stream" },
    body: "\u0001\u0002\u00ff",
  });
});

test("a stream is sent as it comes", async () => {
  expect(await post(binary, "application/octet-stream", new Blob(["a", "b"]).stream())).toMatchObject({ body: "ab" });
});

test("forms", async () => {
  const value = { a: "x y&z", list: [1, 2], object: { k: true }, nothing: undefined };
  expect(await post(formURLEncoded, "application/x-www-form-urlencoded", value)).toMatchObject({
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "a=x+y%26z&list=1&list=2&object=%7B%22k%22%3Atrue%7D",
  });
});

test("multipart, with files of every kind", async () => {
  const value = {
    name: "n",
    tags: ["a", "b"],
    meta: { k: 1 },
    file: new File(["1"], "one.txt", { type: "text/plain" }),
    named: { fileName: "two.json", content: new TextEncoder().encode("{}") },
    streamed: { fileName: "three.bin", content: new Blob(["33"]).stream() },
    blob: new Blob(["4"]),
  };
  const { headers, body } = await post(multipart, "multipart/form-data", value);
  expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(body.match(/name="[^"]*"(; filename="[^"]*")?/g)).toEqual([
    'name="name"',
    'name="tags"',
    'name="tags"',
    'name="meta"',
    'name="file"; filename="one.txt"',
    'name="named"; filename="two.json"',
    'name="streamed"; filename="three.bin"',
    'name="blob"; filename="blob"',
  ]);
  expect(body).toContain('{"k":1}');
  expect(body).toContain("application/json\r\n\r\n{}");
  await server.close();
  const typed = await post((form) => multipart(form, "", { blob: { mediaType: "image/png" } }), "multipart/form-data", {
    blob: new Blob(["4"]),
  });
  expect(typed.body).toContain("Content-Type: image/png");
  await server.close();
  expect((await post(multipartBrackets, "multipart/form-data", { tags: ["a"] })).body).toContain('name="tags[]"');
});

test.each<[string, Partial<ResponseRule>, (value: unknown) => Promise<unknown>, unknown]>([
  ["text", { read: readText, mediaType: "text/plain" }, async (value) => value, "body"],
  ["bytes", { read: bytes, mediaType: "*/*" }, async (value) => value, new TextEncoder().encode("body")],
  ["a stream", { read: stream, mediaType: "text/*" }, (value) => new Response(value as ReadableStream).text(), "body"],
])("a response as %s", async (_, rule, open, expected) => {
  server = await serve((_seen, response) => {
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end("body");
  });
  const operation: Operation<object, unknown> = {
    id: "get",
    method: "GET",
    path: "/",
    responses: [{ status: "200", type: "any", ...rule }],
  };
  const result = await call(clientOf({ serverURL: server.url }), operation, {});
  expect(await open(result.value)).toEqual(expected);
  expect(server.seen[0]?.headers.accept).toBe(rule.mediaType);
});

test("client credentials are exchanged once", async () => {
  server = await serve((seen, response) =>
    seen.url === "/token" ? sendJSON(response, 200, { access_token: "t", expires_in: 3600 }) : sendJSON(response, 200, {}),
  );
  const operation: Operation<object, unknown> = {
    id: "get",
    method: "GET",
    path: "/",
    responses: [{ status: "200", type: "any" }],
  };
  const parts = { client_id: "clientID", client_secret: "clientSecret", token_url: "tokenURL" };
  const security = { schemes: { oauth: clientCredentials(parts, "/token") }, alternatives: [{ oauth: ["read"] }] };
  const client = clientOf({ serverURL: server.url, security: { oauth: { clientID: "c", clientSecret: "s" } } }, { security });
  await call(client, operation, {});
  await call(client, operation, {});
  expect(server.seen.map((seen) => [seen.url, seen.headers.authorization, seen.body])).toEqual([
    ["/token", undefined, "grant_type=client_credentials&client_id=c&client_secret=s&scope=read"],
    ["/", "Bearer t", ""],
    ["/", "Bearer t", ""],
  ]);
});
