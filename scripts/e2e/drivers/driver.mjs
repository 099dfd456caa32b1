// Calls a generated TypeScript SDK, compiled, as a list of calls says: JSON on standard input, one JSON list of outcomes on standard output.
//
//     {"folder": "…/esm", "mode": "class", "url": "http://127.0.0.1:1234", "calls": [{"id": "1", "resource": ["tokens"], "method": "list", …}]}
//     →  [{"id": "1", "waits": [], "drifts": 0, "value": {"items": []}}, {"id": "2", "waits": [500], "drifts": 0, "error": {"kind": "status", "name": "NotFound", "status": 404, "data": {}}}]
//
// It knows no API: resources, methods and arguments come by name; in which order a method takes them is read off its parameters. Time stands still but for the waits that
// the SDK asks for, which are over at once, and for deadlines, which are missed when the server says that it keeps the request waiting.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { callFunction, callMethod, loader, readJob } from "./calls.mjs";
import { turnedClock } from "./turnedClock.mjs";

const job = await readJob();
const load = loader(job.folder);
const { RFCDate } = await load("types/rfcdate.js");
const roots = Object.values(await load("sdk/sdk.js"));
const [core] = Object.values(await load("core.js"));
const { clock } = await load("lib/clock.js");
const { encode } = await load("lib/encode.js");
const codecs = job.calls.some(({ encoding }) => encoding !== null) ? await tables() : new Map();
const outcomes = [];
for (const call of job.calls) {
  const silence = (attempt, signal) => fetch(`${job.server}/~silence/${call.id}/${attempt}`, { signal });
  const { waits } = turnedClock(clock, { chance: call.chance, ...(call.silence ? { silence } : {}) });
  call.drifts = 0;
  const outcome = await called(call).then(
    (value) => ({ value }),
    (error) => ({ error: described(error) }),
  );
  outcomes.push({ id: call.id, waits, drifts: call.drifts, ...outcome });
}
process.stdout.write(JSON.stringify(outcomes));

/** One call, its result read as `take` says. */
async function called(call) {
  const onMismatch = () => {
    call.drifts += 1;
  };
  const address = call.server === "document" ? {} : { serverURL: job.url };
  const options = { ...address, onMismatch, ...call.credentials, security: call.credentials, ...call.client };
  const given = (parameters) => positional(parameters, call);
  const result = await (job.mode === "function"
    ? callFunction(job.folder, new core(options), call.function, given)
    : callMethod(new roots[0](options), call, given));
  const pageOf = (page) => {
    const value = page.ok === undefined ? page : unwrapped(page);
    return call.encoding === null ? value.result : value;
  };
  const show = (one) => (call.encoding === null ? plain(one) : plain(written(one, call.encoding)));
  if (call.take === "pages") return collected(result, (page) => show(pageOf(page)));
  if (call.take === "items") return collected(result.iterItems(), show);
  const value = job.mode === "function" ? unwrapped(result) : result;
  if (call.take === "stream") return collected(streamIn(value), show);
  if (value instanceof ReadableStream) return plain(new Uint8Array(await new Response(value).arrayBuffer()));
  return value === undefined ? null : show(value);
}

/** A value as the SDK writes it: a type that it names has a table, and what has none goes as JSON writes it. */
function written(value, encoding) {
  if (value === undefined || value === null) return null;
  switch (encoding.kind) {
    case "member":
      return written(value[encoding.field], encoding.of);
    case "array":
      return Array.isArray(value) ? value.map((item) => written(item, encoding.of)) : value;
    case "map":
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, written(item, encoding.of)]));
    case "named":
      // An answer may lack what its document requires: what is there is written all the same.
      return encode(codecs.get(encoding.name), value, []);
    case "scalar":
      if (value instanceof Uint8Array) return Buffer.from(value).toString(encoding.wire);
      return typeof value === "bigint" && encoding.wire === "string" ? String(value) : value;
  }
  return value;
}

/** The tables of an SDK's types by their names: `Token$codec` is that of `Token`. */
async function tables() {
  const files = await readdir(join(job.folder, "codecs"), { recursive: true }).catch(() => []);
  const modules = await Promise.all(files.filter((file) => file.endsWith(".js")).map((file) => load(`codecs/${file}`)));
  return new Map(modules.flatMap((module) => Object.entries(module)).map(([name, codec]) => [name.replace(/\$codec$/, ""), codec]));
}

/** Arguments in the order of a method's parameters. */
function positional(parameters, call) {
  const { body } = call;
  const values = new Map(call.arguments.map(({ name, value }) => [name, revived(value)]));
  if (body !== null && body.name !== null) values.set(body.name, revived(body.value));
  const request = call.gathered ? Object.fromEntries(values) : body === null ? undefined : revived(body.value);
  return parameters.map((name) => {
    if (name === "options") return optionsOf(call);
    if (name === "request" && call.gathered) return request;
    if (name === "security" && call.security !== null) return call.security;
    if (values.has(name)) return values.get(name);
    if (name === "request") return request;
    return body !== null && typeof body.value === "object" && body.value !== null ? revived(body.value[name]) : undefined;
  });
}

function optionsOf({ id, headers, timeoutMs, retries, server }) {
  return {
    ...(server === "call" ? { serverURL: job.url } : {}),
    headers: { "x-call": id, ...headers },
    ...(timeoutMs === null ? {} : { timeoutMs }),
    ...(retries === null ? {} : { retries: retryConfig(retries) }),
  };
}

function retryConfig({ initial, max, exponent, budget, connection }) {
  const backoff = { initialInterval: initial, maxInterval: max, exponent, maxElapsedTime: budget };
  return { strategy: "backoff", backoff, retryConnectionErrors: connection };
}

/** A text is the content of a file that has a name. */
function fileOf(given) {
  if (typeof given === "string") return { fileName: "example.txt", content: new Uint8Array(Buffer.from(given)) };
  const content = "text" in given ? Buffer.from(given.text) : Buffer.from(given.base64, "base64");
  const { name, type } = given;
  if (name === undefined) return new Uint8Array(content);
  return type === undefined ? { fileName: name, content } : new File([content], name, { type });
}

/** Plain JSON with tagged scalars → values as a caller writes them. */
function revived(value) {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== "object" || value === null) return value;
  const [tag, content] = Object.entries(value)[0] ?? [""];
  switch (tag) {
    case "$instant":
      return new Date(typeof content === "number" ? content * 1000 : content);
    case "$date":
      return new RFCDate(content);
    case "$bytes":
      return new Uint8Array(Buffer.from(content, "base64"));
    case "$integer":
      return BigInt(content);
    case "$content":
      return new Uint8Array(Buffer.from(content));
    case "$file":
      return fileOf(content);
    case "$raw":
      return new Uint8Array(Buffer.from(content, "base64"));
  }
  const { $rest, ...fields } = value;
  const entries = Object.entries(fields).map(([key, one]) => [key, revived(one)]);
  return Object.fromEntries($rest === undefined ? entries : [...entries, ["additionalProperties", revived($rest)]]);
}

async function collected(source, read) {
  const found = [];
  for await (const one of source) found.push(read(one));
  return found;
}

/** In an envelope the stream is one of the properties. */
function streamIn(value) {
  return value instanceof ReadableStream ? value : Object.values(value).find((one) => one instanceof ReadableStream);
}

function unwrapped(result) {
  if (!result.ok) throw result.error;
  return result.value;
}

/** A value as JSON. */
function plain(value) {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  const numbers = (one) => (Number.isSafeInteger(Number(one)) ? Number(one) : { $integer: String(one) });
  const scalar = (one) => (typeof one === "bigint" ? numbers(one) : one instanceof Uint8Array ? Buffer.from(one).toString("base64") : one);
  // A member of a union that the SDK does not know holds what came.
  const kept = (_key, one) => (one?.isUnknown === true ? one.raw : scalar(one));
  return value === undefined ? null : JSON.parse(JSON.stringify(value, kept));
}

/** An error in words that both languages share. */
function described(error) {
  const name = error?.constructor?.name ?? typeof error;
  const status = error?.statusCode ?? null;
  const known = {
    name,
    message: String(error?.message ?? error).slice(0, 1500),
    status,
    data: error?.data$ === undefined ? null : plain(error.data$),
  };
  const kinds = {
    RequestTimeoutError: "timeout",
    ConnectionError: "connection",
    SDKValidationError: "input",
    InvalidRequestError: "input",
    ResponseValidationError: "mismatch",
  };
  return { kind: kinds[name] ?? (status === null ? "other" : "status"), ...known };
}
