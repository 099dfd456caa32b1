import { formatIssues, type Issue } from "./codec.js";

/** The exchange that an error belongs to. */
export interface HTTPMeta {
  readonly request: Request;
  readonly response: Response;
  /** The text of the response; empty when it is a stream or was not read. */
  readonly body: string;
}

/** The root of all errors that a response of the API stands for. */
export class ResponseError extends Error {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Headers;
  readonly contentType: string;
  readonly rawResponse: Response;

  constructor(message: string, http: HTTPMeta) {
    super(message);
    this.name = "ResponseError";
    this.statusCode = http.response.status;
    this.body = http.body;
    this.headers = http.response.headers;
    this.contentType = http.response.headers.get("content-type") ?? "";
    this.rawResponse = http.response;
  }
}

const shownBody = 10_000;

/**
 * The message of an error that no type of the API describes:
 *
 *     Unexpected Status or Content-Type. Status 502 Content-Type text/html. Body: <html>…
 */
export function unexpectedResponseMessage(message: string, http: HTTPMeta): string {
  const contentType = http.response.headers.get("content-type");
  const body =
    http.body.length > shownBody ? `${http.body.slice(0, shownBody)}… (${http.body.length - shownBody} more characters)` : http.body;
  return [
    `${message}.`,
    `Status ${http.response.status}`,
    contentType === null ? "" : `Content-Type ${contentType}`,
    body === "" ? "" : `Body: ${body}`,
  ]
    .filter((part) => part !== "")
    .join(" ")
    .replace(/ Body:/, ". Body:");
}

/** The message of an error that carries data: the property that holds one, else the data itself. */
export function errorMessage(data: unknown, property = "message"): string {
  if (typeof data === "object" && data !== null && property in data) {
    const message: unknown = Reflect.get(data, property);
    if (typeof message === "string" && message !== "") {
      return message;
    }
  }
  return `API error occurred: ${typeof data === "string" ? data : JSON.stringify(data, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}`;
}

/** What a value fails with that does not fit its type: `cause` holds the places. */
export class SDKValidationError extends Error {
  readonly rawValue: unknown;
  /** The message without what is wrong in detail. */
  readonly rawMessage: string;
  readonly issues: readonly Issue[];

  /** By structure: the error of a response that does not fit is one as well, although it belongs to another family. */
  static override [Symbol.hasInstance](value: unknown): value is SDKValidationError {
    return (
      value instanceof Error && "rawValue" in value && "rawMessage" in value && "pretty" in value && typeof value.pretty === "function"
    );
  }

  constructor(message: string, cause: unknown, rawValue: unknown) {
    super(`${message}: ${causeText(cause)}`, { cause });
    this.name = "SDKValidationError";
    this.rawMessage = message;
    this.rawValue = rawValue;
    this.issues = cause instanceof IssueList ? cause.issues : [];
  }

  /** All that is wrong, one place a line. */
  pretty(): string {
    return `${this.rawMessage}\n${causeText(this.cause)}`;
  }
}

/** The cause of validation errors: every place where a value and its type disagree. */
export class IssueList extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues));
    this.name = "IssueList";
    this.issues = issues;
  }
}

/** What is wrong, in words, of whatever was caught. */
export function causeText(cause: unknown): string {
  return textOf(cause, "message") || String(cause);
}

/** The root of errors that happen before there is a response. */
export class HTTPClientError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "HTTPClientError";
  }
}

/** Something that is no failure of the network: a hook that threw, a runtime without `fetch` … */
export class UnexpectedClientError extends HTTPClientError {
  override name = "UnexpectedClientError";
}

/** The request cannot be built: no server, a path that would leave its place … */
export class InvalidRequestError extends HTTPClientError {
  override name = "InvalidRequestError";
}

/** The caller's signal ended the call. */
export class RequestAbortedError extends HTTPClientError {
  override readonly name = "RequestAbortedError";
}

/** `timeoutMs` went by. */
export class RequestTimeoutError extends HTTPClientError {
  override readonly name = "RequestTimeoutError";
}

/** The server could not be reached, or the connection broke. */
export class ConnectionError extends HTTPClientError {
  override readonly name = "ConnectionError";
}

/** Sorts whatever `fetch` threw into the family above. */
export function clientErrorFrom(thrown: unknown): HTTPClientError {
  if (thrown instanceof HTTPClientError) {
    return thrown;
  }
  const options = { cause: thrown };
  if (isAbort(thrown)) {
    return new RequestAbortedError("The request was aborted by the caller", options);
  }
  if (isTimeout(thrown)) {
    return new RequestTimeoutError("The request took longer than its timeout", options);
  }
  if (isConnectionFailure(thrown)) {
    return new ConnectionError("The server could not be reached", options);
  }
  return new UnexpectedClientError(`Unexpected error while sending the request: ${causeText(thrown)}`, options);
}

export function isAbort(thrown: unknown): boolean {
  return textOf(thrown, "name") === "AbortError" || textOf(thrown, "code") === "ABORT_ERR";
}

export function isTimeout(thrown: unknown): boolean {
  return textOf(thrown, "name") === "TimeoutError" || textOf(thrown, "code") === "ETIMEDOUT" || textOf(thrown, "code") === "23";
}

/** Node and Deno say so with a cause or a code, browsers only with a TypeError, each in its own words; and it may come from another realm. */
export function isConnectionFailure(thrown: unknown): boolean {
  const cause: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "cause") : undefined;
  const codes = [textOf(thrown, "code"), textOf(cause, "code"), textOf(cause, "name")];
  const byCode = codes.some((code) =>
    /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENETUNREACH|UND_ERR_\w+|ConnectionRefused|ConnectionClosed|SocketError)$/.test(code),
  );
  return (
    byCode ||
    (textOf(thrown, "name") === "TypeError" &&
      /fetch failed|failed to fetch|load failed|network ?error|error sending request/i.test(textOf(thrown, "message")))
  );
}

function textOf(value: unknown, property: string): string {
  const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, property) : undefined;
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}
