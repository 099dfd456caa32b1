import type { HookContext, RequestInput } from "../hooks/types.js";
import { type APICall, APIPromise, type CallWishes } from "../types/async.js";
import type { Result } from "../types/fp.js";
import type { Client, RequestOptions } from "./client.js";
import { type Paced, withDeadline } from "./deadline.js";
import { clientErrorFrom, InvalidRequestError, SDKValidationError } from "./errors.js";
import { logExchange } from "./logger.js";
import { describedAs, type Match, matchResponse } from "./matchers.js";
import type { Operation } from "./operation.js";
import { sendRedirected } from "./redirects.js";
import { draftRequest, type RequestDraft, type Sent, type Step } from "./request.js";
import { defaultRetryCodes, retry, retryConfigOf } from "./retries.js";
import { applySecurity, type FetchedToken, keyHeaders, renewed, resolveSecurity, type SecurityPlan, scopesOf } from "./security.js";

/** Credentials of one call, for operations that have their own. */
export type CallSecurity = object | (() => Promise<object>) | null;

/** One finished call: its result, what went over the wire, and what pages look into. */
export interface Executed extends Match {
  readonly call: APICall;
  readonly sent: Sent;
}

/**
 * One call of an operation: encode, add credentials, send with retries, match the response. No failure is thrown: each one is the error of the result.
 *
 *     return call(client, operation, request, options);
 */
export function call<Q, S, E, Failure>(
  client: Client,
  operation: Operation<Q, S, E>,
  request: Q,
  options?: RequestOptions,
  security: CallSecurity = null,
): APIPromise<Result<S, E | Failure>> {
  const wishes: CallWishes = { keepBody: false };
  const executed = execute(client, operation, request, options ?? {}, security, { wishes, step: null });
  return new APIPromise(
    executed.then(({ result, call }) => [result as Result<S, E | Failure>, call] as const),
    wishes,
  );
}

/** `step`: how this call differs from the one that gave the first page. */
export async function execute<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  request: unknown,
  options: RequestOptions,
  security: CallSecurity,
  { wishes, step }: { readonly wishes: CallWishes; readonly step: Step | null },
): Promise<Executed> {
  const prepared = await prepare(client, operation, request, options, security, step).then(
    (value) => ({ ok: true, value }) as const,
    (error: unknown) => ({ ok: false, error: error instanceof SDKValidationError ? error : invalidRequest(error) }) as const,
  );
  if (!prepared.ok) {
    return { ...nothing, result: prepared, call: { status: "invalid" } };
  }
  const { context, sent, token, timeoutMs } = prepared.value;
  let whole = prepared.value.request;
  let inTime = (): void => undefined;
  let paced: Paced = (wait) => wait();
  try {
    const codes = options.retryCodes ?? operation.retry?.statuses ?? defaultRetryCodes;
    const once = context.retryConfig.strategy === "none" && token === null;
    const send = (request: Request): Promise<Response> => {
      const timedAttempt = (): Promise<Response> => {
        inTime();
        const timed = withDeadline(once ? request : request.clone(), timeoutMs);
        ({ inTime, paced } = timed);
        return attempt(client, operation, prepared.value, timed.request);
      };
      return retry(timedAttempt, context.retryConfig, codes, request.signal);
    };
    let response = await send(whole);
    const again = await renewed(whole, response, token);
    if (again !== null) {
      whole = again;
      response = await send(again);
    }
    const kept = wishes.keepBody ? response.clone() : response;
    const match = await matchResponse(client, operation, { request: whole, response }, options, (wait) =>
      paced(wait).catch((error: unknown) => {
        throw clientErrorFrom(error);
      }),
    );
    return { ...match, sent, call: { status: "complete", request: whole, response: kept } };
  } catch (error) {
    return { ...nothing, result: { ok: false, error: clientErrorFrom(error) }, call: { status: "request-error", request: whole } };
  } finally {
    inTime();
  }
}

/** Of a call without an answer. */
const nothing = { json: undefined, rule: null, sent: { url: "", parameters: new Map<string, unknown>(), body: undefined } } as const;

/** What fails before the request exists is the fault of the request, whatever it is. */
function invalidRequest(error: unknown): Error {
  const known = clientErrorFrom(error);
  return known === error || known.name !== "UnexpectedClientError"
    ? known
    : new InvalidRequestError(`The request cannot be built: ${String(error)}`, { cause: error });
}

interface Prepared {
  readonly context: HookContext;
  readonly request: Request;
  readonly sent: Sent;
  readonly token: FetchedToken | null;
  /** What the body is made of, and the headers that hold keys. */
  readonly body: BodyInit | null;
  readonly secrets: readonly string[];
  /** 0 or less: as long as it takes. */
  readonly timeoutMs: number;
}

async function prepare<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  request: unknown,
  options: RequestOptions,
  security: CallSecurity,
  step: Step | null,
): Promise<Prepared> {
  const draft = await draftRequest(client, operation, request, options, step);
  const plan = securityPlan(client, operation);
  const own: unknown = operation.security === undefined ? null : security;
  const source: unknown = own ?? Reflect.get(client._options, "security") ?? client._options;
  const values = draft.isTrusted ? await resolveSecurity(plan, source, source === client._options ? plan.options : {}) : {};
  const context: HookContext = {
    baseURL: client._baseURL ?? "",
    operationID: operation.id,
    oAuth2Scopes: scopesOf(plan.alternatives),
    securitySource: source,
    resolvedSecurity: values,
    retryConfig: options.retries ?? client._options.retryConfig ?? retryConfigOf(operation.retry),
    options: client._options,
  };
  const token = await applySecurity(plan, values, {
    ...draft,
    send: (tokenRequest) => client._httpClient.request(tokenRequest),
    baseURL: client._baseURL ?? draft.server,
    isAuthorized: draft.isTrusted && callerHeaders(options).has("Authorization"),
    tokens: client._tokens,
    timeoutMs: client._options.timeoutMs ?? 0,
  });
  const input = client._hooks.beforeCreateRequest(context, requestInput(operation, draft, options));
  const timeoutMs = options.timeoutMs ?? client._options.timeoutMs ?? operation.timeoutMs ?? 0;
  return {
    context,
    request: new Request(input.url, input.options),
    sent: draft.sent,
    token,
    body: input.options?.body ?? null,
    secrets: keyHeaders(plan),
    // A signal of the caller's says itself when it is too late.
    timeoutMs: input.options?.signal ? 0 : timeoutMs,
  };
}

/** The operation's own credentials, else the client's; the operation may ask for other scopes. */
function securityPlan<Q, S, E>(client: Client, operation: Operation<Q, S, E>): SecurityPlan {
  const plan = operation.anonymous === true ? undefined : (operation.security ?? client._settings.security);
  const { alternatives, ...others } = plan ?? { schemes: {}, alternatives: [] };
  return { ...others, alternatives: operation.alternatives ?? alternatives };
}

function requestInput<Q, S, E>(operation: Operation<Q, S, E>, draft: RequestDraft, options: RequestOptions): RequestInput {
  const { url, isTrusted, headers, body } = draft;
  const query = draft.query.filter((pair) => !url.searchParams.has(decodeURIComponent(pair.split("=", 1)[0] ?? "")));
  if (query.length > 0) {
    url.search = [url.search.slice(1), ...query].filter((part) => part !== "").join("&");
  }
  if (draft.cookies.length > 0) {
    headers.set("Cookie", draft.cookies.join("; "));
  }
  const {
    timeoutMs: _timeout,
    retries: _retries,
    retryCodes: _codes,
    serverURL: _server,
    validation: _validation,
    acceptHeaderOverride: _accept,
    fetchOptions,
    ...init
  } = options;
  if (isTrusted) {
    callerHeaders(options).forEach((value, name) => {
      headers.set(name, value);
    });
  }
  const signal = init.signal ?? fetchOptions?.signal ?? null;
  const duplex = body instanceof ReadableStream ? { duplex: "half" } : {};
  return { url, options: { ...fetchOptions, ...init, ...duplex, body, headers, method: operation.method, signal } };
}

function callerHeaders({ fetchOptions, headers }: RequestOptions): Headers {
  const found = new Headers(fetchOptions?.headers);
  new Headers(headers).forEach((value, name) => {
    found.set(name, value);
  });
  return found;
}

/** One attempt, seen by the hooks; hooks may turn a success into a failure and the other way round. */
async function attempt<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  { context, body, secrets }: Prepared,
  request: Request,
): Promise<Response> {
  let sent = request;
  try {
    sent = await client._hooks.beforeRequest(context, request);
    const response = await sendRedirected(client._httpClient, sent, body, secrets);
    if (client._logger !== null) {
      await logExchange(client._logger, sent, response, null);
    }
    const [rule] = describedAs(operation, response, false).rules;
    const isError = rule === undefined ? !response.ok : rule.error !== undefined;
    if (!isError) {
      return await client._hooks.afterSuccess(context, response);
    }
    const outcome = await client._hooks.afterError(context, response, null);
    if (outcome.error !== null && outcome.error !== undefined) {
      throw new HookFailure(outcome.error);
    }
    return outcome.response ?? response;
  } catch (error) {
    if (error instanceof HookFailure) {
      throw error.failure;
    }
    if (client._logger !== null) {
      await logExchange(client._logger, sent, null, error);
    }
    const outcome = await client._hooks.afterError(context, null, error);
    if (outcome.response !== null) {
      return outcome.response;
    }
    throw outcome.error ?? error;
  }
}

/** Marks an error that the hooks have seen already. */
class HookFailure extends Error {
  readonly failure: unknown;

  constructor(failure: unknown) {
    super("A hook failed the call");
    this.failure = failure;
  }
}
