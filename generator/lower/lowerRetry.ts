import type { Retry, Status } from "../ir/behaviour.js";
import { type JsonObject, list, member } from "../ir/json.js";

/** x-speakeasy-retries: { strategy: backoff, backoff: { initialInterval, … }, statusCodes: [5XX], retryConnectionErrors }, of an operation, else of the document. */
export function lowerRetry(value: JsonObject, document: JsonObject): Retry | null {
  const written = member(value, "x-speakeasy-retries") ?? member(document, "x-speakeasy-retries");
  if (member(written, "strategy") !== "backoff") return null;
  const backoff = member(written, "backoff");
  const number = (key: string, fallback: number): number => {
    const found = member(backoff, key);
    return typeof found === "number" ? found : fallback;
  };
  return {
    statuses: list(member(written, "statusCodes")).flatMap((code) => statusPattern(String(code)) ?? []),
    initialMs: number("initialInterval", 500),
    maxMs: number("maxInterval", 60_000),
    exponent: number("exponent", 1.5),
    budgetMs: number("maxElapsedTime", 3_600_000),
    connection: member(written, "retryConnectionErrors") === true,
  };
}

/** "404" or "5XX" */
export function statusPattern(code: string): Status | null {
  if (/^[1-5][0-9][0-9]$/.test(code)) return { kind: "code", code: Number(code) };
  return /^[1-5]xx$/i.test(code) ? { kind: "range", hundreds: Number(code[0]) } : null;
}

/** x-speakeasy-timeout: milliseconds */
export function lowerTimeout(value: JsonObject): number | null {
  const written = member(value, "x-speakeasy-timeout");
  return typeof written === "number" && written > 0 ? written : null;
}
