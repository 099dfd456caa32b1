import {
  heldParameters,
  isAnonymous,
  type Place,
  pagesOf,
  type Reader,
  readerOf,
  retryEntries,
  sentType,
  serverUrls,
  statusText,
  successStatus,
  type Writer,
  writerOf,
} from "../../../codegen/descriptor.js";
import type { ErrorCase, ResultCase } from "../../../codegen/surface/surface.js";
import type { Content, ParameterEncoding, Part } from "../../../ir/operation.js";
import { arrayCode, type Code, objectCode } from "../layout.js";
import type { TsMethod, TypeScriptPlan } from "../plan.js";
import { contentType } from "../planResult.js";
import { propertyKey, stringLiteral } from "../text.js";
import type { TsType } from "../tsType.js";
import { type CodecScope, codecCode } from "./codecCode.js";
import { alternativesCode, securityCode } from "./securityCode.js";

type Entry = readonly [key: string, code: Code];

/**
 * All that the library must know of an operation; only what differs from the default is said. The keys are those of `templates/CONTRACT.md`.
 *
 *     { id: "tokens:get", method: "GET", path: "/tokens/{id}", request: GetTokenRequest$codec, responses: [{ status: "200", type: Token$codec }] }
 */
export function descriptor(method: TsMethod, scope: CodecScope): Code {
  const { operation } = method.method;
  const { plan } = scope;
  const globals = heldParameters(operation).flatMap(({ wire }) => plan.client.globals.find(({ slot }) => slot.wire === wire)?.name ?? []);
  const servers = serverUrls(operation);
  return objectCode(
    [
      ["id", stringLiteral(operation.id)],
      ["method", stringLiteral(operation.method.toUpperCase())],
      ["path", stringLiteral(operation.path)],
      ...requestEntries(method, scope),
      ["responses", arrayCode(responses(method, scope))],
      ...wrapEntries(method, plan),
      ...pagesEntries(method),
      ...(operation.retry === null ? [] : [["retry", retryCode(operation.retry)] as const]),
      ...(operation.timeoutMs === null ? [] : [["timeoutMs", String(operation.timeoutMs)] as const]),
      ...(servers.length === 0 ? [] : [["servers", placeCode(servers)] as const]),
      ...securityEntries(method, scope),
      ...(globals.length === 0 ? [] : [["globals", placeCode(globals)] as const]),
    ],
    true,
  );
}

function requestEntries(method: TsMethod, scope: CodecScope): readonly Entry[] {
  const { request } = method;
  const { operation } = method.method;
  const body = (entries: readonly Entry[]): readonly Entry[] => (entries.length === 0 ? [] : [["body", objectCode(entries)]]);
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return body([
        ["type", codecCode(request.type, scope)],
        ...bodyEntries(request.content, scope),
        ...(operation.body?.presence === "optional" ? [["required", "false"] as const] : []),
      ]);
    case "object":
    case "arguments": {
      const place = request.arguments.find(({ argument }) => argument.place.kind === "body")?.argument.place;
      const codec: TsType = { kind: "model", id: request.model.id, is: "object" };
      return [["request", codecCode(codec, scope)], ...(place?.kind === "body" ? body(bodyEntries(place.content, scope)) : [])];
    }
  }
}

const writers: { readonly [W in Exclude<Writer, "json">]: string } = {
  text: "text",
  binary: "binary",
  form: "formURLEncoded",
  multipart: "multipart",
  lines: "lines",
};

/** How the body is written; JSON needs no word. */
function bodyEntries(content: Content, scope: CodecScope): readonly Entry[] {
  const { codec } = content;
  const writer = writerOf(codec);
  const type = sentType(content);
  const brackets = writer === "multipart" && scope.plan.options.multipartArrays === "legacy";
  return [
    ...(writer === "json"
      ? []
      : [["write", scope.imports.value("lib/bodies.ts", brackets ? "multipartBrackets" : writers[writer])] as const]),
    ...(type === null ? [] : [["mediaType", stringLiteral(type)] as const]),
    ...(codec.kind === "form" || codec.kind === "multipart" ? partEntries(codec.parts, scope) : []),
  ];
}

type Style = Extract<ParameterEncoding, { kind: "styled" }>["style"];

/** What writes a parameter of each style: a function of `lib/encodings.ts`. */
export const encoders: { readonly [S in Style]: string } = {
  simple: "simple",
  label: "label",
  matrix: "matrix",
  form: "form",
  spaceDelimited: "spaceDelimited",
  pipeDelimited: "pipeDelimited",
  tabDelimited: "tabDelimited",
  deepObject: "deepObject",
};

function partEntries(parts: readonly Part[], { imports }: CodecScope): readonly Entry[] {
  const described = parts.flatMap(({ wire, mediaType, encoding }): Entry[] => {
    const style = encoding?.kind === "styled" ? encoding : null;
    const entries: Entry[] = [
      ...(mediaType === null ? [] : [["mediaType", stringLiteral(mediaType)] as const]),
      ...(style === null
        ? []
        : [["encode", imports.value("lib/encodings.ts", encoders[style.style])] as const, ["explode", String(style.explode)] as const]),
    ];
    return entries.length === 0 ? [] : [[propertyKey(wire), objectCode(entries)]];
  });
  return described.length === 0 ? [] : [["parts", objectCode(described)]];
}

function responses(method: TsMethod, scope: CodecScope): readonly Code[] {
  const { cases, errors } = method.result;
  const successes = cases.length === 0 ? [objectCode([["status", '"2XX"']])] : cases.map((one) => successRule(one, scope));
  return [...successes, ...errors.flatMap((error) => errorRules(error, scope))];
}

const readers: { readonly [R in Exclude<Reader, "json">]: readonly [file: string, name: string] } = {
  text: ["lib/readers.ts", "text"],
  stream: ["lib/readers.ts", "stream"],
  events: ["lib/event-streams.ts", "events"],
  lines: ["lib/event-streams.ts", "lines"],
};

function successRule({ status, content }: ResultCase, scope: CodecScope): Code {
  const first: Entry = ["status", stringLiteral(successStatus(status))];
  if (content === null) return objectCode([first]);
  const { codec, mediaType } = content;
  const reader = readerOf(codec);
  const type = (): Code => codecCode(contentType(content, scope.plan.typeOf), scope);
  return objectCode([
    first,
    ...(mediaType === "application/json" ? [] : [["mediaType", stringLiteral(mediaType)] as const]),
    ["type", reader === "text" ? '"string"' : reader === "stream" ? '"any"' : type()],
    ...(reader === "json" ? [] : [["read", scope.imports.value(...readers[reader])] as const]),
    ...(codec.kind === "events" && codec.sentinel !== null ? [["sentinel", stringLiteral(codec.sentinel)] as const] : []),
    ...(codec.kind === "events" && scope.plan.options.flatEvents ? [["flat", "true"] as const] : []),
  ]);
}

/** A body that may be one of several errors has a rule for each: the one that fits is raised. */
function errorRules({ status, content, types }: ErrorCase, scope: CodecScope): readonly Code[] {
  const { plan, imports } = scope;
  return types.flatMap((id) => {
    const model = plan.modelOf.get(id);
    if (model?.kind !== "object" || !model.isError) return [];
    return objectCode([
      ["status", stringLiteral(statusText(status))],
      ...(content.mediaType === "application/json" ? [] : [["mediaType", stringLiteral(content.mediaType)] as const]),
      ["type", codecCode({ kind: "model", id: model.id, is: "object" }, scope)],
      ["error", imports.value(model.file, model.name)],
    ]);
  });
}

function wrapEntries({ result }: TsMethod, { options }: TypeScriptPlan): readonly Entry[] {
  const { field, headers } = result;
  const entries: readonly Entry[] = [
    ...(field === null ? [] : [["field", stringLiteral(field)] as const]),
    ...(headers ? [["headers", "true"] as const] : []),
    ...(options.envelope === "none" ? [] : [["envelope", stringLiteral(options.envelope)] as const]),
  ];
  return entries.length === 0 ? [] : [["wrap", objectCode(entries)]];
}

function pagesEntries(method: TsMethod): readonly Entry[] {
  const pages = method.pages === null ? null : pagesOf(method.method.operation);
  if (pages === null) return [];
  const entry = (key: "input" | "limit" | "items" | "last" | "next"): readonly Entry[] => {
    const place = pages[key];
    return place === null ? [] : [[key, placeCode(place)]];
  };
  const places = (["input", "limit", "items", "last", "next"] as const).flatMap(entry);
  return [["pages", objectCode([["kind", stringLiteral(pages.kind)], ...places])]];
}

function placeCode(place: Place): Code {
  return typeof place === "string"
    ? stringLiteral(place)
    : arrayCode(place.map((part) => (typeof part === "number" ? String(part) : stringLiteral(part))));
}

function securityEntries(method: TsMethod, scope: CodecScope): readonly Entry[] {
  const { security } = method.method;
  switch (security.kind) {
    case "client":
      return method.alternatives === null ? [] : [["alternatives", alternativesCode(method.alternatives)]];
    case "none":
      return isAnonymous(method.method, scope.plan.surface) ? [["anonymous", "true"]] : [];
    case "own":
      return method.security === null ? [] : [["security", securityCode(method.security.credentials, scope.plan, scope.imports)]];
  }
}

function retryCode(retry: Parameters<typeof retryEntries>[0]): Code {
  const entries = retryEntries(retry).map(([key, value]) => [key, typeof value === "object" ? placeCode(value) : String(value)] as const);
  return objectCode(entries);
}
