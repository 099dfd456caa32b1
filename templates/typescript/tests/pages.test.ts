import type { ServerResponse } from "node:http";
import type { PagedOperation, Pages } from "../runtime/src/lib/operation.js";
import { callPages } from "../runtime/src/lib/pages.js";
import { type PageIterator, unwrapResultIterator } from "../runtime/src/types/operations.js";
import { clientOf, type Seen, sendJSON, serve, type TestServer } from "./harness.js";

interface Page {
  result: { items: number[] };
}

let server: TestServer;
afterEach(() => server.close());

async function list(pages: Pages, request: object = {}): Promise<PageIterator<Page, unknown, number>> {
  const operation: PagedOperation<object, Page> = {
    id: "list",
    method: "GET",
    path: "/items",
    request: {
      kind: "object",
      fields: {
        page: { in: "query", type: "integer", optional: true },
        limit: { in: "query", type: "integer", optional: true, ...(pages.limit === undefined ? {} : { default: 2 }) },
        cursor: { in: "query", type: "string", optional: true },
      },
    },
    responses: [
      { status: "200", type: { kind: "object", fields: { items: { wire: "data", type: { kind: "array", items: "integer" } } } } },
    ],
    wrap: { field: "result" },
    pages,
  };
  return unwrapResultIterator(
    callPages<object, Page, never, Error, unknown, number>(clientOf({ serverURL: server.url }), operation, request),
  );
}

async function allItems(page: PageIterator<Page, unknown, number>): Promise<number[]> {
  const items: number[] = [];
  for await (const item of page.iterItems()) {
    items.push(item);
  }
  return items;
}

function numbers(count: number, from: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

const items = ["data"] as const;

function query(seen: Seen, name: string): number {
  return Number(new URL(seen.url, "http://x").searchParams.get(name) ?? "0");
}

const cases: [string, Pages, (seen: Seen, response: ServerResponse, count: number) => void, string[]][] = [
  [
    "pages up to the last",
    { kind: "page", input: "page", items, last: ["info", "max"] },
    (seen, response) => sendJSON(response, 200, { data: numbers(2, query(seen, "page") * 10), info: { max: 2 } }),
    ["/items", "/items?page=2"],
  ],
  [
    "pages until one is not full",
    { kind: "page", input: "page", items, limit: "limit" },
    (seen, response) => sendJSON(response, 200, { data: numbers(query(seen, "page") === 2 ? 1 : 2, 0) }),
    ["/items?limit=2", "/items?page=2&limit=2"],
  ],
  [
    "offsets until there is nothing more",
    { kind: "offset", input: "page", items },
    (seen, response) => sendJSON(response, 200, { data: numbers(query(seen, "page") < 6 ? 3 : 0, 0) }),
    ["/items", "/items?page=3", "/items?page=6"],
  ],
  [
    "cursors in the body",
    { kind: "cursor", input: "cursor", items, next: ["next"] },
    (_, response, count) => sendJSON(response, 200, { data: [count], next: count === 1 ? "c1" : "" }),
    ["/items", "/items?cursor=c1"],
  ],
  [
    "cursors in a header, and never the same twice",
    { kind: "cursor", input: "cursor", next: "x-next" },
    (_, response) => sendJSON(response, 200, { data: [1] }, { "x-next": "c1" }),
    ["/items", "/items?cursor=c1"],
  ],
  [
    "addresses, relative ones too",
    { kind: "url", items, next: ["next"] },
    (_, response, count) => sendJSON(response, 200, { data: [count], next: count === 1 ? "?after=1" : null }),
    ["/items", "/items?after=1"],
  ],
  [
    "links in the header",
    { kind: "link", items },
    (_, response, count) =>
      sendJSON(response, 200, { data: [count] }, count === 1 ? { link: '</items?page=1>; rel="prev", </items?page=3>; rel="next"' } : {}),
    ["/items", "/items?page=3"],
  ],
];

test.each(cases)("%s", async (_, pages, handler, urls) => {
  server = await serve(handler);
  for await (const page of await list(pages)) {
    expect(Array.isArray(page.result.items)).toBe(true);
  }
  expect(server.seen.map((seen) => seen.url)).toEqual(urls);
});

test("items, next and what a page prints", async () => {
  server = await serve((seen, response) => sendJSON(response, 200, { data: [query(seen, "page")], max: 3 }));
  const page = await list({ kind: "page", input: "page", items, last: ["max"] }, { page: 1 });
  expect(JSON.stringify(page)).toBe('{"result":{"items":[1]}}');
  expect(page["~next"]).toEqual({ page: 2 });
  expect((await page.next())?.result.items).toEqual([2]);
  expect(await allItems(page)).toEqual([1, 2, 3]);
});

test("a page that fails throws, and ends the iteration of results", async () => {
  server = await serve((_, response, count) => sendJSON(response, count === 1 ? 200 : 500, { data: [1] }));
  await expect(allItems(await list({ kind: "page", input: "page", items }))).rejects.toMatchObject({ statusCode: 500 });
});
