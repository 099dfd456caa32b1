import { assertNever } from "../diagnostics/diagnostic.js";
import type { Input, Output, Pagination, Path, Retry } from "../ir/behaviour.js";
import type { Codec, Content, Operation, Parameter, Status } from "../ir/operation.js";
import { byDefault } from "./surface/serversOf.js";
import type { Method, Surface } from "./surface/surface.js";

/**
 * What the descriptors of all languages say of an operation, before it is spelled. The keys and their meaning are those of `templates/CONTRACT.md`; what is null or
 * missing here is the default of the key, and is not written.
 */
export type Writer = "json" | "text" | "binary" | "form" | "multipart" | "lines";
export type Reader = "json" | "text" | "stream" | "events" | "lines";

export function writerOf(codec: Codec): Writer {
  switch (codec.kind) {
    case "json":
    case "form":
    case "multipart":
    case "lines":
      return codec.kind;
    case "text":
    case "xml":
      return "text";
    case "binary":
    case "events":
      return "binary";
    default:
      return assertNever(codec);
  }
}

/** A form that comes back is read as JSON: no API sends one. */
export function readerOf(codec: Codec): Reader {
  switch (codec.kind) {
    case "json":
    case "form":
    case "multipart":
      return "json";
    case "text":
    case "xml":
      return "text";
    case "binary":
      return "stream";
    case "events":
    case "lines":
      return codec.kind;
    default:
      return assertNever(codec);
  }
}

const usualTypes: { readonly [W in Writer]: string } = {
  json: "application/json",
  text: "text/plain",
  binary: "application/octet-stream",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  lines: "application/jsonl",
};

/** The media type that is sent, unless it is the usual one. A range of types cannot be sent. */
export function sentType({ codec, mediaType }: Content): string | null {
  const writer = writerOf(codec);
  const type = !mediaType.includes("*") ? mediaType : mediaType.startsWith("text/") ? "text/plain" : usualTypes[writer];
  return type === usualTypes[writer] ? null : type;
}

/** The one of several bodies that is sent. */
export function mainContent({ body }: Operation): Content | null {
  return body?.contents[body.main] ?? null;
}

/** "404", "4XX", "default" */
export function statusText(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return "default";
    default:
      return assertNever(status);
  }
}

/** A default answer that counts as success is one for the statuses that mean success. */
export function successStatus(status: Status): string {
  return status.kind === "default" ? "2XX" : statusText(status);
}

/** A name of a parameter or a header, or a path in the JSON of the body. */
export type Place = string | Path;

export interface Pages {
  readonly kind: Pagination["kind"];
  readonly input: Place | null;
  readonly limit: Place | null;
  readonly items: Path | null;
  readonly last: Path | null;
  readonly next: Place | null;
}

/** The pages of an operation; null when it has none, or when they are asked with a parameter or a body that it does not have. */
export function pagesOf(operation: Operation): Pages | null {
  const { pagination } = operation;
  if (pagination === null) return null;
  const { kind, items } = pagination;
  const none: Pages = { kind, items, input: null, limit: null, last: null, next: null };
  switch (pagination.kind) {
    case "page":
    case "offset": {
      const limit = pagination.limit === null ? null : inputPlace(pagination.limit, operation);
      const last = pagination.kind === "page" ? pagination.last : null;
      return withInput({ ...none, limit, last }, pagination.input, operation);
    }
    case "cursor":
      return withInput({ ...none, next: outputPlace(pagination.next) }, pagination.input, operation);
    case "url":
      return { ...none, next: outputPlace(pagination.next) };
    case "link":
      return none;
    default:
      return assertNever(pagination);
  }
}

function withInput(pages: Pages, input: Input, operation: Operation): Pages | null {
  const place = inputPlace(input, operation);
  return place === null ? null : { ...pages, input: place };
}

function inputPlace(input: Input, operation: Operation): Place | null {
  if (input.in === "body") return mainContent(operation)?.codec.kind === "json" ? input.path : null;
  const name = operation.parameters.find(({ wire }) => wire === input.path[0])?.wire;
  return name ?? null;
}

function outputPlace(output: Output): Place {
  return output.in === "body" ? output.path : output.name;
}

/** What differs from the defaults, in the order of the descriptor. */
export function retryEntries(retry: Retry): readonly (readonly [key: string, value: number | true | readonly string[]])[] {
  const statuses = retry.statuses.map(statusText);
  return [
    ...(statuses.length === 0 ? [] : ([["statuses", statuses]] as const)),
    ...(retry.connection ? ([["connection", true]] as const) : []),
    ...(retry.initialMs === 500 ? [] : ([["initial", retry.initialMs]] as const)),
    ...(retry.maxMs === 60_000 ? [] : ([["max", retry.maxMs]] as const)),
    ...(retry.exponent === 1.5 ? [] : ([["exponent", retry.exponent]] as const)),
    ...(retry.budgetMs === 3_600_000 ? [] : ([["budget", retry.budgetMs]] as const)),
  ];
}

/** An operation's own servers, their variables at their defaults. */
export function serverUrls({ servers }: Operation): readonly string[] {
  return servers.map(byDefault);
}

/** A call sends no credentials, although the client may have some. */
export function isAnonymous({ security }: Method, surface: Surface): boolean {
  return security.kind === "none" && surface.security.kind !== "none";
}

/** The parameters that a value of the client stands in for. */
export function heldParameters({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ global }) => global !== "no");
}
