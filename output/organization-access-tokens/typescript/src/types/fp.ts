import { APIPromise } from "./async.js";

/** The outcome of something that may fail, as a value. */
export type Result<T, E = unknown> = { ok: true; value: T; error?: never } | { ok: false; value?: never; error: E };

export function OK<V>(value: V): Result<V, never> {
  return { ok: true, value };
}

export function ERR<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** The value, or a throw of the error. */
export function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) {
    throw result.error;
  }
  return result.value;
}

/** The same for a result that is still to come. */
export function unwrapAsync<T>(promise: APIPromise<Result<T, unknown>>): APIPromise<T>;
export function unwrapAsync<T>(promise: Promise<Result<T, unknown>>): Promise<T>;
export function unwrapAsync<T>(promise: Promise<Result<T, unknown>>): Promise<T> {
  const value = (result: Result<T, unknown>): T => unwrap(result);
  return promise instanceof APIPromise ? promise.map(value) : promise.then(value);
}
