import type { HookContext } from "../hooks/types.js";
import { type APICall, APIPromise, type CallWishes } from "../types/async.js";
import type { Result } from "../types/fp.js";
import type { Client, RequestOptions } from "./client.js";
import { clientErrorFrom, InvalidRequestError, SDKValidationError } from "./errors.js";
import { logExchange } from "./logger.js";
import { matchResponse, ruleFor } from "./matchers.js";
import type { Operation } from "./operation.js";
import { draftRequest, type RequestDraft } from "./request.js";
import { defaultRetryCodes, type RetryConfig, retry } from "./retries.js";
import { applySecurity, type FetchedToken, renewed, resolveSecurity, type SecurityPlan, scopesOf } from "./security.js";

/** Credentials of one call, for operations that have their own. */
export type CallSecurity = object | (() => Promise<object>) | null;

/** One finished call: its result, what went over the wire, and the JSON of the response. */
export interface Executed {
  readonly result: Result<unknown, Error>;
  readonly call: APICall;
  readonly json: unknown;
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
  const executed = execute(client, operation, request, options ?? {}, security, { wishes, url: null });
  return new APIPromise(
    executed.then(({ result, call }) => [result as Result<S, E | Failure>, call] as const),
    wishes,
  );
}

/** `url` replaces the address of the operation: the next page of some APIs is a link. */
export async function execute<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  request: unknown,
  options: RequestOptions,
  security: CallSecurity,
  { wishes, url }: { readonly wishes: CallWishes; readonly url: URL | null },
): Promise<Executed> {
  const prepared = await prepare(client, operation, request, options, security, url).then(
    (value) => ({ ok: true, value }) as const,
    (error: unknown) => ({ ok: false, error: error instanceof SDKValidationError ? error : invalidRequest(error) }) as const,
  );
  if (!prepared.ok) {
    return { result: prepared, call: { status: "invalid" }, json: undefined };
  }
  const { context, token } = prepared.value;
  let { sent } = prepared.value;
  try {
    const codes = options.retryCodes ?? operation.retryCodes ?? defaultRetryCodes;
    const once = context.retryConfig.strategy === "none" && token === null;
    const send = (request: Request): Promise<Response> =>
      retry(() => attempt(client, operation, context, once ? request : request.clone()), context.retryConfig, codes, request.signal);
    let response = await send(sent);
    const again = await renewed(sent, response, token);
    if (again !== null) {
      sent = again;
      response = await send(again);
    }
    const kept = wishes.keepBody ? response.clone() : response;
    const match = await matchResponse(client, operation, { request: sent, response, rule: ruleFor(operation, response) }, options);
    return { ...match, call: { status: "complete", request: sent, response: kept } };
  } catch (error) {
    return { result: { ok: false, error: clientErrorFrom(error) }, call: { status: "request-error", request: sent }, json: undefined };
  }
}

/** What fails before the request exists is the fault of the request, whatever it is. */
function invalidRequest(error: unknown): Error {
  const known = clientErrorFrom(error);
  return known === error || known.name !== "UnexpectedClientError"
    ? known
    : new InvalidRequestError(`The request cannot be built: ${String(error)}`, { cause: error });
}

async function prepare<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  request: unknown,
  options: RequestOptions,
  security: CallSecurity,
  url: URL | null,
): Promise<{ readonly context: HookContext; readonly sent: Request; readonly token: FetchedToken | null }> {
  const draft = await draftRequest(client, operation, request, options);
  const plan = securityPlan(client, operation);
  const source: unknown =
    operation.security !== undefined && security !== null ? security : (Reflect.get(client._options, "security") ?? client._options);
  const values = await resolveSecurity(plan, source);
  const context: HookContext = {
    baseURL: client._baseURL ?? "",
    operationID: operation.id,
    oAuth2Scopes: scopesOf(plan.alternatives),
    securitySource: source,
    resolvedSecurity: values,
    retryConfig:
      options.retries ??
      client._options.retryConfig ??
      operation.retry ??
      client._settings.retry ??
      ({ strategy: "none" } satisfies RetryConfig),
    options: client._options,
  };
  const token = await applySecurity(plan, values, {
    ...draft,
    send: (tokenRequest) => client._httpClient.request(tokenRequest),
    baseURL: client._baseURL ?? draft.server,
    tokens: client._tokens,
    timeoutMs: client._options.timeoutMs ?? client._settings.timeoutMs ?? -1,
  });
  return { context, sent: createRequest(client, operation, draft, context, options, url), token };
}

/** The operation's own credentials, else the client's; the operation may ask for other scopes. */
function securityPlan<Q, S, E>(client: Client, operation: Operation<Q, S, E>): SecurityPlan {
  const plan = operation.security ?? client._settings.security ?? { schemes: {}, alternatives: [] };
  return operation.alternatives === undefined ? plan : { ...plan, alternatives: operation.alternatives };
}

function createRequest<Q, S, E>(
  client: Client,
  operation: Operation<Q, S, E>,
  draft: RequestDraft,
  context: HookContext,
  options: RequestOptions,
  url: URL | null,
): Request {
  const address = url ?? draft.url;
  if (url === null) {
    address.search = draft.query.join("&");
  }
  if (draft.cookies.length > 0) {
    draft.headers.set("Cookie", draft.cookies.join("; "));
  }
  const {
    timeoutMs,
    retries: _retries,
    retryCodes: _codes,
    serverURL: _server,
    validation: _validation,
    acceptHeaderOverride: _accept,
    fetchOptions,
    ...init
  } = options;
  for (const source of [fetchOptions?.headers, init.headers]) {
    new Headers(source).forEach((value, name) => {
      draft.headers.set(name, value);
    });
  }
  const timeout = timeoutMs ?? client._options.timeoutMs ?? operation.timeoutMs ?? client._settings.timeoutMs ?? -1;
  const signal = init.signal ?? fetchOptions?.signal ?? (timeout > 0 ? AbortSignal.timeout(timeout) : null);
  const input = client._hooks.beforeCreateRequest(context, {
    url: address,
    options: {
      ...fetchOptions,
      ...init,
      ...(draft.body instanceof ReadableStream ? { duplex: "half" } : {}),
      body: draft.body,
      headers: draft.headers,
      method: operation.method,
      signal,
    },
  });
  return new Request(input.url, input.options);
}

/** One attempt, seen by the hooks; hooks may turn a success into a failure and the other way round. */
async function attempt<Q, S, E>(client: Client, operation: Operation<Q, S, E>, context: HookContext, request: Request): Promise<Response> {
  let sent = request;
  try {
    sent = await client._hooks.beforeRequest(context, request);
    const response = await client._httpClient.request(sent);
    if (client._logger !== null) {
      await logExchange(client._logger, sent, response, null);
    }
    const rule = ruleFor(operation, response);
    const isError = rule === null ? !response.ok : rule.error !== undefined;
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
