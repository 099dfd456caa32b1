import type { Result } from "../types/fp.js";
import type { Client, RequestOptions } from "./client.js";
import { type Codec, type Issue, isRecord } from "./codec.js";
import { decode } from "./decode.js";
import { type HTTPMeta, IssueList, unexpectedResponseMessage } from "./errors.js";
import type { BodyParser, ErrorClass, Operation, Rule } from "./operation.js";
import { matchesCode } from "./retries.js";

/** A result, and the JSON it was read from: pages look into that. */
export interface Match {
  readonly result: Result<unknown, Error>;
  readonly json: unknown;
  readonly rule: Rule | null;
}

/** What a status and a content type were described as: the rule, and others that only the body can tell from it. */
export function rulesFor<Q, S, E>(operation: Operation<Q, S, E>, response: Response): readonly Rule[] {
  const contentType = response.headers.get("content-type") ?? "";
  const rules = operation.responses.filter((rule) => matchesCode([rule.status], response.status));
  const exact = rules.filter((rule) => rule.status === String(response.status));
  const ranked = [...exact, ...rules.filter((rule) => /^\dXX$/i.test(rule.status)), ...rules.filter((rule) => rule.status === "default")];
  const found = ranked.filter((rule) => rule.type === undefined || matchesType(rule.mediaType ?? "application/json", contentType));
  return found.filter(({ status, mediaType }) => status === found[0]?.status && mediaType === found[0].mediaType);
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
  exchange: { readonly request: Request; readonly response: Response },
  options: RequestOptions,
): Promise<Match> {
  const { response } = exchange;
  const rules = rulesFor(operation, response);
  const rule = rules[0] ?? null;
  const failure = (error: Error): Match => ({ result: { ok: false, error }, json: undefined, rule });
  const success = (value: unknown, json: unknown): Match => ({
    result: { ok: true, value: wrapped(operation, exchange, value) },
    json,
    rule,
  });
  if (rule === null) {
    const http = { ...exchange, body: await textOf(response) };
    const message = unexpectedResponseMessage(response.ok ? "Unexpected Status or Content-Type" : "API error occurred", http);
    return failure(new client._settings.errors.unexpected(message, http));
  }
  const { type } = rule;
  if (type === undefined) {
    await response.body?.cancel().catch(() => undefined);
    return success(undefined, undefined);
  }
  const validation = options.validation ?? client._options.validation ?? client._settings.validation ?? "lax";
  const mismatch = (body: string, cause: unknown, rawValue: unknown): Error => {
    const rawMessage = "Response validation failed";
    return new client._settings.errors.mismatch(rawMessage, { ...exchange, body, cause, rawValue, rawMessage });
  };
  const isStrict = validation === "strict";
  /** Tells of what does not fit, and whether that is an error. */
  const drifted = (issues: readonly Issue[]): boolean => {
    if (issues.length === 0 || validation === "off") {
      return false;
    }
    client._options.onMismatch?.(issues, operation.id);
    return isStrict;
  };
  if (typeof rule.read === "function") {
    const decodeItem = (...readings: unknown[]): unknown => {
      const { value, issues, json } = fittest(readings.map((one) => [rule, type, one]));
      if (drifted(issues)) {
        throw mismatch("", new IssueList(issues), json);
      }
      return value;
    };
    return success(await rule.read(response, rule, decodeItem), undefined);
  }
  const body = await response.text();
  const http: HTTPMeta = { ...exchange, body };
  const undescribed = (): Error => new client._settings.errors.unexpected(unexpectedResponseMessage("API error occurred", http), http);
  if (body === "" && rule.error === undefined && !isStrict) {
    return success(undefined, undefined);
  }
  const parsed = parse(body, rules);
  if (!parsed.ok) {
    return failure(rule.error === undefined ? mismatch(body, parsed.error, body) : undescribed());
  }
  const { value, issues, json, error } = fittest(parsed.value);
  if (drifted(issues)) {
    return failure(mismatch(body, new IssueList(issues), json));
  }
  if (error === undefined) {
    return success(value, json);
  }
  // Data that is no object at all is none of the error.
  return failure(issues.length > 0 && !isRecord(value) ? undescribed() : new error(value as never, http));
}

type Candidate = readonly [Rule, Codec, unknown];

const jsonParser: BodyParser = { parse: (text) => JSON.parse(text) };

interface Reading {
  readonly value: unknown;
  readonly issues: readonly Issue[];
  readonly json: unknown;
  readonly error: ErrorClass | undefined;
}

/** The first of several readings that fits, or the one that fits best. */
function fittest(candidates: readonly Candidate[]): Reading {
  let best: Reading | null = null;
  for (const [{ error }, type, json] of candidates) {
    const issues: Issue[] = [];
    const value = decode(type, json, issues);
    if (best === null || issues.length < best.issues.length) {
      best = { value, issues, json, error };
    }
    if (issues.length === 0) {
      break;
    }
  }
  return best ?? { value: undefined, issues: [], json: undefined, error: undefined };
}

/** A text as each of the rules reads it. */
function parse(text: string, rules: readonly Rule[]): Result<Candidate[], unknown> {
  try {
    const parserOf = ({ read }: Rule): BodyParser => (typeof read === "object" ? read : jsonParser);
    return { ok: true, value: rules.map((rule) => [rule, rule.type ?? "any", parserOf(rule).parse(text, rule)]) };
  } catch (error) {
    return { ok: false, error };
  }
}

async function textOf(response: Response): Promise<string> {
  return response.text().catch(() => "");
}

/** What the call returns: the value, or an object around it. */
function wrapped<Q, S, E>(
  { wrap }: Operation<Q, S, E>,
  { request, response }: { readonly request: Request; readonly response: Response },
  value: unknown,
): unknown {
  if (wrap === undefined || (value === undefined && wrap.headers === undefined && wrap.envelope === undefined)) {
    return value;
  }
  const { field, headers, envelope } = wrap;
  return {
    ...(envelope === "http" ? { httpMeta: { request, response } } : {}),
    ...(envelope === "full"
      ? { contentType: response.headers.get("content-type") ?? "", statusCode: response.status, rawResponse: response }
      : {}),
    ...(headers === true ? { headers: headerLists(response.headers) } : {}),
    ...(field === undefined || value === undefined ? {} : { [field]: value }),
  };
}

/** `{ "x-limit": ["10"] }`: a header may stand more than once. */
function headerLists(headers: Headers): { [name: string]: string[] } {
  const lists: { [name: string]: string[] } = {};
  for (const [name, value] of headers) {
    lists[name] = [...(lists[name] ?? []), value];
  }
  return lists;
}
