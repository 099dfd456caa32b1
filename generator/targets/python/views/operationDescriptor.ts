import { byDefault } from "../../../codegen/surface/serversOf.js";
import type { Alternatives, ErrorCase } from "../../../codegen/surface/surface.js";
import type { Input, Output, Pagination, Path } from "../../../ir/behaviour.js";
import type { Content, Status } from "../../../ir/operation.js";
import { pythonString } from "../docs/literal.js";
import type { PyMethod, PythonPlan } from "../plan.js";
import { bodyMediaType } from "./fieldMetadata.js";
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
 * The descriptor that the sync and the async method share; only what differs from the default is said.
 *
 *     _LIST: Operation[Optional[models.TokensListResponse]] = Operation(
 *         "tokens:list",
 *         "GET",
 *         "/v1/tokens/",
 *         request=lambda: models.TokensListRequest,
 *         replies=[Reply.json("200", lambda: models.TokenList)],
 *     )
 */
export function operationDescriptor(scope: ResourceScope, method: PyMethod, name: string, failures: FailureTable): string {
  const { operation } = method.method;
  const use = (word: string): string => scope.imports.from("._runtime.operation", word);
  const parts = [
    pythonString(operation.id),
    pythonString(operation.method.toUpperCase()),
    pythonString(pathOf(operation.path)),
    ...requestParts(scope, method),
    `replies=[${replies(scope, method, use).join(", ")}]`,
    ...wrapPart(scope, method),
    ...(operation.pagination === null ? [] : [`pages=${pagesText(scope, operation.pagination)}`]),
    ...behaviourParts(scope, method),
    ...securityParts(scope, method),
    ...failuresPart(scope, method, failures, use),
  ];
  return `${name}: ${use("Operation")}[${resultText(scope, method, "item")}] = ${use("Operation")}${wrapped("(", parts, ")", "", 400)}`;
}

/** What follows a "#" only tells two operations with one path apart; it is not sent. */
function pathOf(path: string): string {
  return path.split("#")[0] ?? path;
}

function requestParts(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { request } = method;
  const { operation } = method.method;
  const model = (id: string): string => {
    const found = scope.plan.models.find((one) => one.id === id);
    return found === undefined ? scope.imports.from("typing", "Any") : scope.model(found, false);
  };
  const optional = operation.body?.presence === "optional" ? ["body_required=False"] : [];
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return [`request=lambda: ${typeText(scope, request.type, "value")}`, `body=${pythonString(bodyMediaType(operation))}`, ...optional];
    case "object":
      return [`request=lambda: ${model(request.model)}`];
    case "arguments": {
      if (request.model !== null) return [`request=lambda: ${model(request.model)}`];
      const content = operation.body?.contents[operation.body.main];
      return content === undefined
        ? []
        : [`request=lambda: ${modelTypeText(scope, content.type)}`, `body=${pythonString(content.mediaType)}`, ...optional];
    }
  }
}

function replies(scope: ResourceScope, method: PyMethod, use: (word: string) => string): readonly string[] {
  const { cases } = method.method.result;
  const reply = use("Reply");
  if (cases.length === 0) return [`${reply}.empty("2XX")`];
  return cases.map(({ status, content }) =>
    content === null ? `${reply}.empty(${statusText(status)})` : replyText(scope, statusText(status), content, reply),
  );
}

function replyText(scope: ResourceScope, status: string, content: Content, reply: string): string {
  const { codec, mediaType } = content;
  const type = (): string => `lambda: ${modelTypeText(scope, content.type)}`;
  const media = (usual: string): string => (mediaType === usual ? "" : `, ${pythonString(mediaType)}`);
  switch (codec.kind) {
    case "json":
    case "form":
    case "multipart":
      return `${reply}.json(${status}, ${type()}${media("application/json")})`;
    case "text":
    case "xml":
      return `${reply}.text(${status}${media("text/plain")})`;
    case "binary":
      return `${reply}.binary(${status}${media("application/octet-stream")})`;
    case "events": {
      const sentinel = codec.sentinel === null ? "" : `, sentinel=${pythonString(codec.sentinel)}`;
      return `${reply}.events(${status}, ${type()}${media("text/event-stream")}${sentinel}${scope.plan.options.flatEvents ? ", data_only=True" : ""})`;
    }
    case "lines":
      return `${reply}.lines(${status}, ${type()}${media("application/jsonl")})`;
  }
}

function statusText(status: Status): string {
  switch (status.kind) {
    case "code":
      return `"${status.code}"`;
    case "range":
      return `"${status.hundreds}XX"`;
    case "default":
      return '"default"';
  }
}

function wrapPart(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { result } = method;
  if (result.kind !== "wrapper") return [];
  const model = scope.plan.modelOf.get(result.model);
  return model === undefined ? [] : [`wrap=lambda: ${scope.model(model, false)}`];
}

/** Paths go by wire names, through the request or the body of the response. */
function pagesText(scope: ResourceScope, pages: Pagination): string {
  const use = (word: string): string => scope.imports.from("._runtime.pages", word);
  const list = (path: Path): string => `[${path.map((step) => (typeof step === "number" ? String(step) : pythonString(step))).join(", ")}]`;
  const input = ({ in: place, path }: Input): string => list(place === "body" ? ["body", ...path] : path);
  const output = (from: Output): string => (from.in === "header" ? pythonString(from.name) : list(from.path));
  const limit = "limit" in pages && pages.limit !== null ? [`limit=${input(pages.limit)}`] : [];
  const items = pages.items === null ? [] : [`results=${list(pages.items)}`];
  switch (pages.kind) {
    case "page":
      return `${use("PageNumber")}(${[`page=${input(pages.input)}`, ...items, ...limit, ...(pages.last === null ? [] : [`last=${list(pages.last)}`])].join(", ")})`;
    case "offset":
      return `${use("Offset")}(${[`offset=${input(pages.input)}`, ...items, ...limit].join(", ")})`;
    case "cursor":
      return `${use("Cursor")}(${[`cursor=${input(pages.input)}`, `next_cursor=${output(pages.next)}`, ...items, ...limit].join(", ")})`;
    case "url":
      return `${use("NextUrl")}(${[`next_url=${output(pages.next)}`, ...items].join(", ")})`;
    case "link":
      return `${use("LinkHeader")}(${items.join(", ")})`;
  }
}

function behaviourParts(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { retry, timeoutMs, servers } = method.method.operation;
  const parts: string[] = [];
  if (retry !== null) {
    const statuses = retry.statuses.map(statusText).join(", ");
    const numbers = [retry.initialMs, retry.maxMs, retry.exponent, retry.budgetMs].join(", ");
    parts.push(
      `retries=${scope.imports.from("._runtime.retry", "RetryDefaults")}(${numbers}, ${retry.connection ? "True" : "False"}, [${statuses}])`,
    );
  }
  if (timeoutMs !== null) parts.push(`timeout_ms=${timeoutMs}`);
  const urls = servers.map((server) => pythonString(byDefault(server)));
  if (urls.length > 0) parts.push(`servers=[${urls.join(", ")}]`);
  return parts;
}

function securityParts(scope: ResourceScope, method: PyMethod): readonly string[] {
  const { security, operation } = method.method;
  const hidden = operation.parameters.filter(({ global }) => global === "hidden");
  const globals = hidden.flatMap((parameter) => scope.plan.client.globals.find(({ slot }) => slot.wire === parameter.wire)?.name ?? []);
  const alternatives = security.kind === "none" ? null : security.alternatives;
  return [
    ...(method.security === null ? [] : [`security=lambda: ${scope.model(method.security, false)}`]),
    ...(security.kind === "none" ? ["anonymous=True"] : []),
    ...(alternatives === null ? [] : [`alternatives=[${alternativeTexts(scope.plan, alternatives).join(", ")}]`]),
    ...(globals.length === 0 ? [] : [`hidden_globals=[${globals.map(pythonString).join(", ")}]`]),
  ];
}

/** `{"client_oauth": ["read"], "api_key": []}`, by the fields of the model that holds the credentials. */
export function alternativeTexts({ models }: PythonPlan, alternatives: Alternatives): readonly string[] {
  const holders = models.flatMap((model) => (model.kind === "object" && model.source.role === "security" ? model.fields : []));
  const nameOf = new Map(holders.map(({ slot, name }) => [slot.address, name]));
  return alternatives.map((uses) => {
    const entries = uses.map(({ field, scopes }) => `${pythonString(nameOf.get(field) ?? "")}: [${scopes.map(pythonString).join(", ")}]`);
    return `{${entries.join(", ")}}`;
  });
}

function failuresPart(scope: ResourceScope, method: PyMethod, table: FailureTable, use: (word: string) => string): readonly string[] {
  const names = method.method.errors.flatMap((error) => error.types.flatMap((id) => failure(scope, error, id, table, use) ?? []));
  return names.length === 0 ? [] : [`failures=[${[...new Set(names)].join(", ")}]`];
}

function failure(scope: ResourceScope, error: ErrorCase, id: string, table: FailureTable, use: (word: string) => string): string | null {
  const model = scope.plan.models.find((one) => one.id === id);
  if (model === undefined) return null;
  const data = scope.model(model, false);
  const className = `${data.split(".")[0]}.${model.name}`;
  const media = error.content.mediaType === "application/json" ? "" : `, ${pythonString(error.content.mediaType)}`;
  const base = model.name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toUpperCase();
  return table.nameOf(base, `${use("Failure")}(${statusText(error.status)}, lambda: (${className}, ${data})${media})`);
}
