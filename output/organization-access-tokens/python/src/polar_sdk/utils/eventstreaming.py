"""Streams of server-sent events and of JSON lines, as `CONTRACT.md` of sdksmith, "Streams", says."""

from __future__ import annotations

import codecs
import json
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from types import TracebackType

    import httpx
    from typing_extensions import Self

T = TypeVar("T")


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


class RecordReader:
    """Splits chunks of bytes into the texts of a JSON sequence: what stands behind a record separator, RFC 7464, is whole at the end of its
    first line or at the next separator.
    """

    def __init__(self) -> None:
        self._lines = LineReader(only_lf=True)
        self._begun: list[str] = []

    def feed(self, chunk: bytes, *, final: bool = False) -> Iterator[str]:
        """The texts that a chunk completes; the last chunk completes what is left."""
        for line in self._lines.feed(chunk, final=final):
            rest, *starts = line.split("\x1e")
            self._begun.append(rest)
            for start in starts:
                yield "\n".join(self._begun)
                self._begun = [start]
            if len(self._begun) == 1 and _is_json(self._begun[0]):
                yield self._begun.pop()
        if final:
            yield "\n".join(self._begun)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


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


Misfit: TypeAlias = Callable[[str, ValueError], T]
"""What becomes of an item that the decoder refuses."""

Broken: TypeAlias = "Callable[[httpx.TransportError], Exception]"
"""What is raised for a connection that breaks inside of a stream, or that is silent for too long."""


class ItemReader(Generic[T]):
    """Turns events and lines into values."""

    def __init__(self, decoder: Callable[[str], T], misfit: Misfit[T] | None = None, *, data_only: bool = False) -> None:
        self._decoder = decoder
        self._misfit = misfit
        self._data_only = data_only

    def event(self, event: ServerEvent) -> T:
        """The value of an event, or of its data alone."""
        return self._value(readings_of(event, data_only=self._data_only))

    def line(self, line: str) -> Iterator[T]:
        """The value of a line; none for an empty one."""
        if line.strip():
            yield self._value([line])

    def _value(self, readings: Sequence[str]) -> T:
        """Of several readings the first that fits."""
        refused: ValueError | None = None
        for reading in readings:
            try:
                return self._decoder(reading)
            except ValueError as error:
                refused = refused or error
        if refused is None:
            raise ValueError("nothing to read")
        if self._misfit is None:
            raise refused
        return self._misfit(readings[0], refused)


def readings_of(event: ServerEvent, *, data_only: bool = False) -> list[str]:
    """An event, or its data alone, as JSON. Data is JSON or text, and only its type says which: JSON comes first unless it is no more than
    a quoted text.
    """
    if event.data is None:
        return []
    fields = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in vars(event).items() if name != "data" and value is not None]

    def reading(data: str) -> str:
        return data if data_only else "{" + ", ".join([*fields, f'"data": {data}']) + "}"

    as_text = reading(json.dumps(event.data))
    try:
        data = json.loads(event.data)
    except (ValueError, RecursionError):
        return [as_text]
    as_json = reading(event.data)
    return [as_text, as_json] if isinstance(data, str) else [as_json, as_text]


def stream_events(
    response: httpx.Response,
    decoder: Callable[[str], T],
    sentinel: str | None = None,
    *,
    data_only: bool = False,
    misfit: Misfit[T] | None = None,
    broken: Broken | None = None,
) -> Generator[T, None, None]:
    """The decoded events of a response, or only their data; ends at an event whose data is the sentinel."""
    events, items = EventReader(), ItemReader(decoder, misfit, data_only=data_only)
    try:
        for chunk in _chunks(response, broken):
            for event in events.finish() if chunk is None else events.feed(chunk):
                if sentinel is not None and event.data == sentinel:
                    return
                yield items.event(event)
    finally:
        response.close()


async def stream_events_async(
    response: httpx.Response,
    decoder: Callable[[str], T],
    sentinel: str | None = None,
    *,
    data_only: bool = False,
    misfit: Misfit[T] | None = None,
    broken: Broken | None = None,
) -> AsyncGenerator[T, None]:
    """The decoded events of a response, or only their data; ends at an event whose data is the sentinel."""
    events, items = EventReader(), ItemReader(decoder, misfit, data_only=data_only)
    try:
        async for chunk in _chunks_async(response, broken):
            for event in events.finish() if chunk is None else events.feed(chunk):
                if sentinel is not None and event.data == sentinel:
                    return
                yield items.event(event)
    finally:
        await response.aclose()


def stream_lines(
    response: httpx.Response,
    decoder: Callable[[str], T],
    misfit: Misfit[T] | None = None,
    *,
    records: bool = False,
    broken: Broken | None = None,
) -> Generator[T, None, None]:
    """The decoded lines of a response, or its `records`, each behind a separator; empty ones are passed over."""
    lines, items = RecordReader() if records else LineReader(only_lf=True), ItemReader(decoder, misfit)
    try:
        for chunk in _chunks(response, broken):
            for line in lines.feed(chunk or b"", final=chunk is None):
                yield from items.line(line)
    finally:
        response.close()


async def stream_lines_async(
    response: httpx.Response,
    decoder: Callable[[str], T],
    misfit: Misfit[T] | None = None,
    *,
    records: bool = False,
    broken: Broken | None = None,
) -> AsyncGenerator[T, None]:
    """The decoded lines of a response, or its `records`, each behind a separator; empty ones are passed over."""
    lines, items = RecordReader() if records else LineReader(only_lf=True), ItemReader(decoder, misfit)
    try:
        async for chunk in _chunks_async(response, broken):
            for line in lines.feed(chunk or b"", final=chunk is None):
                for item in items.line(line):
                    yield item
    finally:
        await response.aclose()


def _chunks(response: httpx.Response, broken: Broken | None) -> Generator[bytes | None, None, None]:
    """The chunks of a response, and None behind the last."""
    import httpx

    try:
        yield from response.iter_bytes()
    except httpx.TransportError as error:
        raise (error if broken is None else broken(error)) from error
    yield None


async def _chunks_async(response: httpx.Response, broken: Broken | None) -> AsyncGenerator[bytes | None, None]:
    """The chunks of a response, and None behind the last."""
    import httpx

    try:
        async for chunk in response.aiter_bytes():
            yield chunk
    except httpx.TransportError as error:
        raise (error if broken is None else broken(error)) from error
    yield None


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
        misfit: Misfit[T] | None = None,
        broken: Broken | None = None,
    ) -> None:
        self.response = response
        self.generator = stream_events(response, decoder, sentinel, data_only=data_only, misfit=misfit, broken=broken)
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
        misfit: Misfit[T] | None = None,
        broken: Broken | None = None,
    ) -> None:
        self.response = response
        self.generator = stream_events_async(response, decoder, sentinel, data_only=data_only, misfit=misfit, broken=broken)
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

    def __init__(
        self,
        response: httpx.Response,
        decoder: Callable[[str], T],
        client_ref: object | None = None,
        *,
        misfit: Misfit[T] | None = None,
        records: bool = False,
        broken: Broken | None = None,
    ) -> None:
        super().__init__(response, decoder, None, client_ref)
        self.generator = stream_lines(response, decoder, misfit, records=records, broken=broken)


class JsonLinesAsync(EventStreamAsync[T]):
    """JSON lines as they arrive."""

    def __init__(
        self,
        response: httpx.Response,
        decoder: Callable[[str], T],
        client_ref: object | None = None,
        *,
        misfit: Misfit[T] | None = None,
        records: bool = False,
        broken: Broken | None = None,
    ) -> None:
        super().__init__(response, decoder, None, client_ref)
        self.generator = stream_lines_async(response, decoder, misfit, records=records, broken=broken)
