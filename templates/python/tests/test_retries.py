"""What callers say of retries and timeouts in Python; the rest is cases of `specs/wire`."""

from __future__ import annotations

import httpx
import pytest
from conftest import Answer
from wire_sdk import Wire, errors
from wire_sdk._runtime.retry import retry_after
from wire_sdk.utils import BackoffStrategy, RetryConfig


def quick(connection: bool = True, **options) -> RetryConfig:
    return RetryConfig("backoff", BackoffStrategy(1000, 5000, 2, 20000), connection, **options)


def test_retries_of_the_client_hold_for_all_calls(call, server, clock):
    server.answer(Answer(503), Answer(429, headers={"retry-after": "0"}), Answer(204))
    call("answers.get_nothing", sdk={"retry_config": quick()})
    assert (len(server.seen), clock.waits) == (3, [1, 0])


@pytest.mark.parametrize("sdk", [{"retry_config": quick()}, {}])
def test_none_switches_retries_off(call, server, sdk):
    server.answer(Answer(503))
    with pytest.raises(errors.SDKError):
        call("calls.usual", sdk=sdk, retries=None)


@pytest.mark.parametrize("status", [501, 408, 400])
def test_other_statuses_are_not_retried(call, server, status):
    server.answer(Answer(status))
    with pytest.raises(errors.SDKError):
        call("answers.get_nothing", retries=quick())


def test_own_status_codes(call, server):
    server.answer(Answer(418), Answer(204))
    call("answers.get_nothing", retries=quick(status_codes=["4XX"]))
    assert len(server.seen) == 2


def test_retry_after_values():
    assert retry_after("2") == 2
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    for nonsense in (None, "", "soon", "inf", "nan", "-1", "1e3"):
        assert retry_after(nonsense) is None


def test_a_server_that_is_not_there(call, clock):
    sdk = {"server_url": "http://127.0.0.1:9"}
    with pytest.raises(httpx.ConnectError):
        call("answers.get_nothing", sdk=sdk, retries=quick())
    assert clock.waits == [1, 2, 4, 5, 5]
    with pytest.raises(httpx.ConnectError):
        call("answers.get_nothing", sdk=sdk, retries=quick(connection=False))
    assert len(clock.waits) == 5


def test_a_file_is_sent_again_from_its_start(call, server, tmp_path):
    path = tmp_path / "f"
    path.write_bytes(b"abc")
    server.answer(Answer(503), Answer(204))
    with path.open("rb") as file:
        call("bodies.send_bytes", request=file, retries=quick())
    assert [seen.body for seen in server.seen] == [b"abc", b"abc"]


def test_the_timeout_of_the_client_holds_for_all_calls(call, clock):
    asked = []

    def handler(request):
        asked.append(request.extensions["timeout"]["read"])
        raise httpx.ReadTimeout("late", request=request)

    transport = httpx.MockTransport(handler)
    own = {"client": httpx.Client(transport=transport), "async_client": httpx.AsyncClient(transport=transport)}
    with pytest.raises(httpx.TimeoutException):
        call("answers.get_nothing", sdk={**own, "timeout_ms": 50})
    with pytest.raises(httpx.TimeoutException):
        call("answers.get_nothing", sdk={**own, "timeout_ms": 50}, timeout_ms=70)
    assert asked == [0.05, 0.07]


def test_the_users_own_client_keeps_its_timeout():
    seen = []

    def handler(request):
        seen.append(request.extensions["timeout"])
        return httpx.Response(204)

    Wire(client=httpx.Client(transport=httpx.MockTransport(handler), timeout=7)).answers.get_nothing()
    assert seen == [{"connect": 7, "read": 7, "write": 7, "pool": 7}]
