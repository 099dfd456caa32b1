import { Readable } from "node:stream";
import { type BodyEncoder, binary, formURLEncoded, lines, multipart, multipartBrackets, text } from "../runtime/src/lib/bodies.js";
import { call } from "../runtime/src/lib/call.js";
import { clientCredentials } from "../runtime/src/lib/clientcredentials.js";
import { pipeDelimited } from "../runtime/src/lib/encodings.js";
import type { Operation, Rule } from "../runtime/src/lib/operation.js";
import { bytes, text as readText, stream } from "../runtime/src/lib/readers.js";
import { clientOf, type Seen, sendJSON, serve, type TestServer } from "./harness.js";

let server: TestServer;
afterEach(() => server.close());

async function post(write: BodyEncoder, mediaType: string, body: unknown): Promise<Seen> {
  server = await serve((_, response) => {
    response.writeHead(204).end();
  });
  const operation: Operation<unknown, void> = {
    id: "post",
    method: "POST",
    path: "/",
    body: { type: "any", write, mediaType },
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
  expect((await post(lines, "application/jsonl", [{ a: 1 }, 2])).body).toBe('{"a":1}\n2\n');
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

test("a file as a body has its own type where the document allows it", async () => {
  const types = "image/png, image/jpeg";
  for (const [body, type] of [
    [new File(["a"], "a", { type: "image/jpeg" }), "image/jpeg"],
    [{ fileName: "a.jpg", content: new Uint8Array([1]) }, "image/jpeg"],
    [{ fileName: "a.gif", content: new Uint8Array([1]) }, "image/png"],
    [new Blob(["a"]).stream(), "image/png"],
  ] as const) {
    expect((await post(binary, types, body)).headers["content-type"]).toBe(type);
    await server.close();
  }
  expect((await post(binary, "*/*", new Blob(["a"], { type: "image/gif" }))).headers["content-type"]).toBe("image/gif");
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
    node: Object.assign(Readable.from([Buffer.from("5;"), "5"]), { path: "/tmp/five.csv" }),
    chunks: new Blob(["5"]).stream(),
    own: { fileName: "six", content: "6", contentType: "image/x-own" },
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
    'name="node"; filename="five.csv"',
    'name="chunks"; filename="chunks"',
    'name="own"; filename="six"',
  ]);
  expect(body.match(/^Content-Type: .*$/gm)).toEqual([
    "Content-Type: application/json",
    "Content-Type: text/plain",
    "Content-Type: application/json",
    "Content-Type: application/octet-stream",
    "Content-Type: application/octet-stream",
    "Content-Type: text/csv",
    "Content-Type: application/octet-stream",
    "Content-Type: image/x-own",
  ]);
  expect(body).toContain("\r\n\r\n5;5\r\n");
  expect(body).toContain('{"k":1}');
  expect(body).toContain("application/json\r\n\r\n{}");
  await server.close();
  const typed = await post((form) => multipart(form, "", { blob: { mediaType: "image/png" } }), "multipart/form-data", {
    blob: new Blob(["4"]),
  });
  expect(typed.body).toContain("Content-Type: image/png");
  await server.close();
  const described = { text: { file: true }, list: { mediaType: "application/json" }, style: { encode: pipeDelimited, explode: false } };
  const said = await post((form) => multipart(form, undefined, described), "multipart/form-data", {
    text: "t",
    list: [{ a: 1 }],
    style: ["a", "b"],
  });
  expect(said.body).toMatch(/filename="text"\r\nContent-Type: application\/octet-stream\r\n\r\nt\r\n/);
  expect(said.body).toMatch(/name="list"\r\nContent-Type: application\/json\r\n\r\n\[{"a":1}\]\r\n/);
  expect(said.body).toMatch(/name="style"\r\n\r\na\|b\r\n/);
  await server.close();
  expect((await post(multipart, "multipart/form-data", {})).body).toMatch(/^--.+--\r\n$/);
  await server.close();
  expect((await post(multipartBrackets, "multipart/form-data", { tags: ["a"] })).body).toContain('name="tags[]"');
});

test.each<[string, Partial<Rule>, (value: unknown) => Promise<unknown>, unknown]>([
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
