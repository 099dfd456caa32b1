import { statusText } from "../../../../codegen/plan/errorRows.js";
import type { Alternatives, Method, Pages, ReadContent } from "../../../../codegen/plan/plan.js";
import { assertNever } from "../../../../diagnostics/diagnostic.js";
import type { Input, Output, Path } from "../../../../ir/behaviour.js";
import type { Status } from "../../../../ir/operation.js";
import { namespaceOf } from "../../plan.js";
import { pythonString, wrapped } from "../../text.js";
import { type TypeScope, typeText } from "../../typeText.js";
import { resultText } from "./resultText.js";

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
export function operationDescriptor(scope: TypeScope, method: Method): string {
  const use = (word: string): string => scope.imports.from("._runtime.operation", word);
  const failures = method.failures.flatMap(({ errors }) => errors.map(({ constant }) => constant));
  const parts = [
    pythonString(method.id),
    pythonString(method.verb.toUpperCase()),
    pythonString(method.url),
    ...requestParts(scope, method),
    `replies=[${replies(scope, method, use("Reply")).join(", ")}]`,
    ...(method.result.kind === "wrapper" ? [`wrap=lambda: ${scope.model(method.result.model, false)}`] : []),
    ...(method.pages === null ? [] : [`pages=${pagesText(scope, method.pages)}`]),
    ...behaviourParts(scope, method),
    ...securityParts(scope, method),
    ...(failures.length === 0 ? [] : [`failures=[${[...new Set(failures)].join(", ")}]`]),
  ];
  return `${method.constant}: ${use("Operation")}[${resultText(scope, method, "item")}] = ${use("Operation")}${wrapped("(", parts, ")", "", 400)}`;
}

/** `_HTTP_VALIDATION_ERROR = Failure("422", lambda: (models.HTTPValidationError, models.HTTPValidationErrorData))`: failures that several operations share. */
export function failureTexts(scope: TypeScope, methods: readonly Method[]): readonly string[] {
  const texts = new Map<string, string>();
  for (const { status, mediaType, errors } of methods.flatMap(({ failures }) => failures)) {
    for (const { model, constant } of errors) {
      const className = `${scope.imports.from(".", namespaceOf(scope.plan, model))}.${model.name}`;
      const media = mediaType === "application/json" ? "" : `, ${pythonString(mediaType)}`;
      const failure = scope.imports.from("._runtime.operation", "Failure");
      texts.set(constant, `${constant} = ${failure}(${statusCode(status)}, lambda: (${className}, ${scope.model(model, false)})${media})`);
    }
  }
  return [...texts.values()];
}

const statusCode = (status: Status): string => pythonString(statusText(status));

function requestParts(scope: TypeScope, { request }: Method): readonly string[] {
  if (request.kind === "none") return [];
  if (request.kind !== "body" && request.model !== null) return [`request=lambda: ${scope.model(request.model, false)}`];
  const { body } = request;
  if (body === null) return [];
  return [
    `request=lambda: ${typeText(scope, body.type, "value")}`,
    `body=${pythonString(body.content.mediaType)}`,
    ...(body.optional ? ["body_required=False"] : []),
  ];
}

function replies(scope: TypeScope, { result }: Method, reply: string): readonly string[] {
  if (result.cases.length === 0) return [`${reply}.empty("2XX")`];
  return result.cases.map(({ status, content }) =>
    content === null ? `${reply}.empty(${statusCode(status)})` : replyText(scope, statusCode(status), content, reply),
  );
}

function replyText(scope: TypeScope, status: string, { codec, mediaType, type }: ReadContent, reply: string): string {
  const of = (): string => `lambda: ${typeText(scope, type, "value")}`;
  const media = (usual: string): string => (mediaType === usual ? "" : `, ${pythonString(mediaType)}`);
  switch (codec.kind) {
    case "json":
    case "form":
    case "multipart":
      return `${reply}.json(${status}, ${of()}${media("application/json")})`;
    case "text":
    case "xml":
      return `${reply}.text(${status}${media("text/plain")})`;
    case "binary":
      return `${reply}.binary(${status}${media("application/octet-stream")})`;
    case "events": {
      const sentinel = codec.sentinel === null ? "" : `, sentinel=${pythonString(codec.sentinel)}`;
      return `${reply}.events(${status}, ${of()}${media("text/event-stream")}${sentinel}${scope.plan.options.flatEvents ? ", data_only=True" : ""})`;
    }
    case "lines":
      return `${reply}.lines(${status}, ${of()}${media("application/jsonl")})`;
    default:
      return assertNever(codec);
  }
}

/** Paths go by wire names, through the request or the body of the response. */
function pagesText(scope: TypeScope, { protocol: pages }: Pages): string {
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

function behaviourParts(scope: TypeScope, { retry, timeoutMs, servers }: Method): readonly string[] {
  const parts: string[] = [];
  if (retry !== null) {
    const numbers = [retry.initialMs, retry.maxMs, retry.exponent, retry.budgetMs].join(", ");
    const defaults = scope.imports.from("._runtime.retry", "RetryDefaults");
    parts.push(`retries=${defaults}(${numbers}, ${retry.connection ? "True" : "False"}, [${retry.statuses.map(statusCode).join(", ")}])`);
  }
  if (timeoutMs !== null) parts.push(`timeout_ms=${timeoutMs}`);
  if (servers.length > 0) parts.push(`servers=[${servers.map(pythonString).join(", ")}]`);
  return parts;
}

function securityParts(scope: TypeScope, { security, globals }: Method): readonly string[] {
  const hidden = globals.filter(({ hidden: only }) => only).map(({ global }) => pythonString(global.name));
  const alternatives =
    security.kind === "own" ? security.credentials.alternatives : security.kind === "client" ? security.alternatives : null;
  return [
    ...(security.kind === "own" ? [`security=lambda: ${scope.model(security.model, false)}`] : []),
    ...(security.kind === "none" ? ["anonymous=True"] : []),
    ...(alternatives === null ? [] : [`alternatives=[${alternativeTexts(alternatives).join(", ")}]`]),
    ...(hidden.length === 0 ? [] : [`hidden_globals=[${hidden.join(", ")}]`]),
  ];
}

/** `{"client_oauth": ["read"], "api_key": []}`, by the fields of the model that holds the credentials. */
export function alternativeTexts(alternatives: Alternatives): readonly string[] {
  return alternatives.map((uses) => {
    const entries = uses.map(({ credential, scopes }) => `${pythonString(credential.name)}: [${scopes.map(pythonString).join(", ")}]`);
    return `{${entries.join(", ")}}`;
  });
}
