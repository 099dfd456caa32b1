/** What went over the wire for one call. */
export type APICall =
  | { readonly status: "complete"; readonly request: Request; readonly response: Response }
  | { readonly status: "request-error"; readonly request: Request; readonly response?: undefined }
  | { readonly status: "invalid"; readonly request?: undefined; readonly response?: undefined };

/** What the caller wants of a call that is under way. */
export interface CallWishes {
  /** Leave the body of the response unread for the caller. */
  keepBody: boolean;
}

/** A promise of a call's result that also gives access to its request and response. */
export class APIPromise<T> extends Promise<T> {
  readonly #call: Promise<readonly [T, APICall]>;
  readonly #wishes: CallWishes;

  /** What `then` returns is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(call: Promise<readonly [T, APICall]>, wishes: CallWishes = { keepBody: false }) {
    super((resolve, reject) => {
      call.then(([value]) => resolve(value), reject);
    });
    this.#call = call;
    this.#wishes = wishes;
  }

  /** The same call with another result. */
  map<U>(convert: (value: T) => U): APIPromise<U> {
    return new APIPromise(
      this.#takeOver().then(([value, call]) => [convert(value), call] as const),
      this.#wishes,
    );
  }

  /** The result together with the request and the response, however the call ended. */
  $inspect(): Promise<readonly [T, APICall]> {
    return this.#takeOver();
  }

  /**
   * The response as it came, its body unread when this is called before it arrives. Rejects when there is none.
   *
   *     const response = await client.files.download({ id }).asResponse();
   */
  async asResponse(): Promise<Response> {
    return (await this.withResponse()).response;
  }

  /**
   * The result and the response.
   *
   *     const { data, response } = await client.tokens.list({}).withResponse();
   *     response.headers.get("x-request-id");
   */
  async withResponse(): Promise<{ data: T; response: Response }> {
    this.#wishes.keepBody = true;
    const [data, call] = await this.#takeOver();
    if (call.status !== "complete") {
      throw new TypeError("The call has no response: it was not sent or the connection failed");
    }
    return { data, response: call.response };
  }

  /** Whoever follows the call sees its failure; this promise need not report it as unhandled, too. */
  #takeOver(): Promise<readonly [T, APICall]> {
    this.catch(() => undefined);
    return this.#call;
  }
}
