"""What callers meet of pages in Python; how they follow each other is cases of `specs/wire`."""

from __future__ import annotations

import asyncio
import importlib

import pytest
from conftest import Answer
from wire_sdk import Wire


def numbered(seen):
    page = int(dict(seen.query).get("page", 1))
    return Answer(200, {"items": [page * 10, page * 10 + 1], "pages": 3})


def test_next(server):
    server.handler = numbered
    with Wire(server_url=server.url) as client:
        page = client.pages.numbered(limit=2)
        seen = []
        while page is not None:
            seen.append(page.result.items)
            page = page.next()
    assert seen == [[10, 11], [20, 21], [30, 31]]


@pytest.mark.parametrize(("package", "awaits"), [("wire_sdk", False), ("wire_variant", True)])
def test_next_of_an_async_page(server, package, awaits):
    server.handler = numbered

    async def main() -> None:
        async with importlib.import_module(package).Wire(server_url=server.url) as client:
            page = await client.pages.numbered_async()
            following = page.next()
            assert (await following if awaits else following).result.items == [20, 21]
            assert (await page.next_async()).result.items == [20, 21]

    asyncio.run(main())


def test_the_callers_body_stays(server):
    server.answer(Answer(200, {"items": [1], "next": "a"}), Answer(200, {"items": [2]}))
    paging = {"size": 5}
    with Wire(server_url=server.url) as client:
        assert list(client.pages.search(text="x", paging=paging).items()) == [1, 2]
    assert paging == {"size": 5}


def test_items_of_the_wrong_shape_end_the_pages(server):
    server.answer(Answer(200, {"items": "none", "pages": 9}))
    with Wire(server_url=server.url) as client:
        page = client.pages.numbered()
        assert page.next() is None and list(page.items()) == []
