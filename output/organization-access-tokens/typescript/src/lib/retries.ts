import { clock } from "./clock.js";
import { isConnectionFailure, isTimeout } from "./errors.js";
import type { Retry } from "./operation.js";

export interface BackoffStrategy {
  /** Milliseconds before the first retry, at most. */
  initialInterval: number;
  /** The longest wait between two attempts, in milliseconds. */
  maxInterval: number;
  /** By which the wait grows each time. */
  exponent: number;
  /** No attempt starts after this many milliseconds. */
  maxElapsedTime: number;
}

export type RetryConfig =
  | { strategy: "none" }
  | { strategy: "backoff"; backoff?: BackoffStrategy | undefined; retryConnectionErrors?: boolean | undefined };

/** Statuses after which the same request may succeed. */
export const defaultRetryCodes: readonly string[] = ["429", "500", "502", "503", "504"];

/** What an operation says of itself, in the words of callers. */
export function retryConfigOf(retry: Retry | undefined): RetryConfig {
  return retry === undefined
    ? { strategy: "none" }
    : { strategy: "backoff", backoff: backoffOf(retry), retryConnectionErrors: retry.connection === true };
}

function backoffOf({ initial = 500, max = 60_000, exponent = 1.5, budget = 3_600_000 }: Retry): BackoffStrategy {
  return { initialInterval: initial, maxInterval: max, exponent, maxElapsedTime: budget };
}

/** Repeats `attempt` while its outcome is worth it and the time lasts; then the last outcome stands. The rules are those of `CONTRACT.md` of sdksmith, "Retries". */
export async function retry(
  attempt: () => Promise<Response>,
  config: RetryConfig,
  codes: readonly string[],
  signal: AbortSignal | null,
): Promise<Response> {
  if (config.strategy === "none") {
    return attempt();
  }
  const { initialInterval, maxInterval, exponent, maxElapsedTime } = config.backoff ?? backoffOf({});
  const start = clock.now();
  for (let count = 0; ; count++) {
    const outcome = await attempt().then(
      (response) => ({ response }),
      (error: unknown) => ({ error }),
    );
    const response = "response" in outcome ? outcome.response : null;
    const repeat =
      "error" in outcome
        ? config.retryConnectionErrors === true && (isConnectionFailure(outcome.error) || isTimeout(outcome.error))
        : matchesCode(codes, outcome.response.status);
    const wait = retryAfter(response) ?? clock.chance() * Math.min(initialInterval * exponent ** count, maxInterval);
    if (!repeat || clock.now() - start + wait > maxElapsedTime) {
      if ("error" in outcome) {
        throw outcome.error;
      }
      return outcome.response;
    }
    // A hook may be reading it.
    await response?.body?.cancel().catch(() => undefined);
    await sleep(wait, signal);
  }
}

/** "404", "5XX" and "default" against a status. */
export function matchesCode(codes: readonly string[], status: number): boolean {
  return codes.some(
    (code) => code === "default" || code === String(status) || (/^\dXX$/i.test(code) && code.charAt(0) === String(status).charAt(0)),
  );
}

/** Milliseconds from "Retry-After: 3", or until the date it names. RFC 9110, 10.2.3. */
function retryAfter(response: Response | null): number | null {
  const text = response?.headers.get("retry-after")?.trim() ?? "";
  const wait = text.includes(":") ? Date.parse(text) - clock.now() : /^\d+(\.\d*)?$/.test(text) ? Number(text) * 1000 : Number.NaN;
  return Number.isFinite(wait) ? Math.max(wait, 0) : null;
}

/** Waits, but not longer than the caller does. */
function sleep(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.wait(milliseconds, () => {
      signal?.removeEventListener("abort", stop);
      resolve();
    });
    if (signal?.aborted === true) {
      stop();
    }
    signal?.addEventListener("abort", stop, { once: true });
  });
}
