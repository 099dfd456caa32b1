import { APIPromise, type CallWishes } from "../types/async.js";
import { type Result, unwrap } from "../types/fp.js";
import type { ResultPages } from "../types/operations.js";
import { type CallSecurity, type Executed, execute } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import { isRecord } from "./codec.js";
import type { NextPage, PagedOperation, Pages, PropertyPath } from "./operation.js";

/** What the next page is asked with: a changed request, or an address. */
interface NextCall {
  readonly request: unknown;
  readonly url: URL | null;
  readonly state: unknown;
}

/**
 * As `call`, for an operation whose results come in pages: the result can be iterated.
 *
 *     return callPages(client, operation, request, options);
 */
export function callPages<Q, S, E, Failure, PageState, Item>(
  client: Client,
  operation: PagedOperation<Q, S, E>,
  request: Q,
  options?: RequestOptions,
  security: CallSecurity = null,
): APIPromise<ResultPages<S, E | Failure, PageState, Item>> {
  type Page = ResultPages<S, E | Failure, PageState, Item>;

  const fetchPage = (asked: unknown, url: URL | null): APIPromise<Page> => {
    const wishes: CallWishes = { keepBody: false };
    const executed = execute(client, operation, asked, options ?? {}, security, { wishes, url });
    return new APIPromise(
      executed.then((done) => [pageOf(done, nextCall(operation.pages, asked, done)) as Page, done.call] as const),
      wishes,
    );
  };

  const pageOf = (done: Executed, following: NextCall | null): unknown => {
    const next = (): APIPromise<Page> | null => (following === null ? null : fetchPage(following.request, following.url));
    const state = following?.state;
    const items = (value: unknown): readonly unknown[] => listAt(value, operation.pages.items ?? []);
    if (done.result.ok && isRecord(done.result.value)) {
      const nextValue = (): APIPromise<unknown> | null => next()?.map((page) => unwrap<unknown>(page)) ?? null;
      attach(done.result.value, nextValue, state, items);
    }
    attach(done.result, next, state, (result) => items(unwrap(result as Result<unknown, unknown>)));
    return done.result;
  };

  return fetchPage(request ?? {}, null);
}

/** Makes a page iterable. The additions are not enumerable, so that a page prints and compares as what the API sent. */
function attach(
  page: object,
  next: () => APIPromise<unknown> | null,
  state: unknown,
  itemsOf: (page: unknown) => readonly unknown[],
): void {
  async function* pages(): AsyncGenerator<unknown, void, undefined> {
    for (let current: unknown = page; current !== null; ) {
      yield current;
      const following: unknown = isRecord(current) && typeof current.next === "function" ? current.next() : null;
      current = await following;
    }
  }
  async function* items(): AsyncGenerator<unknown, void, undefined> {
    for await (const current of pages()) {
      yield* itemsOf(current);
    }
  }
  Object.defineProperties(page, {
    next: { value: next },
    iterItems: { value: items },
    [Symbol.asyncIterator]: { value: pages },
    "~next": { value: state },
  });
}

/** How to ask for the page after `done`; `null` when there is none or it failed. */
function nextCall(pages: Pages, request: unknown, done: Executed): NextCall | null {
  if (!done.result.ok || done.call.status !== "complete") {
    return null;
  }
  const items = pages.items === undefined ? null : valueAt(done.result.value, pages.items);
  if (pages.items !== undefined && !(Array.isArray(items) && items.length > 0)) {
    return null;
  }
  switch (pages.kind) {
    case "page":
    case "offset": {
      const current = numberAt(request, pages.input) ?? pages.first;
      const count = Array.isArray(items) ? items.length : 0;
      const limit = pages.limit === undefined ? null : (numberAt(request, pages.limit.input) ?? pages.limit.default ?? null);
      const last = pages.last === undefined ? null : (numberAt(done.json, pages.last) ?? 0);
      if ((limit !== null && count < limit) || (last !== null && current >= last)) {
        return null;
      }
      const following = pages.kind === "page" ? current + 1 : current + count;
      return { request: withValue(request, pages.input, following), url: null, state: { [pages.kind]: following } };
    }
    case "cursor": {
      const cursor = nextOf(pages.next, done);
      // The same cursor again would never end.
      if (cursor === null || cursor === valueAt(request, pages.input)) {
        return null;
      }
      return { request: withValue(request, pages.input, cursor), url: null, state: { cursor } };
    }
    case "url":
      return linked(request, nextOf(pages.next, done), done.call.request);
    case "link":
      return linked(request, nextLink(done.call.response.headers.get("link")), done.call.request);
  }
}

function nextOf(next: NextPage, done: Executed): string | number | null {
  const value: unknown = "body" in next ? valueAt(done.json, next.body) : done.call.response?.headers.get(next.header);
  return (typeof value === "string" && value.trim() !== "") || typeof value === "number" ? value : null;
}

/** Path and query of the link, on the server that is in use: credentials go nowhere else, and a proxy stays in between. */
function linked(request: unknown, link: string | number | null, previous: Request): NextCall | null {
  if (typeof link !== "string") {
    return null;
  }
  const { pathname, search } = new URL(link, previous.url);
  const url = new URL(`${pathname}${search}`, previous.url);
  return url.href === previous.url ? null : { request, url, state: { url: url.href } };
}

/** `<https://…?page=2>; rel="next"` (RFC 8288) */
function nextLink(header: string | null): string | null {
  for (const [, target, parameters] of (header ?? "").matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters ?? "")) {
      return target ?? null;
    }
  }
  return null;
}

function listAt(value: unknown, path: PropertyPath): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

function numberAt(value: unknown, path: PropertyPath): number | null {
  const found = valueAt(value, path);
  return typeof found === "number" ? found : typeof found === "bigint" ? Number(found) : null;
}

/** Negative positions count from the end. */
function valueAt(value: unknown, path: PropertyPath): unknown {
  return path.reduce<unknown>((current, key) => {
    if (Array.isArray(current) && typeof key === "number") {
      return current.at(key);
    }
    return typeof current === "object" && current !== null && Object.hasOwn(current, key) ? Reflect.get(current, key) : undefined;
  }, value);
}

/** A copy of `value` with another value at `path`. */
function withValue(value: unknown, path: PropertyPath, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return replacement;
  }
  const base = isRecord(value) ? value : {};
  return { ...base, [key]: withValue(base[key], rest, replacement) };
}
