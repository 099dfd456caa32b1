import { APIPromise, type CallWishes } from "../types/async.js";
import { type Result, unwrap } from "../types/fp.js";
import type { ResultPages } from "../types/operations.js";
import { type CallSecurity, type Executed, execute } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import { type Codec, fieldsOf, isRecord } from "./codec.js";
import type { PagedOperation, Pages, Path, Place } from "./operation.js";
import type { Sent, Step } from "./request.js";

/** The next page: what it is asked with, and what callers see of that. */
interface Following {
  readonly step: Step;
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
  const { pages, wrap } = operation;

  const fetchPage = (step: Step | null): APIPromise<Page> => {
    const wishes: CallWishes = { keepBody: false };
    const executed = execute(client, operation, request, options ?? {}, security, { wishes, step });
    return new APIPromise(
      executed.then((done) => [pageOf(done) as Page, done.call] as const),
      wishes,
    );
  };

  const pageOf = (done: Executed): unknown => {
    const { result, rule } = done;
    const following = result.ok ? followingPage(pages, done) : null;
    const next = (): APIPromise<Page> | null => (following === null ? null : fetchPage(following.step));
    const items = (page: unknown): readonly unknown[] => {
      const value = wrap?.field !== undefined && isRecord(page) ? page[wrap.field] : page;
      const found = valueAt(value, pages.items ?? [], rule?.type);
      return Array.isArray(found) ? found : [];
    };
    if (result.ok && isRecord(result.value)) {
      const nextValue = (): APIPromise<unknown> | null => next()?.map((page) => unwrap<unknown>(page)) ?? null;
      attach(result.value, nextValue, following?.state, items);
    }
    attach(result, next, following?.state, (page) => items(unwrap(page as Result<unknown, unknown>)));
    return result;
  };

  return fetchPage(null);
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

/** The page after one that was answered; `null` after the last. When pages end is said in `CONTRACT.md` of sdksmith, "Pages". */
function followingPage(
  { kind, input = "", limit, items = [], last, next = [], first, size }: Pages,
  { sent, json, call }: Executed,
): Following | null {
  const { request, response } = call;
  if (request === undefined || response === undefined) {
    return null;
  }
  switch (kind) {
    case "page":
    case "offset": {
      const found = valueAt(json, items);
      const count = Array.isArray(found) ? found.length : 0;
      const current = numberOf(sentAt(sent, input)) ?? first ?? (kind === "page" ? 1 : 0);
      const isFull = count >= Math.max(1, (limit === undefined ? null : numberOf(sentAt(sent, limit))) ?? size ?? 1);
      if (!isFull || (last !== undefined && current >= (numberOf(valueAt(json, last)) ?? 0))) {
        return null;
      }
      const value = kind === "page" ? current + 1 : current + count;
      return { step: { input, value }, state: { [kind]: value } };
    }
    case "cursor": {
      const value = typeof next === "string" ? response.headers.get(next) : valueAt(json, next);
      // The same cursor again would never end.
      const isNew = (typeof value === "number" || isText(value)) && value !== sentAt(sent, input);
      return isNew ? { step: { input, value }, state: { cursor: value } } : null;
    }
    case "url":
    case "link": {
      const place = typeof next === "string" ? response.headers.get(next) : valueAt(json, next);
      const link = kind === "link" ? nextLink(response.headers.get("link")) : place;
      const url = isText(link) ? new URL(link, request.url) : null;
      return url === null || url.href === sent.url ? null : { step: { url }, state: { url: url.href } };
    }
  }
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

function sentAt({ parameters, body }: Sent, place: Place): unknown {
  return typeof place === "string" ? parameters.get(place) : valueAt(body, place);
}

/** A number, or one that went as text. */
function numberOf(value: unknown): number | null {
  return (typeof value === "number" || isText(value)) && Number.isFinite(Number(value)) ? Number(value) : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Follows names of the wire through JSON, or through the value that a codec made of it. */
function valueAt(value: unknown, path: Path, codec?: Codec): unknown {
  let current = value;
  let type = settled(codec);
  for (const key of path) {
    if (typeof key === "number") {
      current = Array.isArray(current) ? current.at(key) : undefined;
      type = settled(type?.kind === "array" ? type.items : undefined);
      continue;
    }
    const field = type?.kind === "object" ? fieldsOf(type).find(({ wire }) => wire === key) : undefined;
    const name = field?.property ?? key;
    current = isRecord(current) && Object.hasOwn(current, name) ? current[name] : undefined;
    type = settled(field?.type);
  }
  return current;
}

/** A table that is no reference, and admits no null. */
function settled(codec: Codec | undefined): Exclude<Codec, string | (() => Codec)> | undefined {
  if (typeof codec === "function") {
    return settled(codec());
  }
  return typeof codec !== "object" ? undefined : codec.kind === "nullable" ? settled(codec.of) : codec;
}
