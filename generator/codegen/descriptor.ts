import type { Retry, Status } from "../ir/behaviour.js";
import { statusText } from "../ir/behaviour.js";
import type { Codec, Part } from "../ir/operation.js";
import { isPlainXml, plainXml, type Type, type Xml } from "../ir/types.js";
import type { Code } from "./layout.js";
import type { Alternatives, Body, Failure, Method, ObjectModel, Pages, Place, Plan, ReadContent, ResultCase } from "./plan/plan.js";

/**
 * What the descriptors of all languages say of an operation, before it is spelled: only what differs from the default of a key. The keys and their meaning are those of
 * `templates/CONTRACT.md`.
 *
 *     tokens:list   →   id "tokens:list", method "GET", path "/tokens", request ref, responses [rule { status "200", type ref }], pages { kind "page", input "page", … }
 */
export type Said =
  | Plain
  | { readonly kind: "rules"; readonly rules: readonly Said[] }
  | { readonly kind: "record"; readonly of: "body" | "rule" | "pages" | "retry"; readonly entries: readonly SaidEntry[] }
  | { readonly kind: "type"; readonly type: Type }
  /** What is read bit by bit. */
  | { readonly kind: "bytes" }
  | { readonly kind: "writer"; readonly writer: Exclude<Writer, "json"> }
  | { readonly kind: "reader"; readonly reader: Exclude<Reader, "json"> }
  /** How single fields of a form are written, where the document says so. */
  | { readonly kind: "parts"; readonly parts: readonly Part[] }
  /** A rule for a failure, which other operations may share by the constant. */
  | { readonly kind: "failure"; readonly constant: string; readonly entries: readonly SaidEntry[] }
  | { readonly kind: "errorClass"; readonly model: ObjectModel }
  /** How the root of an XML body stands. */
  | { readonly kind: "xml"; readonly xml: Xml }
  /** What a call returns is more than its value. */
  | { readonly kind: "wrap" }
  /** The operation takes credentials of its own. */
  | { readonly kind: "credentials"; readonly security: Extract<Method["security"], { kind: "own" }> };

export type SaidEntry = readonly [key: string, said: Said];

/** What is written alike wherever it stands. */
export type Plain =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "list"; readonly items: readonly Plain[] }
  /** By names of the API, not of the contract. */
  | { readonly kind: "table"; readonly entries: readonly (readonly [name: string, said: Plain])[] };

type Writer = "json" | "xml" | "text" | "binary" | "form" | "multipart" | "lines";
type Reader = "json" | "xml" | "text" | "stream" | "events" | "lines";

export function descriptorOf(method: Method, { client }: Plan): readonly SaidEntry[] {
  const { result, failures, pages, retry, timeoutMs, servers, globals } = method;
  const successes = result.cases.length === 0 ? [rule([["status", text("2XX")]])] : result.cases.map(successRule);
  return [
    ["id", text(method.id)],
    ["method", text(method.verb.toUpperCase())],
    ["path", text(method.url)],
    ...requestEntries(method),
    ["responses", { kind: "rules", rules: [...successes, ...failures.flatMap(failureRules)] }],
    ["wrap", { kind: "wrap" }],
    ...(pages === null ? [] : [["pages", pagesRecord(pages)] as const]),
    ...(retry === null ? [] : [["retry", { kind: "record", of: "retry", entries: retryEntries(retry) }] as const]),
    ...(timeoutMs === null ? [] : [["timeoutMs", number(timeoutMs)] as const]),
    ...(servers.length === 0 ? [] : [["servers", list(servers.map(text))] as const]),
    ...securityEntries(method, client.security.kind !== "none"),
    ...(globals.length === 0 ? [] : [["globals", list(globals.map(({ global }) => text(global.name)))] as const]),
  ];
}

const text = (said: string): Plain => ({ kind: "text", text: said });
const number = (value: number): Plain => ({ kind: "number", value });
const list = (items: readonly Plain[]): Plain => ({ kind: "list", items });
const rule = (entries: readonly SaidEntry[]): Said => ({ kind: "record", of: "rule", entries });
const typed = (type: Type): Said => ({ kind: "type", type });

function requestEntries({ request, streaming }: Method): readonly SaidEntry[] {
  if (request.kind === "none") return [];
  const { body } = request;
  const streamField = streaming === null || streaming.initially ? [] : [["streamField", text(streaming.field.slot.wire)] as const];
  const words = body === null ? [] : [...bodyWords(body), ...streamField];
  const record = (entries: readonly SaidEntry[]): readonly SaidEntry[] =>
    entries.length === 0 ? [] : [["body", { kind: "record", of: "body", entries }]];
  if (request.kind !== "body" && request.model !== null)
    return [["request", typed({ kind: "ref", id: request.model.id })], ...record(words)];
  if (body === null) return [];
  return record([["type", typed(body.type)], ...words, ...(body.optional ? [["required", { kind: "flag", value: false }] as const] : [])]);
}

/** How a body is written; JSON needs no word. Which of its types a file has is seen only when it is sent. */
function bodyWords({ content, mediaTypes }: Body): readonly SaidEntry[] {
  const { codec, mediaType } = content;
  const writer = writerOf(codec);
  const type = codec.kind === "binary" ? mediaTypes.join(", ") : sentMediaType(mediaType, writer);
  return [
    ...(writer === "json" ? [] : [["write", { kind: "writer", writer }] as const]),
    ...(type === usualTypes[writer] ? [] : [["mediaType", text(type)] as const]),
    ...(codec.kind === "form" || codec.kind === "multipart" ? [["parts", { kind: "parts", parts: codec.parts }] as const] : []),
    ...(codec.kind === "xml" ? [["xml", { kind: "xml", xml: codec.root }] as const] : []),
  ];
}

function writerOf(codec: Codec): Writer {
  switch (codec.kind) {
    case "json":
    case "xml":
    case "form":
    case "multipart":
    case "lines":
      return codec.kind;
    case "text":
      return "text";
    case "binary":
    case "events":
      return "binary";
  }
}

/** A form that comes back is read as JSON: no API sends one. */
function readerOf(codec: Codec): Reader {
  switch (codec.kind) {
    case "json":
    case "form":
    case "multipart":
      return "json";
    case "text":
      return "text";
    case "binary":
      return "stream";
    case "xml":
    case "events":
    case "lines":
      return codec.kind;
  }
}

const usualTypes: { readonly [W in Writer]: string } = {
  json: "application/json",
  xml: "application/xml",
  text: "text/plain",
  binary: "application/octet-stream",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  lines: "application/jsonl",
};

/** A range of types cannot be sent. */
function sentMediaType(mediaType: string, writer: Writer): string {
  return !mediaType.includes("*") ? mediaType : mediaType.startsWith("text/") ? "text/plain" : usualTypes[writer];
}

const mediaEntry = (mediaType: string): readonly SaidEntry[] => (mediaType === "application/json" ? [] : [["mediaType", text(mediaType)]]);

function successRule({ status, content }: ResultCase): Said {
  return rule([["status", text(successStatus(status))], ...(content === null ? [] : contentEntries(content))]);
}

/** A default answer that counts as success is one for the statuses that mean success. */
function successStatus(status: Status): string {
  return status.kind === "default" ? "2XX" : statusText(status);
}

function contentEntries({ codec, mediaType, type, dataOnly }: ReadContent): readonly SaidEntry[] {
  const reader = readerOf(codec);
  const sentinel = codec.kind === "events" ? codec.sentinel : null;
  return [
    ["type", reader === "stream" ? { kind: "bytes" } : typed(type)],
    ...mediaEntry(mediaType),
    ...readEntries(codec),
    ...(sentinel === null ? [] : [["sentinel", text(sentinel)] as const]),
    ...(dataOnly ? [["dataOnly", { kind: "flag", value: true }] as const] : []),
  ];
}

function readEntries(codec: Codec): readonly SaidEntry[] {
  const reader = readerOf(codec);
  return [
    ...(reader === "json" ? [] : [["read", { kind: "reader", reader }] as const]),
    ...(codec.kind === "xml" ? [["xml", { kind: "xml", xml: asRead(codec.root) }] as const] : []),
  ];
}

/** What the root of an XML document is called, and what stands directly in one that is a list, is the server's to choose. */
/** How an element stands, key by key, as far as it is said: `name` first. */
export function xmlEntries(
  xml: Xml,
  textCode: (text: string) => Code,
  itemsCode: (items: Xml) => Code,
): readonly (readonly [key: string, Code])[] {
  const words = (["name", "node", "namespace", "prefix"] as const).map((key) => [key, xml[key]] as const);
  return [
    ...words.flatMap(([key, value]) => (value === null ? [] : [[key, textCode(value)] as const])),
    ...(xml.items === null ? [] : [["items", itemsCode(xml.items)] as const]),
  ];
}

function asRead({ items }: Xml): Xml {
  const unnamed = items === null ? plainXml : { ...items, name: null, namespace: null, prefix: null };
  return { ...plainXml, items: isPlainXml(unnamed) ? null : unnamed };
}

/** A body that may be one of several errors has a rule for each: the one that fits is raised. */
export function failureRules({ status, content, errors }: Failure): readonly Extract<Said, { kind: "failure" }>[] {
  return errors.map(({ model, constant }) => ({
    kind: "failure",
    constant,
    entries: [
      ["status", text(statusText(status))],
      ["type", typed({ kind: "ref", id: model.data })],
      ...mediaEntry(content.mediaType),
      ...readEntries(content.codec),
      ["error", { kind: "errorClass", model }],
    ],
  }));
}

function pagesRecord(pages: Pages): Said {
  const entry = (key: "input" | "limit" | "items" | "last" | "next"): readonly SaidEntry[] => {
    const place = pages[key];
    return place === null ? [] : [[key, placeSaid(place)]];
  };
  return {
    kind: "record",
    of: "pages",
    entries: [
      ["kind", text(pages.kind)],
      ...(["input", "limit", "items", "last", "next"] as const).flatMap(entry),
      ...unlessUsual("first", pages.first, pages.kind === "page" ? 1 : 0),
      ...unlessUsual("size", pages.size, null),
    ],
  };
}

function unlessUsual(key: string, value: number | null, usual: number | null): readonly SaidEntry[] {
  return value === null || value === usual ? [] : [[key, number(value)]];
}

function placeSaid(place: Place): Plain {
  return typeof place === "string" ? text(place) : list(place.map((step) => (typeof step === "number" ? number(step) : text(step))));
}

function retryEntries({ statuses, connection, initialMs, maxMs, exponent, budgetMs }: Retry): readonly SaidEntry[] {
  return [
    ...(statuses.length === 0 ? [] : [["statuses", list(statuses.map((status) => text(statusText(status))))] as const]),
    ...(connection ? [["connection", { kind: "flag", value: true }] as const] : []),
    ...unlessUsual("initial", initialMs, 500),
    ...unlessUsual("max", maxMs, 60_000),
    ...unlessUsual("exponent", exponent, 1.5),
    ...unlessUsual("budget", budgetMs, 3_600_000),
  ];
}

function securityEntries({ security }: Method, clientHasSome: boolean): readonly SaidEntry[] {
  const alternatives = (said: Alternatives): SaidEntry => ["alternatives", alternativesSaid(said)];
  switch (security.kind) {
    case "client":
      return security.alternatives === null ? [] : [alternatives(security.alternatives)];
    case "none":
      return clientHasSome ? [["anonymous", { kind: "flag", value: true }]] : [];
    case "own":
      return [["security", { kind: "credentials", security }], alternatives(security.credentials.alternatives)];
  }
}

/** `[{ oauth: ["read"], key: [] }, {}]` */
export function alternativesSaid(alternatives: Alternatives): Plain {
  return list(
    alternatives.map((uses) => ({
      kind: "table",
      entries: uses.map(({ credential, scopes }) => [credential.name, list(scopes.map(text))] as const),
    })),
  );
}
