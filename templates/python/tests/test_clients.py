"""How clients are made, closed and logged, and what they hold."""

from __future__ import annotations

import asyncio
import gc
import logging
import subprocess
import sys

import httpx
import pytest
from conftest import Answer
from wire_sdk import SERVERS, Wire, models
from wire_sdk._hooks import HookContext
from wire_sdk.utils import BackoffStrategy, RetryConfig


def test_a_function_is_called_for_each_request(server):
    server.handler = lambda seen: Answer(204)
    tokens = iter("ab")
    with Wire(server_url=server.url, token=lambda: next(tokens)) as client:
        client.answers.get_nothing()
        client.answers.get_nothing()
    assert [seen.headers["authorization"] for seen in server.seen] == ["Bearer a", "Bearer b"]


def test_credentials_are_a_model_a_mapping_or_a_function_that_returns_either(server):
    server.handler = lambda seen: Answer(204)
    tokens = iter("ab")
    for security in ({"token": "m"}, lambda: {"token": next(tokens)}, {"token": lambda: next(tokens)}, models.Security(token="t")):
        with Wire(server_url=server.url, security=security) as client:
            client.answers.get_nothing()
    assert [seen.headers["authorization"] for seen in server.seen] == ["Bearer m", "Bearer a", "Bearer b", "Bearer t"]


def test_a_client_that_is_printed_shows_no_credentials():
    client = Wire(token="hidden", oauth="hidden")
    shown = f"{client!r}{client.answers!r}{client.sdk_configuration!r}{client.sdk_configuration}"
    assert "Wire object" in shown and "server_url" in shown and "hidden" not in shown


def test_the_log_holds_no_credentials(call, server, caplog):
    caplog.set_level(logging.DEBUG, logger="test")
    server.answer(Answer(200, {"id": "a", "colour": "red"}, {"set-cookie": "sid=hidden"}))
    headers = {"x-api-key": "hidden", "cookie": "sid=hidden"}
    call("answers.get_thing", sdk={"token": "hidden", "debug_logger": logging.getLogger("test")}, http_headers=headers)
    assert "Status Code: 200" in caplog.text and '"colour"' in caplog.text and "Method: GET" in caplog.text
    assert "hidden" not in caplog.text and server.last.headers["authorization"] == "Bearer hidden"


def test_closing_leaves_the_users_client_open(server):
    own = httpx.Client()
    with Wire(server_url=server.url, client=own) as client:
        pass
    assert not own.is_closed
    with pytest.raises(RuntimeError, match="closed"):
        client.answers.get_nothing()


def test_own_clients_are_closed_and_made_on_demand(server):
    server.handler = lambda seen: Answer(204)
    client = Wire(server_url=server.url)
    state = vars(client.sdk_configuration)
    assert state["client"] is None and state["async_client"] is None
    client.answers.get_nothing()
    made = state["client"]
    assert isinstance(made, httpx.Client) and state["async_client"] is None
    assert client.sdk_configuration.client is made
    del client
    gc.collect()
    assert made.is_closed


def test_what_closes_a_client_is_loaded_with_it():
    """A finalizer runs in the middle of anything, also of an import, and must not import then."""
    code = """
import sys, wire_sdk
client = wire_sdk.Wire()
assert "wire_sdk.httpclient" not in sys.modules
client.sdk_configuration.client
assert "wire_sdk.httpclient" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path[:2])})


def test_both_clients_of_one_sdk(server):
    server.handler = lambda seen: Answer(204)

    async def main() -> None:
        async with Wire(server_url=server.url) as client:
            await client.answers.get_nothing_async()
            client.answers.get_nothing()
        assert client.sdk_configuration.async_client is None
        with pytest.raises(RuntimeError, match="closed"):
            await client.answers.get_nothing_async()

    asyncio.run(main())


def test_each_event_loop_has_connections_of_its_own(server):
    server.handler = lambda seen: Answer(204)
    client = Wire(server_url=server.url)
    made: list[object] = []

    async def main() -> None:
        await client.answers.get_nothing_async()
        await client.answers.get_nothing_async()
        made.append(client.sdk_configuration.loop_client())

    asyncio.run(main())
    asyncio.run(main())
    assert len(server.seen) == 4 and made[0] is not made[1]
    own = httpx.AsyncClient()
    supplied = Wire(server_url=server.url, async_client=own)

    async def held() -> object:
        return supplied.sdk_configuration.loop_client()

    assert asyncio.run(held()) is own and asyncio.run(held()) is own


def test_a_client_must_be_one():
    with pytest.raises(AssertionError, match="HttpClient protocol"):
        Wire(client=object())


def test_resources_and_servers():
    client = Wire()
    assert "answers" in dir(client) and client.answers is client.answers
    assert client.answers.sdk_configuration is client.sdk_configuration and client.answers.parent_ref is client
    with pytest.raises(AttributeError, match="no attribute 'answer'"):
        client.answer  # noqa: B018
    assert client.sdk_configuration.get_server_details() == (SERVERS[0], {})


def test_a_request_of_ones_own(server, clock):
    server.answer(Answer(503), Answer(404))
    retries = RetryConfig("backoff", BackoffStrategy(1000, 5000, 2, 20000), True)
    with Wire(server_url=server.url) as client:
        context = HookContext(client.sdk_configuration, server.url, "own", None, None)
        request = httpx.Request("GET", f"{server.url}/own")
        assert client.do_request(context, request, ["4XX", "5XX"], retry_config=(retries, ["503"])).status_code == 404
    assert clock.waits == [1]
