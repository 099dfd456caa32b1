/** Anything that behaves like `fetch`. */
export type Fetcher = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

export type Awaitable<T> = T | Promise<T>;

/** Sees each request before it is sent, and may replace it. */
export type BeforeRequestHook = (request: Request) => Awaitable<Request | undefined | undefined>;
/** Sees what prevented a response. */
export type RequestErrorHook = (error: unknown, request: Request) => Awaitable<void>;
/** Sees each response. */
export type ResponseHook = (response: Response, request: Request) => Awaitable<void>;

export interface HTTPClientOptions {
  fetcher?: Fetcher;
}

interface HTTPHooks {
  beforeRequest: BeforeRequestHook;
  requestError: RequestErrorHook;
  response: ResponseHook;
}

type HookTable = { [Name in keyof HTTPHooks]: HTTPHooks[Name][] };

// `fetch` must be called as a plain function: as a method of another object browsers refuse it.
const globalFetch: Fetcher = (input, init) => (init === undefined ? fetch(input) : fetch(input, init));

/**
 * Sends requests; give the client one of your own to add hooks or to replace `fetch`.
 *
 *     const httpClient = new HTTPClient({ fetcher: (input, init) => fetch(input, { ...init, keepalive: true }) });
 *     httpClient.addHook("response", (response) => console.log(response.status));
 */
export class HTTPClient {
  readonly #fetcher: Fetcher;
  readonly #hooks: HookTable;

  constructor(options: HTTPClientOptions = {}, hooks: HookTable = { beforeRequest: [], requestError: [], response: [] }) {
    this.#fetcher = options.fetcher ?? globalFetch;
    this.#hooks = hooks;
  }

  async request(request: Request): Promise<Response> {
    let sent = request;
    for (const hook of this.#hooks.beforeRequest) {
      sent = (await hook(sent)) ?? sent;
    }
    try {
      const response = await this.#fetcher(sent);
      for (const hook of this.#hooks.response) {
        await hook(response, sent);
      }
      return response;
    } catch (error) {
      for (const hook of this.#hooks.requestError) {
        await hook(error, sent);
      }
      throw error;
    }
  }

  addHook<Name extends keyof HTTPHooks>(name: Name, hook: HTTPHooks[Name]): this {
    this.#hooks[name].push(hook);
    return this;
  }

  removeHook<Name extends keyof HTTPHooks>(name: Name, hook: HTTPHooks[Name]): this {
    const hooks: HTTPHooks[Name][] = this.#hooks[name];
    const index = hooks.indexOf(hook);
    if (index >= 0) {
      hooks.splice(index, 1);
    }
    return this;
  }

  /** A client with the same fetcher and hooks; hooks that are added later stay apart. */
  clone(): HTTPClient {
    const { beforeRequest, requestError, response } = this.#hooks;
    return new HTTPClient(
      { fetcher: this.#fetcher },
      { beforeRequest: [...beforeRequest], requestError: [...requestError], response: [...response] },
    );
  }
}
