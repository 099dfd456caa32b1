import { arrayCode, type Code, objectCode } from "../../../../codegen/layout.js";
import { statusText } from "../../../../codegen/plan/errorRows.js";
import type { Body, Failure, Method, Pages, ReadContent, ResultCase } from "../../../../codegen/plan/plan.js";
import { assertNever } from "../../../../diagnostics/diagnostic.js";
import type { Output, Retry } from "../../../../ir/behaviour.js";
import type { Part } from "../../../../ir/operation.js";
import { placeOf, resultField } from "../../plan.js";
import { propertyKey, stringLiteral } from "../../text.js";
import { alternativesCode, securityCode } from "../client/securityCode.js";
import { type CodecScope, codecCode } from "../models/codecCode.js";

type Entry = readonly [key: string, code: Code];

/**
 * All that the library must know of an operation:
 *
 *     { id: "tokens:get", method: "GET", path: "/tokens/{id}", request: GetTokenRequest$codec, responses: [{ status: "200", type: Token$codec }] }
 */
export function descriptor(method: Method, scope: CodecScope): Code {
  const { options } = scope.plan;
  const { retry, timeoutMs, servers, globals } = method;
  const entries: Entry[] = [
    ["id", stringLiteral(method.id)],
    ["method", stringLiteral(method.verb.toUpperCase())],
    ["path", stringLiteral(method.url)],
    ...requestEntries(method, scope),
    ["responses", arrayCode(responses(method, scope))],
    ...(options.envelope === "none" ? [] : [["envelope", stringLiteral(options.envelope)] as const]),
    ...(method.pages === null ? [] : [["pages", pagesCode(method.pages, resultField(scope.plan, method) ?? "result")] as const]),
    ...securityEntries(method, scope),
    ...(retry === null ? [] : retryEntries(retry)),
    ...(timeoutMs === null ? [] : [["timeoutMs", String(timeoutMs)] as const]),
    ...(servers.length === 0 ? [] : [["servers", arrayCode(servers.map(stringLiteral))] as const]),
    ...(globals.length === 0 ? [] : [["globals", arrayCode(globals.map(({ global }) => stringLiteral(global.name)))] as const]),
  ];
  return objectCode(entries, true);
}

function requestEntries({ request }: Method, scope: CodecScope): readonly Entry[] {
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return [["body", codecCode(request.body.type, scope)], ...bodyEntries(request.body, scope)];
    case "object":
    case "arguments": {
      const { model, body } = request;
      const own: readonly Entry[] = model === null ? [] : [["request", codecCode({ kind: "ref", id: model.id }, scope)]];
      return [...own, ...(body === null ? [] : bodyEntries(body, scope))];
    }
    default:
      return assertNever(request);
  }
}

/** How the body is written; JSON needs no word. */
function bodyEntries({ content: { codec, mediaType } }: Body, scope: CodecScope): readonly Entry[] {
  const writer = (name: string): Entry => ["encodeBody", scope.imports.value("lib/bodies.ts", name)];
  const type: readonly Entry[] =
    mediaType === "application/json" ? [] : [["mediaType", stringLiteral(mediaType.includes("*") ? concrete(mediaType) : mediaType)]];
  switch (codec.kind) {
    case "json":
      return type;
    case "multipart":
      return [
        writer(scope.plan.options.multipartArrays === "legacy" ? "multipartBrackets" : "multipart"),
        ...type,
        ...partEntries(codec.parts, scope),
      ];
    case "form":
      return [writer("formURLEncoded"), ...type, ...partEntries(codec.parts, scope)];
    case "text":
    case "xml":
      return [writer("text"), ...type];
    case "lines":
      return [writer("jsonLines"), ...type];
    case "binary":
    case "events":
      return [writer("binary"), ...type];
    default:
      return assertNever(codec);
  }
}

/** A range of types cannot be sent. */
function concrete(range: string): string {
  return range.startsWith("text/") ? "text/plain" : "application/octet-stream";
}

function partEntries(parts: readonly Part[], { imports }: CodecScope): readonly Entry[] {
  const described = parts.flatMap(({ wire, mediaType, encoding }): Entry[] => {
    const style = encoding?.kind === "styled" ? encoding : null;
    const entries: Entry[] = [
      ...(mediaType === null ? [] : [["mediaType", stringLiteral(mediaType)] as const]),
      ...(style === null
        ? []
        : [["encode", imports.value("lib/encodings.ts", style.style)] as const, ["explode", String(style.explode)] as const]),
    ];
    return entries.length === 0 ? [] : [[propertyKey(wire), objectCode(entries)]];
  });
  return described.length === 0 ? [] : [["parts", objectCode(described)]];
}

function responses(method: Method, scope: CodecScope): readonly Code[] {
  const { result, failures } = method;
  const ends = {
    field: resultField(scope.plan, method),
    headers: result.kind === "wrapper" && result.hasHeaders,
  };
  return [...result.cases.map((one) => successRule(one, ends, scope)), ...failures.map((failure) => errorRule(failure, scope))];
}

function successRule(
  { status, content }: ResultCase,
  { field, headers }: { readonly field: string | null; readonly headers: boolean },
  scope: CodecScope,
): Code {
  const ends: readonly Entry[] = headers ? [["headers", "true"]] : [];
  // A default answer that counts as success is one for the statuses that mean success.
  const first: Entry = ["status", stringLiteral(status.kind === "default" ? "2XX" : statusText(status))];
  if (content === null) return objectCode([first, ...ends]);
  return objectCode([
    first,
    ...contentEntries(content, scope),
    ...(field === null ? [] : [["field", stringLiteral(field)] as const]),
    ...ends,
  ]);
}

function contentEntries({ codec, mediaType, type }: ReadContent, scope: CodecScope): readonly Entry[] {
  const entries: Entry[] = [...(mediaType === "application/json" ? [] : [["mediaType", stringLiteral(mediaType)] as const])];
  const reader = (file: string, name: string): Entry => ["read", scope.imports.value(file, name)];
  switch (codec.kind) {
    case "events":
      entries.push(["type", codecCode(type, scope)], reader("lib/event-streams.ts", "events"));
      if (codec.sentinel !== null) entries.push(["sentinel", stringLiteral(codec.sentinel)]);
      if (scope.plan.options.flatEvents) entries.push(["flat", "true"]);
      return entries;
    case "lines":
      return [...entries, ["type", codecCode(type, scope)], reader("lib/event-streams.ts", "lines")];
    case "binary":
      return [...entries, ["type", '"any"'], reader("lib/readers.ts", "stream")];
    case "text":
    case "xml":
      return [...entries, ["type", '"string"'], reader("lib/readers.ts", "text")];
    case "json":
    case "form":
    case "multipart":
      return [...entries, ["type", codecCode(type, scope)]];
    default:
      return assertNever(codec);
  }
}

/** A body that may be one of several errors has a rule with all of them: the one that fits is raised. */
function errorRule({ status, mediaType, errors }: Failure, scope: CodecScope): Code {
  const [first = [], ...others] = errors.map(({ model }): readonly Entry[] => [
    ["type", codecCode({ kind: "ref", id: model.id }, scope)],
    ["error", scope.imports.value(placeOf(scope.plan, model).file, model.name)],
  ]);
  return objectCode([
    ["status", stringLiteral(statusText(status))],
    ...(mediaType === "application/json" ? [] : [["mediaType", stringLiteral(mediaType)] as const]),
    ...first,
    ...(others.length === 0 ? [] : [["others", arrayCode(others.map((entries) => objectCode(entries)))] as const]),
  ]);
}

function pathCode(path: readonly (string | number)[]): Code {
  return arrayCode(path.map((part) => (typeof part === "number" ? String(part) : stringLiteral(part))));
}

/** Inputs and items by names of properties, what the answer says by paths in its JSON. */
function pagesCode({ protocol, input, limit, itemsPath, first }: Pages, field: string): Code {
  const kind: Entry = ["kind", stringLiteral(protocol.kind)];
  const inputs: readonly Entry[] = input === null ? [] : [["input", pathCode(input.path)]];
  const items: readonly Entry[] = itemsPath === null ? [] : [["items", pathCode([field, ...itemsPath])]];
  switch (protocol.kind) {
    case "page":
    case "offset": {
      const byDefault: readonly Entry[] = limit === null || limit.default === null ? [] : [["default", String(limit.default)]];
      return objectCode([
        kind,
        ...inputs,
        ["first", String(first)],
        ...(limit === null ? [] : [["limit", objectCode([["input", pathCode(limit.path)], ...byDefault])] as const]),
        ...items,
        ...(protocol.last === null ? [] : [["last", pathCode(protocol.last)] as const]),
      ]);
    }
    case "cursor":
      return objectCode([kind, ...inputs, ...items, nextEntry(protocol.next)]);
    case "url":
      return objectCode([kind, ...items, nextEntry(protocol.next)]);
    case "link":
      return objectCode([kind, ...items]);
    default:
      return assertNever(protocol);
  }
}

function nextEntry(output: Output): Entry {
  return ["next", objectCode([output.in === "body" ? ["body", pathCode(output.path)] : ["header", stringLiteral(output.name)]])];
}

function securityEntries({ security }: Method, { plan, imports }: CodecScope): readonly Entry[] {
  switch (security.kind) {
    case "client":
      return security.alternatives === null ? [] : [["alternatives", alternativesCode(security.alternatives)]];
    case "none": {
      const nothing: readonly Entry[] = [
        ["schemes", "{}"],
        ["alternatives", "[]"],
      ];
      return plan.client.security.kind === "none" ? [] : [["security", objectCode(nothing)]];
    }
    case "own":
      return [["security", securityCode(security.credentials, plan, imports)]];
    default:
      return assertNever(security);
  }
}

export function retryEntries(retry: Retry): readonly Entry[] {
  return [
    ["retry", retryCode(retry)],
    ["retryCodes", arrayCode(retry.statuses.map((status) => stringLiteral(statusText(status))))],
  ];
}

function retryCode({ initialMs, maxMs, exponent, budgetMs, connection }: Retry): Code {
  const backoff = objectCode([
    ["initialInterval", String(initialMs)],
    ["maxInterval", String(maxMs)],
    ["exponent", String(exponent)],
    ["maxElapsedTime", String(budgetMs)],
  ]);
  return objectCode([
    ["strategy", '"backoff"'],
    ["backoff", backoff],
    ["retryConnectionErrors", String(connection)],
  ]);
}
