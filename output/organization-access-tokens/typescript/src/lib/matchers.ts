import type { Result } from "../types/fp.js";
import type { Client, RequestOptions } from "./client.js";
import { type Codec, type Issue, isRecord } from "./codec.js";
import type { Paced } from "./deadline.js";
import { decode } from "./decode.js";
import { causeText, type HTTPMeta, IssueList, unexpectedResponseMessage } from "./errors.js";
import type { BodyParser, ErrorClass, Operation, Rule } from "./operation.js";

/** A result, and the JSON it was read from: pages look into that. */
export interface Match {
  readonly result: Result<unknown, Error>;
  readonly json: unknown;
  readonly rule: Rule | null;
}

/** What an answer was described as: the rules that only its body can tell apart, and why they stand in where none is exact. */
interface Described {
  readonly rules: readonly Rule[];
  readonly instead: string | null;
}

/**
 * Exact statuses before `4XX` before `default`, of one status the nearest media type. A 2XX is never an error, so one that is described nowhere is read as
 * another success of the operation, unless the SDK is strict.
 */
export function describedAs<Q, S, E>({ responses }: Operation<Q, S, E>, response: Response, isStrict: boolean): Described {
  const contentType = response.headers.get("content-type") ?? "";
  const rules = response.ok ? responses.filter((rule) => rule.error === undefined) : responses;
  const same = [String(response.status), `${Math.floor(response.status / 100)}XX`, "DEFAULT"].map((pattern) =>
    rules.filter((rule) => rule.status.toUpperCase() === pattern),
  );
  for (const group of same) {
    const found = nearest(group, contentType);
    if (found.length > 0) {
      return { rules: found, instead: null };
    }
  }
  if (!response.ok || isStrict) {
    return { rules: [], instead: null };
  }
  const successes = [...(same[0] ?? []), ...(same[1] ?? []), ...rules.filter((rule) => rule.status.startsWith("2"))];
  const typed = successes.filter((rule) => rule.type !== undefined);
  const found = [nearest(typed, contentType), typed.slice(0, 1), successes.slice(0, 1)].find((some) => some.length > 0) ?? [];
  return { rules: found, instead: `Status ${response.status} with the type ${contentType || "of nothing"} is not described` };
}

/** The rules of the nearest media type; one without a body fits whatever comes. */
function nearest(rules: readonly Rule[], contentType: string): readonly Rule[] {
  const scores = rules.map((rule) => (rule.type === undefined ? 1 : nearness(rule.mediaType ?? "application/json", contentType)));
  const best = Math.max(0, ...scores);
  const rule = best === 0 ? undefined : rules[scores.indexOf(best)];
  return rules.filter(({ status, mediaType }) => rule !== undefined && status === rule.status && mediaType === rule.mediaType);
}

/**
 * How near a declared type is to that of an answer, 0 if it is another one (RFC 9110, 8.3 and 12.5.1). The same type is nearer than another kind of JSON, that
 * nearer than a range of types, and each declared parameter counts for or against it. One that says otherwise is another type; `charset` never is. An answer
 * that says nothing is what it should be.
 */
function nearness(declared: string, actual: string): number {
  const [wanted, parameters] = parsedType(declared);
  const [given, others] = parsedType(actual);
  if (given === "") {
    return 1;
  }
  const said = new Map(others);
  if (parameters.some(([name, value]) => name !== "charset" && (said.get(name) ?? value) !== value)) {
    return 0;
  }
  if (given === wanted) {
    return parameters.reduce((sum, [name, value]) => sum + (said.get(name) === value ? 1 : -1), 40);
  }
  if (isJson(given) && isJson(wanted)) {
    return 3;
  }
  if (wanted === "*/*" || wanted === "*") {
    return 1;
  }
  return wanted.endsWith("/*") && given.startsWith(wanted.slice(0, -1)) ? 2 : 0;
}

function isJson(type: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(type);
}

/** `Text/CSV; charset="utf-8"` → text/csv and its parameters, in lower case. */
function parsedType(header: string): readonly [type: string, parameters: readonly (readonly [name: string, value: string])[]] {
  const [type = "", ...parameters] = header.toLowerCase().split(";");
  const pairs = parameters.map((part): readonly [string, string] => {
    const [name = "", value = ""] = part.split("=", 2);
    return [name.trim(), value.trim().replace(/^"(.*)"$/, "$1")];
  });
  return [type.trim(), pairs.filter(([name]) => name !== "")];
}

/** Response → result. It never throws: what is wrong becomes an error result. `paced`: how a stream waits for its next piece. */
export async function matchResponse<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  exchange: { readonly request: Request; readonly response: Response },
  options: RequestOptions,
  paced: Paced,
): Promise<Match> {
  const { response } = exchange;
  const validation = options.validation ?? client._options.validation ?? client._settings.validation ?? "lax";
  const isStrict = validation === "strict";
  const { rules, instead } = describedAs(operation, response, isStrict);
  const rule = rules[0] ?? null;
  const failure = (error: Error): Match => ({ result: { ok: false, error }, json: undefined, rule });
  const success = (value: unknown, json: unknown): Match => ({
    result: { ok: true, value: wrapped(operation, exchange, value) },
    json,
    rule,
  });
  if (rule === null) {
    const http = { ...exchange, body: await textOf(response) };
    const reason = response.ok ? "Unexpected Status or Content-Type" : "API error occurred";
    const message = unexpectedResponseMessage(`${reason} in ${operation.id}`, http);
    return failure(new client._settings.errors.unexpected(message, http));
  }
  const mismatch = (body: string, cause: unknown, rawValue: unknown): Error => {
    const rawMessage = "Response validation failed";
    return new client._settings.errors.mismatch(rawMessage, { ...exchange, body, cause, rawValue, rawMessage });
  };
  /** Tells of what does not fit, and whether that is an error. */
  const drifted = (issues: readonly Issue[]): boolean => {
    if (issues.length === 0 || validation === "off") {
      return false;
    }
    client._options.onMismatch?.(issues, operation.id);
    return isStrict;
  };
  if (instead !== null) {
    drifted([{ path: [], message: instead }]);
  }
  const { type } = rule;
  if (type === undefined) {
    await response.body?.cancel().catch(() => undefined);
    return success(undefined, undefined);
  }
  if (typeof rule.read === "function") {
    const decodeItem = (...readings: unknown[]): unknown => {
      const { value, issues, json } = fittest(readings.map((one) => [rule, type, one]));
      if (drifted(issues)) {
        throw mismatch("", new IssueList(issues), json);
      }
      return value;
    };
    try {
      return success(await rule.read(response, rule, decodeItem, paced), undefined);
    } catch (error) {
      if (error instanceof client._settings.errors.mismatch) {
        return failure(error);
      }
      throw error;
    }
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new TextDecoder().decode(bytes);
  const http: HTTPMeta = { ...exchange, body };
  const undescribed = (): Error =>
    new client._settings.errors.unexpected(unexpectedResponseMessage(`API error occurred in ${operation.id}`, http), http);
  if (body === "" && rule.error === undefined && !isStrict) {
    drifted([{ path: [], message: "The body is missing" }]);
    return success(undefined, undefined);
  }
  const parsed = parse(body, rules);
  if (!parsed.ok) {
    if (rule.error !== undefined) {
      return failure(undescribed());
    }
    return drifted([{ path: [], message: `The body is no JSON: ${causeText(parsed.error)}` }])
      ? failure(mismatch(body, parsed.error, body))
      : success(isText(response) ? body : bytes, undefined);
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

/** Whether an answer says that it is text, of which JSON is a kind; one that says nothing is, too. */
function isText(response: Response): boolean {
  const [type] = parsedType(response.headers.get("content-type") ?? "text/plain");
  return type.startsWith("text/") || isJson(type) || type === "application/xml" || type.endsWith("+xml");
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
