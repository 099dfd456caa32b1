from __future__ import annotations

import asyncio

import pytest
from conftest import Answer
from sample_sdk import Sample, models
from sample_sdk._runtime.operation import Operation, Pagination, Rule
from sample_sdk.sdkconfiguration import SDKConfiguration


def paged(pages) -> Operation:
    return Operation(
        "list",
        "GET",
        "/list",
        request=lambda: models.PageRequest,
        responses=[Rule("200", lambda: models.Page)],
        wrap=lambda: models.PageResponse,
        pages=pages,
    )


def page_by_number(seen):
    page = int(dict(seen.query)["page"])
    return Answer(200, {"results": [page * 10, page * 10 + 1], "pageCount": 3})


def by_offset(seen):
    offset = int(dict(seen.query).get("offset", 0))
    return Answer(200, {"results": list(range(offset, min(offset + 2, 5)))})


def by_cursor(seen):
    cursor = int(dict(seen.query).get("cursor", 0))
    return Answer(200, {"results": [cursor, cursor], "nextCursor": str(cursor + 1) if cursor < 2 else " "})


def by_header(seen):
    cursor = int(dict(seen.query).get("cursor", 0))
    return Answer(200, {"results": [cursor]}, {"x-next": str(cursor + 1)} if cursor < 2 else {})


def by_url(seen):
    cursor = int(dict(seen.query).get("cursor", 0))
    return Answer(200, {"results": [cursor], "nextCursor": f"/list?cursor={cursor + 1}&keep=a%20b" if cursor < 2 else None})


def by_link(seen):
    cursor = int(dict(seen.query).get("cursor", 0))
    return Answer(200, {"results": [cursor]}, {"link": f'</list?cursor={cursor + 1}>; rel="next"'} if cursor < 2 else {})


ITEMS = ["results"]
CASES = [
    (Pagination("page", input="page", limit="limit", items=ITEMS, last=["pageCount"]), page_by_number, [10, 11, 20, 21, 30, 31], 3),
    (Pagination("offset", input="offset", limit="limit", items=ITEMS), by_offset, [0, 1, 2, 3, 4], 3),
    (Pagination("cursor", input="cursor", next=["nextCursor"], items=ITEMS), by_cursor, [0, 0, 1, 1, 2, 2], 3),
    (Pagination("cursor", input="cursor", next="x-next", items=ITEMS), by_header, [0, 1, 2], 3),
    (Pagination("url", next=["nextCursor"], items=ITEMS), by_url, [0, 1, 2], 3),
    (Pagination("link", items=ITEMS), by_link, [0, 1, 2], 3),
]


@pytest.mark.parametrize(("pages", "handler", "items", "requests"), CASES)
def test_items_follow_the_pages(server, pages, handler, items, requests):
    server.handler = handler
    with Sample(server_url=server.url, security=models.Security(token="t")) as client:
        assert list(client.things.do(paged(pages), {}, http_headers={"x-own": "1"}).items()) == items
    assert len(server.seen) == requests
    assert all(seen.headers["x-own"] == "1" and seen.headers["authorization"] == "Bearer t" for seen in server.seen)


@pytest.mark.parametrize(("pages", "handler", "items", "requests"), CASES)
def test_items_follow_the_pages_without_blocking(server, pages, handler, items, requests):
    server.handler = handler

    async def main() -> list[int]:
        async with Sample(server_url=server.url) as client:
            page = await client.things.do_async(paged(pages), {})
            return [item async for item in page.items_async()]

    assert asyncio.run(main()) == items
    assert len(server.seen) == requests


def test_next(server):
    server.handler = page_by_number
    with Sample(server_url=server.url) as client:
        page = client.things.do(paged(CASES[0][0]), {"limit": 2})
        seen = []
        while page is not None:
            seen.append(page.result.results)
            page = page.next()
    assert seen == [[10, 11], [20, 21], [30, 31]]
    assert [dict(request.query)["limit"] for request in server.seen] == ["2", "2", "2"]


@pytest.mark.parametrize("awaits", [True, False])
def test_next_of_an_async_page(server, monkeypatch, awaits):
    monkeypatch.setattr(SDKConfiguration, "async_next", awaits)
    server.handler = page_by_number

    async def main() -> None:
        async with Sample(server_url=server.url) as client:
            page = await client.things.do_async(paged(CASES[0][0]), {})
            following = page.next()
            assert (await following if awaits else following).result.results == [20, 21]
            assert (await page.next_async()).result.results == [20, 21]

    asyncio.run(main())


def test_credentials_do_not_follow_a_page_to_another_host(server):
    def elsewhere(seen):
        if "cursor" in dict(seen.query):
            return Answer(200, {"results": [1], "nextCursor": None})
        return Answer(200, {"results": [0], "nextCursor": server.url.replace("127.0.0.1", "localhost") + "/list?cursor=1"})

    server.handler = elsewhere
    by_address = paged(Pagination("url", next=["nextCursor"], items=ITEMS))
    with Sample(server_url=server.url, security=models.Security(token="t", query_key="k")) as client:
        assert list(client.things.do(by_address, {}, http_headers={"x-own": "1"}).items()) == [0, 1]
    assert "authorization" in server.seen[0].headers
    assert "authorization" not in server.seen[1].headers and "x-own" not in server.seen[1].headers
    assert ("key", "k") not in server.seen[1].query


def test_the_callers_arguments_stay(server):
    server.handler = page_by_number
    arguments = {"page": 2}
    with Sample(server_url=server.url) as client:
        assert len(list(client.things.do(paged(CASES[0][0]), arguments).items())) == 4
    assert arguments == {"page": 2}


def test_results_of_the_wrong_shape_end_the_pages(server):
    server.answer(Answer(200, {"results": "none", "pageCount": 9}))
    with Sample(server_url=server.url) as client:
        page = client.things.do(paged(CASES[0][0]), {})
        assert page.next() is None and list(page.items()) == []
