from __future__ import annotations

import asyncio
import time

import httpx
import pytest
from conftest import Answer
from sample_sdk import Sample, models
from sample_sdk._runtime.operation import Operation, Rule
from sample_sdk.utils import EventStream
from sample_sdk.utils.eventstreaming import EventReader, LineReader


def stream(*words, **options):
    return Operation("s", "GET", "/s", responses=[Rule("200", *words, **options)])


EVENTS = stream(lambda: models.EventItem, "text/event-stream", "events", sentinel="[DONE]")
DATA = stream(lambda: models.EventItem, "text/event-stream", "events", sentinel="[DONE]", flat=True)
LINES = stream(lambda: models.Nested, "application/jsonl", "lines")
SSE = {"content-type": "text/event-stream; charset=utf-8"}


def read(server, operation, how):
    if how == "blocking":
        with Sample(server_url=server.url) as client, client.things.do(operation) as stream:
            return list(stream)

    async def main():
        async with Sample(server_url=server.url) as client, await client.things.do_async(operation) as stream:
            return [item async for item in stream]

    return asyncio.run(main())


@pytest.fixture(params=["blocking", "async"])
def how(request):
    return request.param


def test_events(server, how):
    chunks = [
        b': hello\r\nid: 1\r\nevent: a\r\ndata: {"na',
        b'me":\r\ndata: "n"}\r',
        b"\n\r\ndata: plain\n\nretry: 5\ndata: 12\n\n",
        b"data: [DONE]\n\ndata: no\n\n",
    ]
    server.answer(Answer(200, headers=SSE, chunks=chunks))
    one, two, three = read(server, EVENTS, how)
    assert (one.id, one.event, one.data) == ("1", "a", models.Nested(name="n"))
    assert (two.id, two.event, two.data) == ("1", None, "plain")
    assert (three.data, three.retry) == ("12", 5)


def test_data_only_and_an_unfinished_end(server, how):
    server.answer(Answer(200, headers=SSE, chunks=[b'data: {"name":"a"}\n\n', b'data: {"name":"\xc3', b'\xa9"}']))
    assert [item.name for item in read(server, DATA, how)] == ["a", "é"]
    server.answer(Answer(200, headers=SSE, chunks=[b'data: {"name":"a"}\n\ndata: [DONE]']))
    assert [item.name for item in read(server, DATA, how)] == ["a"]


def test_json_lines(server, how):
    server.answer(Answer(200, headers={"content-type": "application/jsonl"}, chunks=[b'{"name":"a"}\r\n\n{"na', b'me":"b"}']))
    assert [item.name for item in read(server, LINES, how)] == ["a", "b"]


def test_an_item_that_does_not_fit_is_kept(server, how):
    server.answer(Answer(200, headers={"content-type": "application/jsonl"}, chunks=[b'{"note":"x"}\n[1]\n']))
    one, two = read(server, LINES, how)
    assert (one.name, one.note, two) == (None, "x", [1])


def test_leaving_the_block_closes_the_response(server):
    server.answer(Answer(200, headers=SSE, chunks=[b"data: 1\n\n", b"data: 2\n\n"]))
    with Sample(server_url=server.url) as client:
        with client.things.do(EVENTS) as stream:
            assert isinstance(stream, EventStream)
            next(stream)
        assert stream.response.is_closed and isinstance(stream.response, httpx.Response)


@pytest.mark.parametrize("text", ["a\nb\rc\r\nd\n\ne", "\r\n\r\n", "\n\r", "é\u2028x\n", "last"])
def test_lines_do_not_depend_on_chunks(text):
    raw = text.encode()
    whole = [*LineReader().feed(raw), *LineReader().feed(b"", final=True)]
    for size in (1, 2, 3):
        reader = LineReader()
        lines = [line for at in range(0, len(raw), size) for line in reader.feed(raw[at : at + size])]
        lines += reader.feed(b"", final=True)
        one = LineReader()
        assert lines == [*one.feed(raw), *one.feed(b"", final=True)]
    assert whole is not None


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
