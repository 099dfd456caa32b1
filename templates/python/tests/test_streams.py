from __future__ import annotations

import asyncio
import time

import httpx
import pytest
from conftest import Answer
from wire_sdk import Wire
from wire_sdk.utils import EventStream, EventStreamAsync
from wire_sdk.utils.eventstreaming import EventReader, LineReader

EVENTS = Answer(200, headers={"content-type": "text/event-stream; charset=utf-8"}, chunks=[b"data: 1\n\n", b"data: 2\n\n"])


def test_leaving_the_block_closes_the_response(server):
    server.answer(EVENTS)
    with Wire(server_url=server.url) as client:
        with client.streams.texts() as stream:
            assert isinstance(stream, EventStream)
            assert next(stream).data == "1"
        assert stream.response.is_closed and isinstance(stream.response, httpx.Response)


def test_leaving_the_block_closes_the_response_without_blocking(server):
    server.answer(EVENTS)

    async def main() -> None:
        async with Wire(server_url=server.url) as client:
            async with await client.streams.texts_async() as stream:
                assert isinstance(stream, EventStreamAsync)
                assert (await stream.__anext__()).data == "1"
            assert stream.response.is_closed

    asyncio.run(main())


@pytest.mark.parametrize("text", ["a\nb\rc\r\nd\n\ne", "\r\n\r\n", "\n\r", "é\u2028x\n", "last"])
def test_lines_do_not_depend_on_chunks(text):
    raw = text.encode()
    one = LineReader()
    whole = [*one.feed(raw), *one.feed(b"", final=True)]
    for size in (1, 2, 3):
        reader = LineReader()
        lines = [line for at in range(0, len(raw), size) for line in reader.feed(raw[at : at + size])]
        lines += reader.feed(b"", final=True)
        assert lines == whole


def test_reading_is_linear():
    """Processor time, which busy neighbours do not change: eight times as much text takes about eight times as long, not 64 times."""

    def cost(size: int) -> float:
        reader, chunk = EventReader(), b"x" * 1000
        start = time.process_time()
        list(reader.feed(b"data: "))
        for _ in range(size):
            list(reader.feed(chunk))
        assert len(next(iter(reader.feed(b"\n\n"))).data) == size * 1000
        return time.process_time() - start

    cost(100)
    assert cost(16000) < 30 * cost(2000)
