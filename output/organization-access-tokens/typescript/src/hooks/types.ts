import type { HTTPClient } from "../lib/http.js";
import type { RetryConfig } from "../lib/retries.js";

type Awaitable<T> = T | Promise<T>;

/** What a hook may know of the call it takes part in. */
export interface HookContext {
  readonly baseURL: string | URL;
  readonly operationID: string;
  /** The scopes that the operation asks for; `null` when it names none. */
  readonly oAuth2Scopes: string[] | null;
  /** The security value of the client or of the call, before it was resolved. */
  readonly securitySource: unknown;
  readonly resolvedSecurity: unknown;
  readonly retryConfig: RetryConfig;
  /** The options of the client. */
  readonly options: object;
}

export interface SDKInitOptions {
  baseURL: URL | null;
  client: HTTPClient;
}

export type BeforeCreateRequestContext = HookContext;
export type BeforeRequestContext = HookContext;
export type AfterSuccessContext = HookContext;
export type AfterErrorContext = HookContext;

export interface RequestInput {
  readonly url: URL;
  readonly options?: RequestInit | undefined;
}

/** Runs when a client is made, and may replace its server and its HTTP client. */
export interface SDKInitHook {
  sdkInit(options: SDKInitOptions): SDKInitOptions;
}

/** Runs before the request exists. */
export interface BeforeCreateRequestHook {
  beforeCreateRequest(context: BeforeCreateRequestContext, input: RequestInput): RequestInput;
}

/** Runs before each attempt; a throw stops the call. */
export interface BeforeRequestHook {
  beforeRequest(context: BeforeRequestContext, request: Request): Awaitable<Request>;
}

/** Runs on each response that is no error; a throw fails the call. */
export interface AfterSuccessHook {
  afterSuccess(context: AfterSuccessContext, response: Response): Awaitable<Response>;
}

/** Runs on each response that is an error, and when there was none. */
export interface AfterErrorHook {
  afterError(
    context: AfterErrorContext,
    response: Response | null,
    error: unknown,
  ): Awaitable<{ response: Response | null; error: unknown }>;
}

export interface Hooks {
  registerSDKInitHook(hook: SDKInitHook): void;
  registerBeforeCreateRequestHook(hook: BeforeCreateRequestHook): void;
  registerBeforeRequestHook(hook: BeforeRequestHook): void;
  registerAfterSuccessHook(hook: AfterSuccessHook): void;
  registerAfterErrorHook(hook: AfterErrorHook): void;
}

export type Hook = SDKInitHook | BeforeCreateRequestHook | BeforeRequestHook | AfterSuccessHook | AfterErrorHook;
