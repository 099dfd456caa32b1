import {
  heldParameters,
  isAnonymous,
  mainContent,
  type Place,
  pagesOf,
  readerOf,
  retryEntries,
  sentType,
  serverUrls,
  statusText,
  successStatus,
  writerOf,
} from "../../../codegen/descriptor.js";
import type { Alternatives, ErrorCase, ResultCase } from "../../../codegen/surface/surface.js";
import type { Content } from "../../../ir/operation.js";
import { pythonString } from "../docs/literal.js";
import type { PyMethod, PythonPlan } from "../plan.js";
import { modelTypeText, type ResourceScope } from "./resourceScope.js";
import { resultText } from "./resultText.js";
import { wrapped } from "./text.js";
import { typeText } from "./typeText.js";

/** Failures that several operations of one module declare: `_HTTP_VALIDATION_ERROR`. */
export class FailureTable {
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  nameOf(base: string, code: string): string {
    const known = this.names.get(code);
    if (known !== undefined) return known;
    const wanted = `_${base}`;
    let name = wanted;
    for (let n = 2; this.taken.has(name); n += 1) name = `${wanted}_${n}`;
    this.taken.add(name);
    this.names.set(code, name);
    return name;
  }

  lines(): readonly string[] {
    return [...this.names].map(([code, name]) => `${name} = ${code}`);
  }
}

/**
 * The descriptor that the sync and the async method share; only what differs from the default is said. The keys are those of `templates/CONTRACT.md`.
 *
 *     _LIST: Operation[Optional[models.TokensListResponse]] = Operation(
 *         "tokens:list",
 *         "GET",
 *         "/v1/tokens/",
 *         request=lambda: models.TokensListRequest,
 *         responses=[Rule("200", lambda: models.TokenList)],
 *     )
 */
export function operationDescriptor(scope: ResourceScope, method: PyMethod, name: string, failures: FailureTable): string {
  const { operation } = method.method;
  const use: Use = (word) => scope.imports.from("._runtime.operation", word);
  const parts = [
    pythonString(operation.id),
    pythonString(operation.method.toUpperCase()),
    pythonString(pathOf(operation.path)),
    ...requestParts(scope, method, use),
    responsesPart(scope, method, failures, use),
    ...wrapPart(scope, method),
    ...pagesPart(method, use),
    ...behaviourParts(method, use),
    ...securityParts(scope, method),
  ];
  return `${name}: ${use("Operation")}[${resultText(scope, method, "item")}] = ${use("Operation")}${wrapped("(", parts, ")", "", 400)}`;
}

/** Imports a word of the runtime's module of descriptors. */
type Use = (word: string) => string;

/** What follows a "#" only tells two operations with one path apart; it is not sent. */
function pathOf(path: string): string {
  return path.split("#")[0] ?? path;
}

function requestParts(scope: ResourceScope, method: PyMethod, use: Use): readonly string[] {
  const { request } = method;
  const { operation } = method.method;
  const content = mainContent(operation);
  const whole = (type: string): readonly string[] =>
    content === null
      ? []
      : [bodyPart([`lambda: ${type}`, ...bodyWords(content), ...(operation.body?.presence === "optional" ? ["required=False"] : [])], use)];
  const model = (id: string): readonly string[] => {
    const found = scope.plan.models.find((one) => one.id === id);
    const words = content === null ? [] : bodyWords(content);
    return [
      `request=lambda: ${found === undefined ? scope.imports.from("typing", "Any") : scope.model(found, false)}`,
      ...(words.length === 0 ? [] : [bodyPart(words, use)]),
    ];
  };
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return whole(typeText(scope, request.type, "value"));
    case "object":
      return model(request.model);
    case "arguments":
      if (request.model !== null) return model(request.model);
      return content === null ? [] : whole(modelTypeText(scope, content.type));
  }
}

function bodyPart(words: readonly string[], use: Use): string {
  return `body=${use("Body")}(${words.join(", ")})`;
}

/** How a body is written; JSON needs no word. */
function bodyWords(content: Content): readonly string[] {
  const writer = writerOf(content.codec);
  const type = sentType(content);
  return [...(writer === "json" ? [] : [`write=${pythonString(writer)}`]), ...(type === null ? [] : [`media_type=${pythonString(type)}`])];
}

function responsesPart(scope: ResourceScope, method: PyMethod, failures: FailureTable, use: Use): string {
  const { cases } = method.method.result;
  const successes = cases.length === 0 ? [`${use("Rule")}("2XX")`] : cases.map((one) => successRule(scope, one, use));
  const errors = method.method.errors.flatMap((error) => error.types.flatMap((id) => errorRule(scope, error, id, failures, use) ?? []));
  return `responses=${wrapped("[", [...successes, ...new Set(errors)], "]", "    ", 16)}`;
}

function successRule(scope: ResourceScope, { status, content }: ResultCase, use: Use): string {
  const code = pythonString(successStatus(status));
  if (content === null) return `${use("Rule")}(${code})`;
  const { codec, mediaType } = content;
  const reader = readerOf(codec);
  const type = reader === "text" ? "str" : reader === "stream" ? "bytes" : modelTypeText(scope, content.type);
  const words = [
    code,
    `lambda: ${type}`,
    ...(mediaType === "application/json" ? [] : [pythonString(mediaType)]),
    ...(reader === "json" ? [] : [`read=${pythonString(reader)}`]),
    ...(codec.kind === "events" && codec.sentinel !== null ? [`sentinel=${pythonString(codec.sentinel)}`] : []),
    ...(codec.kind === "events" && scope.plan.options.flatEvents ? ["flat=True"] : []),
  ];
  return `${use("Rule")}(${words.join(", ")})`;
}

function errorRule(scope: ResourceScope, error: ErrorCase, id: string, table: FailureTable, use: Use): string | null {
  const model = scope.plan.models.find((one) => one.id === id);
  if (model === undefined) return null;
  const data = scope.model(model, false);
  const words = [
    pythonString(statusText(error.status)),
    `lambda: ${data}`,
    ...(error.content.mediaType === "application/json" ? [] : [pythonString(error.content.mediaType)]),
    `error=lambda: ${data.split(".")[0]}.${model.name}`,
  ];
  const base = model.name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toUpperCase();
  return table.nameOf(base, `${use("Rule")}(${words.join(", ")})`);
}

function wrapPart(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { result } = method;
  if (result.kind !== "wrapper") return [];
  const model = scope.plan.modelOf.get(result.model);
  return model === undefined ? [] : [`wrap=lambda: ${scope.model(model, false)}`];
}

/** `pages=Pagination("page", input="page", limit="limit", items=["items"], last=["pagination", "max_page"])` */
function pagesPart(method: PyMethod, use: Use): readonly string[] {
  const pages = pagesOf(method.method.operation);
  if (pages === null) return [];
  const entry = (key: "input" | "limit" | "items" | "last" | "next"): readonly string[] => {
    const place = pages[key];
    return place === null ? [] : [`${key}=${placeText(place)}`];
  };
  const words = [pythonString(pages.kind), ...(["input", "limit", "items", "last", "next"] as const).flatMap(entry)];
  return [`pages=${use("Pagination")}(${words.join(", ")})`];
}

function placeText(place: Place): string {
  return typeof place === "string"
    ? pythonString(place)
    : `[${place.map((step) => (typeof step === "number" ? String(step) : pythonString(step))).join(", ")}]`;
}

function behaviourParts(method: PyMethod, use: Use): readonly string[] {
  const { operation } = method.method;
  const { retry, timeoutMs } = operation;
  const urls = serverUrls(operation);
  return [
    ...(retry === null ? [] : [`retry=${use("Retry")}(${retryEntries(retry).map(retryText).join(", ")})`]),
    ...(timeoutMs === null ? [] : [`timeout_ms=${timeoutMs}`]),
    ...(urls.length === 0 ? [] : [`servers=${placeText(urls)}`]),
  ];
}

function retryText([key, value]: ReturnType<typeof retryEntries>[number]): string {
  return `${key}=${typeof value === "number" ? value : value === true ? "True" : placeText(value)}`;
}

function securityParts(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { security, operation } = method.method;
  const { client, surface } = scope.plan;
  const globals = heldParameters(operation).flatMap(({ wire }) => client.globals.find(({ slot }) => slot.wire === wire)?.name ?? []);
  const alternatives = security.kind === "none" ? null : security.alternatives;
  return [
    ...(method.security === null ? [] : [`security=lambda: ${scope.model(method.security, false)}`]),
    ...(alternatives === null ? [] : [`alternatives=[${alternativeTexts(scope.plan, alternatives).join(", ")}]`]),
    ...(isAnonymous(method.method, surface) ? ["anonymous=True"] : []),
    ...(globals.length === 0 ? [] : [`globals=${placeText(globals)}`]),
  ];
}

/** `{"client_oauth": ["read"], "api_key": []}`, by the fields of the model that holds the credentials. */
export function alternativeTexts({ models }: PythonPlan, alternatives: Alternatives): readonly string[] {
  const holders = models.flatMap((model) => (model.kind === "object" && model.source.role === "security" ? model.fields : []));
  const nameOf = new Map(holders.map(({ slot, name }) => [slot.address, name]));
  return alternatives.map((uses) => {
    const entries = uses.map(({ field, scopes }) => `${pythonString(nameOf.get(field) ?? "")}: ${placeText(scopes)}`);
    return `{${entries.join(", ")}}`;
  });
}
