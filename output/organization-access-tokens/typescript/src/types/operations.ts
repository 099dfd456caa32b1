import type { APIPromise } from "./async.js";
import { type Result, unwrap } from "./fp.js";

/** Fetches the page after this one; `null` when this is the last. */
export type Paginator<V> = () => Promise<V & { next: Paginator<V> }> | null;

/**
 * A page that knows how to get the following ones.
 *
 *     for await (const page of await client.tokens.list({})) { … }
 *     for await (const token of (await client.tokens.list({})).iterItems()) { … }
 */
export type PageIterator<V, PageState = unknown, Item = unknown> = V & {
  next: Paginator<V>;
  /** This page and all that follow. */
  [Symbol.asyncIterator]: () => AsyncIterableIterator<V>;
  /** The items of this page and of all that follow; throws when a page cannot be fetched. */
  iterItems: () => AsyncIterableIterator<Item>;
  /** Where the next page begins. */
  "~next"?: PageState | undefined;
};

/** The pages of a function, whose failures are values: the iteration ends with the first page that fails. */
export type ResultPages<V, E, PageState = unknown, Item = unknown> = PageIterator<
  Result<PageIterator<V, PageState, Item>, E>,
  PageState,
  Item
>;

/** The same pages for callers that want failures thrown. */
export function unwrapResultIterator<V, E, PageState, Item>(
  pages: APIPromise<ResultPages<V, E, PageState, Item>>,
): APIPromise<PageIterator<V, PageState, Item>> {
  return pages.map((page) => unwrap<PageIterator<V, PageState, Item>>(page));
}
