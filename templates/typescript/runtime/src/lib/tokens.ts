/** An access token and until when it is sent, in milliseconds; infinite when the server did not say how long it lasts. */
export interface Token {
  readonly value: string;
  readonly until: number;
}

interface Kept {
  readonly promise: Promise<Token>;
  /** `null` while it is fetched. */
  token: Token | null;
}

/** The tokens of one client. Of calls that need the same token one fetches it, the others wait. */
export class TokenCache {
  /** The clock, in milliseconds; tests turn it. */
  now: () => number = () => Date.now();
  readonly #kept = new Map<string, Kept>();

  /** The token of a source, fetched when none is kept that lasts. */
  get(source: string, fetch: () => Promise<Token>): Promise<Token> {
    const found = this.#kept.get(source);
    if (found !== undefined && (found.token === null || this.now() < found.token.until)) {
      return found.promise;
    }
    const kept: Kept = { promise: fetch(), token: null };
    this.#kept.set(source, kept);
    kept.promise.then(
      (token) => {
        kept.token = token;
      },
      () => this.#forget(source, kept),
    );
    return kept.promise;
  }

  /** Forgets a token that the server refused, unless another call has a newer one already. */
  drop(source: string, refused: Token): void {
    const found = this.#kept.get(source);
    if (found?.token === refused) {
      this.#forget(source, found);
    }
  }

  #forget(source: string, kept: Kept): void {
    if (this.#kept.get(source) === kept) {
      this.#kept.delete(source);
    }
  }
}
