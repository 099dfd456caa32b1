"""Following pages: where the next page is, and the `next`, `items` and `next_async` of page responses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from pydantic import BaseModel as PydanticBaseModel

from ..types.basemodel import Unset
from .guards import field_value, is_array, is_mapping

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self

Path = Sequence[str | int]
ItemT = TypeVar("ItemT")


class Next(NamedTuple):
    """How the next page is asked for: by other arguments, or at another URL."""

    arguments: Any
    url: str | None = None


class PageNumber(NamedTuple):
    """Pages are numbered. Paths lead through arguments and bodies by wire name: `results=("items",)`."""

    page: Path
    results: Path
    limit: Path | None = None
    last: Path | None = None

    def next(self, arguments: Any, body: Any, response: httpx.Response) -> Next | None:
        """Ends at the last page, at a page without results, or at one with fewer than asked for."""
        page = _number(dig(arguments, self.page), 1)
        results = dig(body, self.results)
        if _is_last_by_count(results, arguments, self.limit):
            return None
        if self.last is not None:
            last = dig(body, self.last)
            if not isinstance(last, (int, float)) or page >= last:
                return None
        return Next(replaced(arguments, self.page, page + 1))


class Offset(NamedTuple):
    """Each page starts after a number of results."""

    offset: Path
    results: Path
    limit: Path | None = None

    def next(self, arguments: Any, body: Any, response: httpx.Response) -> Next | None:
        """Ends at a page without results, or at one with fewer than asked for."""
        results = dig(body, self.results)
        if _is_last_by_count(results, arguments, self.limit):
            return None
        return Next(replaced(arguments, self.offset, _number(dig(arguments, self.offset), 0) + len(results)))


class Cursor(NamedTuple):
    """A page names the next one: in its body, or in a header."""

    cursor: Path
    next_cursor: Path | str
    results: Path | None = None
    limit: Path | None = None

    def next(self, arguments: Any, body: Any, response: httpx.Response) -> Next | None:
        """Ends without a cursor, at a page without results, or when a page names itself."""
        cursor = _output(self.next_cursor, body, response)
        if cursor is None or str(cursor).strip() == "" or cursor == dig(arguments, self.cursor):
            return None
        if self.results is not None and _is_last_by_count(dig(body, self.results), arguments, self.limit):
            return None
        return Next(replaced(arguments, self.cursor, cursor))


class NextUrl(NamedTuple):
    """A page holds the URL of the next one: in its body, or in a header."""

    next_url: Path | str
    results: Path | None = None

    def next(self, arguments: Any, body: Any, response: httpx.Response) -> Next | None:
        """Ends without a URL."""
        url = _output(self.next_url, body, response)
        return None if not isinstance(url, str) or url.strip() == "" else Next(arguments, str(response.request.url.join(url)))


class LinkHeader(NamedTuple):
    """The `Link` header leads to the next page, RFC 8288."""

    results: Path | None = None

    def next(self, arguments: Any, body: Any, response: httpx.Response) -> Next | None:
        """Ends without a link whose relation is "next"."""
        url = response.links.get("next", {}).get("url")
        return None if url is None else Next(arguments, str(response.request.url.join(url)))


Pagination: TypeAlias = PageNumber | Offset | Cursor | NextUrl | LinkHeader


class NextPage:
    """The `next` of a page response: calling it asks for the next page, or returns None after the last one."""

    def __init__(
        self, fetch: Callable[[], Any], fetch_async: Callable[[], Awaitable[Any]], results: Path | None, *, awaitable: bool = False
    ) -> None:
        self._fetch = fetch
        self.fetch_async = fetch_async
        self.results = results
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
    """The results of one page."""
    results = page.next.results
    found = page.result if results is None else dig(page.result, results)
    return found if is_array(found) else ()


def dig(value: Any, path: Path) -> Any:
    """Follows a path of wire names and indexes through models, dicts and lists; None where it ends."""
    for step in path:
        if isinstance(step, int):
            items = value if is_array(value) else []
            value = items[step] if -len(items) <= step < len(items) else None
        elif isinstance(value, PydanticBaseModel):
            value = field_value(value, field_name(type(value), step))
        elif is_mapping(value):
            value = value.get(step)
        else:
            return None
    return None if isinstance(value, Unset) else value


def replaced(value: Any, path: Path, new: Any) -> Any:
    """A copy of the arguments with one of them replaced; the caller's own objects stay as they are."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, PydanticBaseModel):
        name = field_name(type(value), str(step))
        return value.model_copy(update={name: replaced(field_value(value, name), rest, new)})
    entries: dict[Any, Any] = dict(value) if is_mapping(value) else {}
    entries[step] = replaced(entries.get(step), rest, new)
    return entries


def field_name(model: type[PydanticBaseModel], wire: str) -> str:
    """The Python name of a field."""
    return _names(model).get(wire, wire)


@cache
def _names(model: type[PydanticBaseModel]) -> dict[str, str]:
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _output(where: Path | str, body: Any, response: httpx.Response) -> Any:
    return response.headers.get(where) if isinstance(where, str) else dig(body, where)


def _is_last_by_count(results: Any, arguments: Any, limit: Path | None) -> bool:
    if not is_array(results) or not results:
        return True
    asked = None if limit is None else dig(arguments, limit)
    return isinstance(asked, int) and len(results) < asked


def _number(value: Any, default: int) -> int:
    return int(value) if isinstance(value, (int, float)) else default
