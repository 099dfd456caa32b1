import type { Result } from "../types/fp.js";
import type { Client, RequestOptions } from "./client.js";
import type { Codec, Issue } from "./codec.js";
import { decode } from "./decode.js";
import { type HTTPMeta, IssueList, unexpectedResponseMessage } from "./errors.js";
import type { ErrorClass, Operation, ResponseRule } from "./operation.js";
import { matchesCode } from "./retries.js";

/** A result, and the JSON it was read from: pages look into that. */
export interface Match {
  readonly result: Result<unknown, Error>;
  readonly json: unknown;
}

/** The first rule for a status and a content type. */
export function ruleFor<Q, S, E>(operation: Operation<Q, S, E>, response: Response): ResponseRule | null {
  const contentType = response.headers.get("content-type") ?? "";
  const rules = operation.responses.filter((rule) => matchesCode([rule.status], response.status));
  const exact = rules.filter((rule) => rule.status === String(response.status));
  const ranked = [...exact, ...rules.filter((rule) => /^\dXX$/i.test(rule.status)), ...rules.filter((rule) => rule.status === "default")];
  return ranked.find((rule) => rule.type === undefined || matchesType(rule.mediaType ?? "application/json", contentType)) ?? null;
}

/** Parameters count only when the document names them; every kind of JSON is JSON. */
function matchesType(expected: string, actual: string): boolean {
  const [wanted = "", ...parameters] = expected
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const [given = "", ...others] = actual
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  if (!parameters.every((parameter) => others.includes(parameter))) {
    return false;
  }
  // A response that does not say what it is, is what it should be.
  if (given === "" || wanted === "*/*" || wanted === given || (wanted.endsWith("/*") && given.startsWith(wanted.slice(0, -1)))) {
    return true;
  }
  return wanted === "application/json" && /^(application\/.+\+json|text\/json)$/.test(given);
}

/** Response → result. It never throws: what is wrong becomes an error result. */
export async function matchResponse<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  exchange: { readonly request: Request; readonly response: Response; readonly rule: ResponseRule | null },
  options: RequestOptions,
): Promise<Match> {
  const { response, rule } = exchange;
  if (rule === null) {
    const http = { ...exchange, body: await textOf(response) };
    const message = unexpectedResponseMessage(response.ok ? "Unexpected Status or Content-Type" : "API error occurred", http);
    return failure(new client._settings.errors.unexpected(message, http));
  }
  if (rule.type === undefined) {
    await response.body?.cancel().catch(() => undefined);
    return success(operation, exchange, rule, undefined, undefined);
  }
  if (rule.read !== undefined) {
    const type = rule.type;
    const value: unknown = await rule.read(response, rule, (item) => {
      const issues: Issue[] = [];
      return { value: decode(type, item, issues), fits: issues.length === 0 };
    });
    return rule.error === undefined
      ? success(operation, exchange, rule, value, undefined)
      : failure(new rule.error(value as never, { ...exchange, body: "" }));
  }
  const validation = options.validation ?? client._options.validation ?? client._settings.validation ?? "lax";
  const body = await response.text();
  const http: HTTPMeta = { ...exchange, body };
  const mismatch = (cause: unknown, rawValue: unknown): Match => {
    const rawMessage = "Response validation failed";
    return failure(new client._settings.errors.mismatch(rawMessage, { ...http, cause, rawValue, rawMessage }));
  };
  // A success without a body is a success all the same.
  const parsed =
    body === "" && rule.error === undefined && validation !== "strict" ? ({ ok: true, value: undefined } as const) : parse(body);
  if (!parsed.ok) {
    return rule.error === undefined
      ? mismatch(parsed.error, body)
      : failure(new client._settings.errors.unexpected(unexpectedResponseMessage("API error occurred", http), http));
  }
  const { value, issues, error } = fittest(rule, rule.type, parsed.value);
  if (issues.length > 0 && validation !== "off") {
    client._options.onMismatch?.(issues, operation.id);
    if (validation === "strict") {
      return mismatch(new IssueList(issues), parsed.value);
    }
  }
  return error === undefined ? success(operation, exchange, rule, value, parsed.value) : failure(new error(value as never, http));
}

interface Reading {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  readonly error: ErrorClass | undefined;
}

/** The body by the type of the rule, or by the one of its other types that fits it better. */
function fittest(rule: ResponseRule, type: Codec, json: unknown): Reading {
  let best = reading(type, rule.error, json);
  for (const other of rule.others ?? []) {
    const next = best.issues.length === 0 ? best : reading(other.type, other.error, json);
    best = next.issues.length < best.issues.length ? next : best;
  }
  return best;
}

function reading(type: Codec, error: ErrorClass | undefined, json: unknown): Reading {
  const issues: Issue[] = [];
  return { value: decode(type, json, issues), issues, error };
}

function parse(text: string): Result<unknown, unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, error };
  }
}

async function textOf(response: Response): Promise<string> {
  return response.text().catch(() => "");
}

function failure(error: Error): Match {
  return { result: { ok: false, error }, json: undefined };
}

function success<Q, S, E>(
  operation: Operation<Q, S, E>,
  exchange: { readonly request: Request; readonly response: Response },
  rule: ResponseRule,
  value: unknown,
  json: unknown,
): Match {
  const isBare = operation.envelope === undefined && rule.field === undefined && rule.headers === undefined;
  const whole = {
    ...envelopeOf(operation, exchange),
    ...(rule.headers === true ? { headers: headerLists(exchange.response.headers) } : {}),
    ...(rule.field === undefined || value === undefined ? {} : { [rule.field]: value }),
  };
  return { result: { ok: true, value: isBare ? value : whole }, json };
}

function envelopeOf<Q, S, E>(
  operation: Operation<Q, S, E>,
  { request, response }: { readonly request: Request; readonly response: Response },
): object {
  if (operation.envelope === undefined) {
    return {};
  }
  return operation.envelope === "http"
    ? { httpMeta: { request, response } }
    : { contentType: response.headers.get("content-type") ?? "", statusCode: response.status, rawResponse: response };
}

/** `{ "x-limit": ["10"] }`: a header may stand more than once. */
function headerLists(headers: Headers): { [name: string]: string[] } {
  const lists: { [name: string]: string[] } = {};
  for (const [name, value] of headers) {
    lists[name] = [...(lists[name] ?? []), value];
  }
  return lists;
}
