import { byDefault } from "../../../codegen/surface/serversOf.js";
import type { ErrorCase, ResultCase } from "../../../codegen/surface/surface.js";
import type { Retry } from "../../../ir/behaviour.js";
import type { Content, Part, Status } from "../../../ir/operation.js";
import { arrayCode, type Code, objectCode } from "../layout.js";
import type { TsMethod, TsPages } from "../plan.js";
import { contentType } from "../planResult.js";
import { propertyKey, stringLiteral } from "../text.js";
import type { TsType } from "../tsType.js";
import { type CodecScope, codecCode } from "./codecCode.js";
import { alternativesCode, securityCode } from "./securityCode.js";

type Entry = readonly [key: string, code: Code];

/**
 * All that the library must know of an operation:
 *
 *     { id: "tokens:get", method: "GET", path: "/tokens/{id}", request: GetTokenRequest$codec, responses: [{ status: "200", type: Token$codec }] }
 */
export function descriptor(method: TsMethod, scope: CodecScope): Code {
  const { operation } = method.method;
  const { plan } = scope;
  const entries: Entry[] = [
    ["id", stringLiteral(operation.id)],
    ["method", stringLiteral(operation.method.toUpperCase())],
    ["path", stringLiteral(operation.path)],
    ...requestEntries(method, scope),
    ["responses", arrayCode(responses(method, scope))],
    ...(plan.options.envelope === "none" ? [] : [["envelope", stringLiteral(plan.options.envelope)] as const]),
    ...(method.pages === null ? [] : [["pages", pagesCode(method.pages)] as const]),
    ...securityEntries(method, scope),
    ...(operation.retry === null ? [] : retryEntries(operation.retry)),
    ...(operation.timeoutMs === null ? [] : [["timeoutMs", String(operation.timeoutMs)] as const]),
    ...(operation.servers.length === 0
      ? []
      : [["servers", arrayCode(operation.servers.map((server) => stringLiteral(byDefault(server))))] as const]),
  ];
  const globals = operation.parameters
    .filter(({ global }) => global !== "no")
    .flatMap(({ wire }) => plan.client.globals.find(({ slot }) => slot.wire === wire)?.name ?? []);
  if (globals.length > 0) entries.push(["globals", arrayCode(globals.map(stringLiteral))]);
  return objectCode(entries, true);
}

function requestEntries(method: TsMethod, scope: CodecScope): readonly Entry[] {
  const { request } = method;
  const { operation } = method.method;
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return [["body", codecCode(request.type, scope)], ...bodyEntries(request.content, scope)];
    case "object":
    case "arguments": {
      const body = request.arguments.find(({ argument }) => argument.place.kind === "body")?.argument.place;
      const codec: TsType = { kind: "model", id: request.model.id, is: "object" };
      return [
        ["request", codecCode(codec, scope)],
        ...(body?.kind === "body" && operation.body !== null ? bodyEntries(body.content, scope) : []),
      ];
    }
  }
}

/** How the body is written; JSON needs no word. */
function bodyEntries({ codec, mediaType }: Content, scope: CodecScope): readonly Entry[] {
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

function responses(method: TsMethod, scope: CodecScope): readonly Code[] {
  const { cases, errors, field, headers } = method.result;
  return [...cases.map((one) => successRule(one, { field, headers }, scope)), ...errors.flatMap((error) => errorRule(error, scope))];
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

function contentEntries(content: Content, scope: CodecScope): readonly Entry[] {
  const { codec, mediaType } = content;
  const type = contentType(content, scope.plan.typeOf);
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
  }
}

/** A body that may be one of several errors has a rule with all of them: the one that fits is raised. */
function errorRule({ status, content, types }: ErrorCase, scope: CodecScope): readonly Code[] {
  const { plan, imports } = scope;
  const found = types.flatMap((id) => {
    const model = plan.modelOf.get(id);
    return model?.kind === "object" && model.isError ? [model] : [];
  });
  const head: Entry[] = [
    ["status", stringLiteral(statusText(status))],
    ...(content.mediaType === "application/json" ? [] : [["mediaType", stringLiteral(content.mediaType)] as const]),
  ];
  const rules = found.map((model): readonly Entry[] => [
    ["type", codecCode({ kind: "model", id: model.id, is: "object" }, scope)],
    ["error", imports.value(model.file, model.name)],
  ]);
  const [first, ...others] = rules;
  if (first === undefined) return [];
  return [
    objectCode([
      ...head,
      ...first,
      ...(others.length === 0 ? [] : [["others", arrayCode(others.map((entries) => objectCode(entries)))] as const]),
    ]),
  ];
}

export function statusText(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return "default";
  }
}

function pathCode(path: readonly (string | number)[]): Code {
  return arrayCode(path.map((part) => (typeof part === "number" ? String(part) : stringLiteral(part))));
}

function pagesCode(pages: TsPages): Code {
  const kind: Entry = ["kind", stringLiteral(pages.kind)];
  const next = (of: Extract<TsPages, { kind: "url" }>["next"]): Entry => [
    "next",
    objectCode(["body" in of ? ["body", pathCode(of.body)] : ["header", stringLiteral(of.header)]]),
  ];
  const items: readonly Entry[] = pages.items === null ? [] : [["items", pathCode(pages.items)]];
  switch (pages.kind) {
    case "page":
    case "offset": {
      const { limit, last } = pages;
      const limits: readonly Entry[] =
        limit === null
          ? []
          : [
              [
                "limit",
                objectCode([
                  ["input", pathCode(limit.input)],
                  ...(limit.default === null ? [] : [["default", String(limit.default)] as const]),
                ]),
              ],
            ];
      return objectCode([
        kind,
        ["input", pathCode(pages.input)],
        ["first", String(pages.first)],
        ...limits,
        ...items,
        ...(last === null ? [] : [["last", pathCode(last)] as const]),
      ]);
    }
    case "cursor":
      return objectCode([kind, ["input", pathCode(pages.input)], ...items, next(pages.next)]);
    case "url":
      return objectCode([kind, ...items, next(pages.next)]);
    case "link":
      return objectCode([kind, ...items]);
  }
}

function securityEntries(method: TsMethod, scope: CodecScope): readonly Entry[] {
  const { security } = method.method;
  switch (security.kind) {
    case "client":
      return method.alternatives === null ? [] : [["alternatives", alternativesCode(method.alternatives)]];
    case "none":
      return scope.plan.client.security.kind === "none"
        ? []
        : [
            [
              "security",
              objectCode([
                ["schemes", "{}"],
                ["alternatives", "[]"],
              ]),
            ],
          ];
    case "own":
      return method.security === null ? [] : [["security", securityCode(method.security.credentials, scope.plan, scope.imports)]];
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
