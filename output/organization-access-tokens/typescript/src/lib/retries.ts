import { isConnectionFailure, isTimeout } from "./errors.js";

export interface BackoffStrategy {
  /** Milliseconds before the first retry. */
  initialInterval: number;
  /** The longest wait between two attempts, in milliseconds. */
  maxInterval: number;
  /** By which the wait grows. */
  exponent: number;
  /** No retry starts after this many milliseconds. */
  maxElapsedTime: number;
}

export type RetryConfig =
  | { strategy: "none" }
  | { strategy: "backoff"; backoff?: BackoffStrategy | undefined; retryConnectionErrors?: boolean | undefined };

const defaultBackoff: BackoffStrategy = { initialInterval: 500, maxInterval: 60_000, exponent: 1.5, maxElapsedTime: 3_600_000 };

/** Statuses after which the same request may succeed. */
export const defaultRetryCodes: readonly string[] = ["429", "500", "502", "503", "504"];

/**
 * Repeats `attempt` while its response has one of `codes` or the connection fails, until the time is used up; then the last outcome stands. The wait is what the server asks for
 * with `Retry-After`, else grows by the exponent with up to a second of chance added, so that many clients do not return together.
 */
export async function retry(
  attempt: () => Promise<Response>,
  config: RetryConfig,
  codes: readonly string[],
  signal: AbortSignal | null,
): Promise<Response> {
  if (config.strategy === "none") {
    return attempt();
  }
  const backoff = config.backoff ?? defaultBackoff;
  const start = Date.now();
  for (let count = 1; ; count++) {
    const outcome = await attempt().then(
      (response) => ({ response }),
      (error: unknown) => ({ error }),
    );
    const repeat =
      "response" in outcome
        ? matchesCode(codes, outcome.response.status)
        : config.retryConnectionErrors === true &&
          (isConnectionFailure(outcome.error) || isTimeout(outcome.error)) &&
          signal?.aborted !== true;
    const wait = "response" in outcome ? (retryAfter(outcome.response) ?? growing(backoff, count)) : growing(backoff, count);
    if (!repeat || Date.now() - start + wait > backoff.maxElapsedTime) {
      if ("response" in outcome) {
        return outcome.response;
      }
      throw outcome.error;
    }
    if ("response" in outcome) {
      // A hook may be reading it.
      await outcome.response.body?.cancel().catch(() => undefined);
    }
    await sleep(wait, signal);
  }
}

/** "404", "5XX" and "default" against a status. */
export function matchesCode(codes: readonly string[], status: number): boolean {
  return codes.some(
    (code) => code === "default" || code === String(status) || (/^\dXX$/i.test(code) && code.charAt(0) === String(status).charAt(0)),
  );
}

function growing(backoff: BackoffStrategy, count: number): number {
  return Math.min(backoff.initialInterval * count ** backoff.exponent + Math.random() * 1000, backoff.maxInterval);
}

/** Milliseconds from "Retry-After: 3", or until the date it names. */
function retryAfter(response: Response): number | null {
  const text = response.headers.get("retry-after");
  if (text === null || text.trim() === "") {
    return null;
  }
  const seconds = Number(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(wait, 0);
}

/** Waits, but not longer than the caller does. */
function sleep(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
