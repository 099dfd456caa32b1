"""Following pages, as `CONTRACT.md` of sdksmith, "Pages", says: what the next one is asked with, and what page responses can do."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel as PydanticBaseModel

from ..types.basemodel import Unset
from .guards import field_value, is_array, is_dict, is_mapping, wire_name

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self

    from .operation import Pagination, Path, Place, Rule

ItemT = TypeVar("ItemT")


class Step(NamedTuple):
    """What a following page is asked with: an address, or another value for one input of the same request."""

    url: str | None = None
    input: Place = ""
    value: Any = None


class Sent(NamedTuple):
    """What a request was made of, as it goes over the wire: parameters by name, and the JSON of the body."""

    url: str
    """Without credentials."""
    parameters: Mapping[str, Any]
    body: Any


def next_step(pages: Pagination, sent: Sent, response: httpx.Response, rule: Rule) -> Step | None:
    """How to ask for the page after one that was answered; None after the last."""
    body = json_of(response, rule)
    if pages.kind == "page" or pages.kind == "offset":
        return _next_number(pages, sent, body)
    if pages.kind == "cursor":
        cursor = _output(pages.next, body, response)
        is_new = (_is_number(cursor) or _is_text(cursor)) and cursor != _sent_at(sent, pages.input)
        return Step(input=pages.input, value=cursor) if is_new else None
    link = _next_link(response.headers.get("link", "")) if pages.kind == "link" else _output(pages.next, body, response)
    url = str(response.request.url.join(link)) if isinstance(link, str) and _is_text(link) else None
    return None if url is None or url == sent.url else Step(url)


_LINK = re.compile(r"<([^>]*)>([^<]*)")
_NEXT = re.compile(r';\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|next\b)', re.IGNORECASE)


def _next_link(header: str) -> str | None:
    """`<https://…?page=2>; rel="next"`, one of several relations of a link or of several links (RFC 8288)."""
    return next((match[1] for match in _LINK.finditer(header) if _NEXT.search(match[2])), None)


def _next_number(pages: Pagination, sent: Sent, body: Any) -> Step | None:
    """The page after this one, or the offset behind it; None when this one has no items, or fewer than were asked for."""
    found = dig(body, pages.items or ())
    count = len(found) if is_array(found) else 0
    usual = 1 if pages.kind == "page" else 0
    known = (_number(_sent_at(sent, pages.input)), pages.first, usual)
    current = next(number for number in known if number is not None)
    limit = None if pages.limit is None else _number(_sent_at(sent, pages.limit))
    if count < max(1, (pages.size if limit is None else limit) or 1):
        return None
    if pages.last is not None and current >= (_number(dig(body, pages.last)) or 0):
        return None
    return Step(input=pages.input, value=current + 1 if pages.kind == "page" else current + count)


class NextPage:
    """The `next` of a page response: calling it asks for the next page, or returns None after the last one."""

    def __init__(
        self, fetch: Callable[[], Any], fetch_async: Callable[[], Awaitable[Any]], items: Path | None, *, awaitable: bool = False
    ) -> None:
        self._fetch = fetch
        self.fetch_async = fetch_async
        self.items = items
        self._awaitable = awaitable

    def __call__(self) -> Any:
        """The next page; to be awaited when an `async` method of an SDK with `async` pages returned this one."""
        return self.fetch_async() if self._awaitable else self._fetch()

    def fetch(self) -> Any:
        """The next page, blocking."""
        return self._fetch()


class Pages(Generic[ItemT]):
    """What every page response can do besides holding its `result`."""

    if TYPE_CHECKING:
        result: Any
        next: Any

    async def next_async(self) -> Self | None:
        """The next page without blocking, or None after the last one."""
        page: Self | None = await self.next.fetch_async()
        return page

    def items(self) -> Iterator[ItemT]:
        """The items of this page and of all pages after it."""
        page: Any = self
        while page is not None:
            yield from page_items(page)
            page = page.next.fetch()

    async def items_async(self) -> AsyncIterator[ItemT]:
        """The items of this page and of all pages after it, without blocking."""
        page: Any = self
        while page is not None:
            for item in page_items(page):
                yield item
            page = await page.next.fetch_async()


def page_items(page: Any) -> Sequence[Any]:
    """The items of one page."""
    found = dig(page.result, page.next.items or ())
    return found if is_array(found) else ()


def dig(value: Any, path: Path) -> Any:
    """Follows a path of wire names and positions through JSON and through models; None where it ends."""
    for step in path:
        if isinstance(step, int):
            items = value if is_array(value) else []
            value = items[step] if -len(items) <= step < len(items) else None
        elif isinstance(value, PydanticBaseModel):
            value = field_value(value, _names(type(value)).get(step, step))
        else:
            value = value.get(step) if is_mapping(value) else None
    return None if isinstance(value, Unset) else value


def replaced(value: Any, path: Path, new: Any) -> Any:
    """A copy of a JSON value with another value at a path."""
    if not path:
        return new
    entries: dict[Any, Any] = dict(value) if is_dict(value) else {}
    entries[path[0]] = replaced(entries.get(path[0]), path[1:], new)
    return entries


def json_content(rule: Rule, response: httpx.Response) -> bytes:
    """The bytes of a response as JSON; raises ValueError for what should be XML and is none."""
    if rule.xml is None or rule.type is None:
        return response.content
    return rule.xml.read(rule.type(), response.content)


def json_of(response: httpx.Response, rule: Rule) -> Any:
    """The JSON of a response, or None."""
    try:
        return json.loads(json_content(rule, response))
    except (ValueError, RecursionError):
        return None


@cache
def _names(model: type[PydanticBaseModel]) -> dict[str, str]:
    return {wire_name(name, field): name for name, field in model.model_fields.items()}


def _output(place: Place, body: Any, response: httpx.Response) -> Any:
    return response.headers.get(place) if isinstance(place, str) else dig(body, place)


def _sent_at(sent: Sent, place: Place) -> Any:
    return sent.parameters.get(place) if isinstance(place, str) else dig(sent.body, place)


def _number(value: Any) -> int | None:
    """A number, or one that went as text."""
    try:
        return int(value) if _is_number(value) or _is_text(value) else None
    except (ValueError, OverflowError):
        return None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""
