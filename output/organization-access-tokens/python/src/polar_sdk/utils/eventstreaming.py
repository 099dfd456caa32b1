"""Streams of server-sent events and of JSON lines."""

from __future__ import annotations

import codecs
import contextlib
import json
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from types import TracebackType

    import httpx
    from typing_extensions import Self

T = TypeVar("T")

MESSAGE_BOUNDARIES = [b"\r\n\r\n", b"\n\n", b"\r\r"]


@dataclass
class ServerEvent:
    """One event as it was sent."""

    id: str | None = None
    event: str | None = None
    data: str | None = None
    retry: int | None = None


class LineReader:
    """Splits chunks of bytes into lines: each byte is looked at once, however the chunks fall.

    Lines end with LF, CR or CRLF, as HTML, 9.2.5, says; with `only_lf` (JSON lines) a CR does not end a line.
    """

    def __init__(self, *, only_lf: bool = False) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._parts: list[str] = []
        self._after_cr = False
        self._first = True
        self._only_lf = only_lf

    def feed(self, chunk: bytes, *, final: bool = False) -> Iterator[str]:
        """The lines that a chunk completes; the last chunk completes what is left."""
        text = self._decode(chunk, final)
        if self._first and text:
            self._first = False
            text = text.removeprefix("\ufeff")
        if self._after_cr and text:
            text = text.removeprefix("\n")
            self._after_cr = False
        if not self._only_lf:
            self._after_cr = text.endswith("\r") or (self._after_cr and not text)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        *lines, rest = text.split("\n")
        for line in lines:
            yield "".join([*self._parts, line])
            self._parts.clear()
        if rest:
            self._parts.append(rest)
        if final and self._parts:
            yield "".join(self._parts)
            self._parts.clear()


class EventReader:
    """Gathers bytes into events, HTML, 9.2.6. An event that only the end of the stream ends counts too: many servers leave the last
    empty line out.
    """

    def __init__(self) -> None:
        self._lines = LineReader()
        self._event = ServerEvent()
        self._data: list[str] = []
        self._last_id: str | None = None

    def feed(self, chunk: bytes) -> Iterator[ServerEvent]:
        """The events that a chunk completes."""
        for line in self._lines.feed(chunk):
            yield from self._line(line)

    def finish(self) -> Iterator[ServerEvent]:
        """The event that the end of the stream completes."""
        for line in [*self._lines.feed(b"", final=True), ""]:
            yield from self._line(line)

    def _line(self, line: str) -> Iterator[ServerEvent]:
        if line == "":
            event, self._event = self._event, ServerEvent(id=self._last_id)
            if self._data:
                event.data = "\n".join(self._data)
                self._data = []
            if event.data is not None or event.event is not None or event.retry is not None:
                yield event
            return
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event.event = value
        elif name == "id" and "\0" not in value:
            self._event.id = self._last_id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self._event.retry = int(value)


def stream_events(
    response: httpx.Response, decoder: Callable[[str], T], sentinel: str | None = None, *, data_only: bool = False
) -> Generator[T, None, None]:
    """The decoded events of a response, or only their data; ends at an event whose data is the sentinel."""
    events = EventReader()
    for chunk in response.iter_bytes():
        for event in events.feed(chunk):
            if sentinel is not None and event.data == sentinel:
                return
            yield from _decoded(event, decoder, data_only)
    for event in events.finish():
        if sentinel is None or event.data != sentinel:
            yield from _decoded(event, decoder, data_only)


async def stream_events_async(
    response: httpx.Response, decoder: Callable[[str], T], sentinel: str | None = None, *, data_only: bool = False
) -> AsyncGenerator[T, None]:
    """The decoded events of a response, or only their data; ends at an event whose data is the sentinel."""
    events = EventReader()
    async for chunk in response.aiter_bytes():
        for event in events.feed(chunk):
            if sentinel is not None and event.data == sentinel:
                return
            for decoded in _decoded(event, decoder, data_only):
                yield decoded
    for event in events.finish():
        if sentinel is not None and event.data == sentinel:
            return
        for decoded in _decoded(event, decoder, data_only):
            yield decoded


def _decoded(event: ServerEvent, decoder: Callable[[str], T], data_only: bool) -> Iterator[T]:
    if not data_only:
        yield decoder(event_json(event))
    elif event.data is not None:
        yield decoder(event.data)


def event_json(event: ServerEvent) -> str:
    """An event as a JSON object of what was sent; its data is parsed when it is JSON, and stays text when it is not."""
    fields: dict[str, Any] = {name: value for name, value in vars(event).items() if value is not None}
    if event.data is not None:
        with contextlib.suppress(ValueError, RecursionError):
            fields["data"] = json.loads(event.data)
    return json.dumps(fields)


def stream_lines(response: httpx.Response, decoder: Callable[[str], T]) -> Generator[T, None, None]:
    """The decoded lines of a response; empty ones are passed over."""
    lines = LineReader(only_lf=True)
    for chunk in response.iter_bytes():
        yield from (decoder(line) for line in lines.feed(chunk) if line.strip())
    yield from (decoder(line) for line in lines.feed(b"", final=True) if line.strip())


async def stream_lines_async(response: httpx.Response, decoder: Callable[[str], T]) -> AsyncGenerator[T, None]:
    """The decoded lines of a response; empty ones are passed over."""
    lines = LineReader(only_lf=True)
    async for chunk in response.aiter_bytes():
        for line in lines.feed(chunk):
            if line.strip():
                yield decoder(line)
    for line in lines.feed(b"", final=True):
        if line.strip():
            yield decoder(line)


class EventStream(Generic[T]):
    """Events as they arrive: iterate over it, in a `with` block that closes the response."""

    response: httpx.Response
    generator: Generator[T, None, None]
    client_ref: object | None

    def __init__(
        self,
        response: httpx.Response,
        decoder: Callable[[str], T],
        sentinel: str | None = None,
        client_ref: object | None = None,
        *,
        data_only: bool = False,
    ) -> None:
        self.response = response
        self.generator = stream_events(response, decoder, sentinel, data_only=data_only)
        self.client_ref = client_ref  # keeps the client, and so the connection, from being collected

    def __iter__(self) -> Self:
        """Itself."""
        return self

    def __next__(self) -> T:
        """The next event."""
        return next(self.generator)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None:
        """Closes the response."""
        self.response.close()


class EventStreamAsync(Generic[T]):
    """Events as they arrive: iterate over it with `async for`, in an `async with` block that closes the response."""

    response: httpx.Response
    generator: AsyncGenerator[T, None]
    client_ref: object | None

    def __init__(
        self,
        response: httpx.Response,
        decoder: Callable[[str], T],
        sentinel: str | None = None,
        client_ref: object | None = None,
        *,
        data_only: bool = False,
    ) -> None:
        self.response = response
        self.generator = stream_events_async(response, decoder, sentinel, data_only=data_only)
        self.client_ref = client_ref  # keeps the client, and so the connection, from being collected

    def __aiter__(self) -> Self:
        """Itself."""
        return self

    async def __anext__(self) -> T:
        """The next event."""
        return await self.generator.__anext__()

    async def __aenter__(self) -> Self:
        """Itself."""
        return self

    async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None:
        """Closes the response."""
        await self.response.aclose()


class JsonLines(EventStream[T]):
    """JSON lines as they arrive."""

    def __init__(self, response: httpx.Response, decoder: Callable[[str], T], client_ref: object | None = None) -> None:
        super().__init__(response, decoder, None, client_ref)
        self.generator = stream_lines(response, decoder)


class JsonLinesAsync(EventStreamAsync[T]):
    """JSON lines as they arrive."""

    def __init__(self, response: httpx.Response, decoder: Callable[[str], T], client_ref: object | None = None) -> None:
        super().__init__(response, decoder, None, client_ref)
        self.generator = stream_lines_async(response, decoder)
