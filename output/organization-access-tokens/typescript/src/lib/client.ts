import { SDKHooks } from "../hooks/hooks.js";
import type { Issue } from "./codec.js";
import { env } from "./env.js";
import type { HTTPMeta } from "./errors.js";
import { HTTPClient } from "./http.js";
import type { Logger } from "./logger.js";
import type { RetryConfig } from "./retries.js";
import type { SecurityPlan } from "./security.js";
import { chooseServer, type Server } from "./servers.js";
import { TokenCache } from "./tokens.js";

/** What differs from one API to the next, in one literal. */
export interface Settings {
  readonly userAgent: string;
  readonly servers: readonly Server[];
  readonly security?: SecurityPlan;
  /** Variables of the environment that stand in for missing options. */
  readonly env?: { readonly [option: string]: string };
  /** The variable that turns the log on. */
  readonly debugVariable?: string;
  readonly validation?: Validation;
  readonly errors: {
    /** A response that the document does not describe. */
    readonly unexpected: new (
      message: string,
      http: HTTPMeta,
    ) => Error;
    /** A response that does not fit its description. */
    readonly mismatch: new (
      message: string,
      details: HTTPMeta & { readonly cause: unknown; readonly rawValue: unknown; readonly rawMessage: string },
    ) => Error;
  };
}

/**
 * What happens when a response does not fit its description.
 *
 * - `lax`: the call returns what fits; what is missing stays missing.
 * - `strict`: the call fails with a ResponseValidationError.
 * - `off`: as `lax`, and nobody is told.
 */
export type Validation = "strict" | "lax" | "off";

/** The options that every client has. */
export interface ClientOptions {
  /** Sends the requests; give one of your own to add hooks or to replace `fetch`. */
  httpClient?: HTTPClient | undefined;
  /** Replaces the user agent. */
  userAgent?: string | undefined;
  /** How failed calls are repeated, unless a call says otherwise. */
  retryConfig?: RetryConfig | undefined;
  /** Milliseconds that an attempt may take. */
  timeoutMs?: number | undefined;
  /** Receives every request and response, credentials masked; `console` is one. */
  debugLogger?: Logger | undefined;
  /** Overrides the server; a host alone is completed by the path of a relative server. */
  serverURL?: string | undefined;
  validation?: Validation | undefined;
  /** Is told where a response does not fit its description, unless `validation` is "off". */
  onMismatch?: ((issues: readonly Issue[], operationID: string) => void) | undefined;
}

/** The options of one call; all of `RequestInit` but method and body may stand among them. */
export type RequestOptions = {
  /** Milliseconds that an attempt may take; a `signal` replaces it. */
  timeoutMs?: number | undefined;
  /** How the call is repeated when it fails. */
  retries?: RetryConfig | undefined;
  /** The statuses after which it is repeated, such as "429" and "5XX". */
  retryCodes?: string[] | undefined;
  /** Overrides the server for this call. */
  serverURL?: string | undefined;
  validation?: Validation | undefined;
  /** Replaces the Accept header, where the operation answers in several formats. */
  acceptHeaderOverride?: string | undefined;
  /** @deprecated Give its properties directly. */
  fetchOptions?: Omit<RequestInit, "method" | "body"> | undefined;
} & Omit<RequestInit, "method" | "body">;

/** The options as the groups of a client share them. */
export type SharedOptions<Options> = Options & { readonly hooks?: SDKHooks; readonly tokens?: TokenCache };

/** The root of clients and of their groups: options, server, hooks and HTTP client. */
export class Client<Options extends ClientOptions = ClientOptions> {
  /** Credentials are in it: not enumerable, so that whoever prints or copies a client does not see them. */
  declare readonly _options: SharedOptions<Options>;
  readonly _baseURL: URL | null;
  readonly _settings: Settings;
  readonly _hooks: SDKHooks;
  readonly _httpClient: HTTPClient;
  readonly _tokens: TokenCache;
  readonly _logger: Logger | null;

  constructor(options: SharedOptions<Options>, settings: Settings) {
    this._settings = settings;
    const shared = options.hooks;
    this._hooks = shared ?? new SDKHooks();
    this._tokens = options.tokens ?? new TokenCache();
    const complete = shared === undefined ? withEnvironment(options, settings) : options;
    const initial = { baseURL: chooseServer(settings.servers, complete), client: options.httpClient ?? new HTTPClient() };
    // A group shares the hooks of its client, which have seen the initialisation already.
    const { baseURL, client } = shared === undefined ? this._hooks.sdkInit(initial) : initial;
    this._baseURL = baseURL;
    this._httpClient = client;
    const value: SharedOptions<Options> = {
      ...complete,
      hooks: this._hooks,
      tokens: this._tokens,
      httpClient: client,
      ...(baseURL === null ? {} : { serverURL: baseURL.href }),
    };
    Object.defineProperty(this, "_options", { value });
    this._logger = options.debugLogger ?? (settings.debugVariable !== undefined && env()[settings.debugVariable] ? console : null);
  }
}

function withEnvironment<Options extends object>(options: Options, settings: Settings): Options {
  const missing = Object.entries(settings.env ?? {})
    .map(([option, variable]) => [option, env()[variable]] as const)
    .filter(([option, value]) => value !== undefined && Reflect.get(options, option) === undefined);
  return missing.length === 0 ? options : { ...options, ...Object.fromEntries(missing) };
}
