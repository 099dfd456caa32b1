from __future__ import annotations

import asyncio
import gc
import logging
import time

import httpx
import pytest
from conftest import Answer
from sample_sdk import SERVERS, Sample, models
from sample_sdk._hooks import AfterErrorHook, AfterSuccessHook, BeforeRequestHook, MismatchHook, SDKInitHook, registration
from sample_sdk._runtime.operation import Operation, Reply
from sample_sdk._runtime.retry import RetryDefaults, retry_after
from sample_sdk.things import get
from sample_sdk.utils import BackoffStrategy, RetryConfig

THING = {"id": "1", "madeAt": "2026-01-31T12:00:00Z", "nested": None}
EMPTY = Operation("x", "GET", "/x", replies=[Reply.empty("204")])


def quick(budget: int = 5000, connection: bool = True, **options) -> RetryConfig:
    return RetryConfig("backoff", BackoffStrategy(1, 5, 1.5, budget, jitter=0), connection, **options)


# ---- retries


def test_nothing_is_retried_by_default(do, server):
    server.answer(Answer(503))
    with pytest.raises(models.SDKError):
        do(EMPTY)


@pytest.mark.parametrize("where", ["call", "client", "operation"])
def test_retries(do, server, where):
    server.answer(Answer(503), Answer(429, headers={"retry-after": "0"}), Answer(204))
    operation = Operation(
        "x", "GET", "/x", replies=[Reply.empty("204")], retries=RetryDefaults(1, 5, 1.5, 5000) if where == "operation" else None
    )
    do(operation, sdk={"retry_config": quick()} if where == "client" else {}, **({"retries": quick()} if where == "call" else {}))
    assert len(server.seen) == 3


def test_none_switches_retries_off(do, server):
    server.answer(Answer(503))
    with pytest.raises(models.SDKError):
        do(EMPTY, sdk={"retry_config": quick()}, retries=None)


@pytest.mark.parametrize("status", [501, 408, 400])
def test_other_statuses_are_not_retried(do, server, status):
    server.answer(Answer(status))
    with pytest.raises(models.SDKError):
        do(EMPTY, retries=quick())


def test_own_status_codes(do, server):
    server.answer(Answer(418), Answer(204))
    do(EMPTY, retries=quick(status_codes=["4XX"]))


def test_the_last_response_is_an_error_as_usual(do, server):
    server.handler = lambda seen: Answer(503, {"left": True})
    with pytest.raises(models.SDKError, match="left"):
        do(EMPTY, retries=quick(budget=30))
    assert len(server.seen) > 1


def test_retry_after_is_honoured(do, server):
    server.answer(Answer(503, headers={"retry-after": "0.3"}), Answer(204))
    start = time.monotonic()
    do(EMPTY, retries=quick())
    assert time.monotonic() - start >= 0.3


def test_retry_after_values():
    assert retry_after("2") == 2
    assert retry_after("-1") == 0
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    for nonsense in (None, "", "soon", "inf", "nan"):
        assert retry_after(nonsense) is None


def test_connection_errors(do):
    sdk = {"server_url": "http://127.0.0.1:9"}
    start = time.monotonic()
    with pytest.raises(httpx.ConnectError):
        do(EMPTY, sdk=sdk, retries=quick(budget=50))
    assert time.monotonic() - start >= 0.05
    with pytest.raises(httpx.ConnectError):
        do(EMPTY, sdk=sdk, retries=quick(connection=False))


def test_a_file_is_sent_again_from_its_start(do, server, tmp_path):
    from sample_sdk.types import FileContent

    path = tmp_path / "f"
    path.write_bytes(b"abc")
    server.answer(Answer(503), Answer(204))
    with path.open("rb") as file:
        do(Operation("p", "PUT", "/x", request=lambda: FileContent, body="image/png", replies=[Reply.empty("204")]), file, retries=quick())
    assert [seen.body for seen in server.seen] == [b"abc", b"abc"]


# ---- timeouts


@pytest.mark.parametrize("where", ["call", "client", "operation"])
def test_timeouts(do, server, where):
    def slow(seen):
        time.sleep(0.5)
        return Answer(204)

    server.handler = slow
    operation = Operation("x", "GET", "/x", replies=[Reply.empty("204")], timeout_ms=50 if where == "operation" else None)
    with pytest.raises(httpx.TimeoutException):
        do(operation, sdk={"timeout_ms": 50} if where == "client" else {}, **({"timeout_ms": 50} if where == "call" else {}))


def test_the_users_own_client_keeps_its_timeout():
    seen = []

    def handler(request):
        seen.append(request.extensions["timeout"])
        return httpx.Response(204)

    Sample(client=httpx.Client(transport=httpx.MockTransport(handler), timeout=7)).things.do(EMPTY)
    assert seen == [{"connect": 7, "read": 7, "write": 7, "pool": 7}]


# ---- credentials


def credentials(do, server, client_security, operation=EMPTY, **options):
    server.answer(Answer(204))
    do(operation, sdk={"security": client_security}, **options)
    return server.last


def test_credentials(do, server):
    assert credentials(do, server, models.Security(token="t")).headers["authorization"] == "Bearer t"
    assert credentials(do, server, models.Security(token="bearer t")).headers["authorization"] == "bearer t"
    seen = credentials(do, server, models.Security(key="k", query_key="q", cookie_key="c"))
    assert (seen.headers["x-key"], seen.query, seen.headers["cookie"]) == ("k", [("key", "q")], "sid=c")
    assert "authorization" not in credentials(do, server, None).headers


def test_a_function_is_called_for_each_request(do, server):
    tokens = iter("ab")
    secure = lambda: models.Security(token=next(tokens))  # noqa: E731
    assert credentials(do, server, secure).headers["authorization"] == "Bearer a"
    assert credentials(do, server, secure).headers["authorization"] == "Bearer b"


def test_an_operations_own_credentials(do, server):
    alternatives = [{"login": []}, {"key": []}]
    own = Operation("x", "GET", "/x", replies=[Reply.empty("204")], security=lambda: models.OpSecurity, alternatives=alternatives)
    client = models.Security(token="t")
    both = {"login": {"username": "u", "password": "p:w"}, "key": "k"}
    seen = credentials(do, server, client, operation=own, security=both)
    assert seen.headers["authorization"] == "Basic dTpwOnc=" and "x-op-key" not in seen.headers
    seen = credentials(do, server, client, operation=own, security=models.OpSecurity(key="k"))
    assert seen.headers["x-op-key"] == "k" and "authorization" not in seen.headers
    open_to_all = Operation("x", "GET", "/x", replies=[Reply.empty("204")], anonymous=True)
    assert "authorization" not in credentials(do, server, client, operation=open_to_all).headers


def test_credentials_from_the_environment(do, server, monkeypatch):
    monkeypatch.setenv("SAMPLE_KEY", "env")
    assert credentials(do, server, None).headers["x-key"] == "env"
    assert "x-key" not in credentials(do, server, models.Security(token="t")).headers


def test_client_credentials(do, server):
    def handler(seen):
        if seen.path == "/oauth/token":
            return Answer(200, {"access_token": f"t{len(server.seen)}", "expires_in": 3600, "token_type": "Bearer"})
        return Answer(204 if seen.headers.get("authorization") == "Bearer t1" else 401)

    server.handler = handler
    security = models.Security(client_oauth=models.ClientCredentials(client_id="i", client_secret="s"))
    alternatives = [{"client_oauth": ["a", "b"]}]
    do(Operation("x", "GET", "/x", replies=[Reply.empty("204")], alternatives=alternatives), sdk={"security": security})
    assert [seen.path for seen in server.seen] == ["/oauth/token", "/x"]
    assert server.seen[0].body == b"grant_type=client_credentials&client_id=i&client_secret=s&scope=a+b"


def test_tokens_are_kept_and_renewed_once_when_refused(server):
    statuses = iter([204, 204, 401, 204, 401, 401])

    def handler(seen):
        return Answer(200, {"access_token": f"t{len(server.seen)}"}) if seen.path == "/oauth/token" else Answer(next(statuses))

    server.handler = handler
    security = models.Security(client_oauth=models.ClientCredentials(client_id="i", client_secret="s"))
    with Sample(server_url=server.url, security=security) as client:
        client.things.do(EMPTY)
        client.things.do(EMPTY)
        client.things.do(EMPTY)
        with pytest.raises(models.SDKError):
            client.things.do(EMPTY)
    refused = ["/x", "/oauth/token", "/x"]
    assert [seen.path for seen in server.seen] == ["/oauth/token", "/x", "/x", *refused, *refused]


@pytest.mark.parametrize("answer", [Answer(500), Answer(200, {"nothing": 1}), Answer(200, b"<html>")])
def test_a_token_endpoint_that_fails(do, server, answer):
    server.answer(answer)
    security = models.Security(client_oauth=models.ClientCredentials(client_id="i", client_secret="secret"))
    with pytest.raises(RuntimeError, match="token endpoint") as caught:
        do(EMPTY, sdk={"security": security})
    assert "secret" not in str(caught.value)


# ---- hooks


@pytest.fixture
def hooked(monkeypatch):
    events: list[object] = []

    class Everything(SDKInitHook, BeforeRequestHook, AfterSuccessHook, AfterErrorHook, MismatchHook):
        def sdk_init(self, config):
            events.append("init")
            return config

        def before_request(self, hook_ctx, request):
            events.append(("before", hook_ctx.operation_id, hook_ctx.base_url))
            request.headers["x-hook"] = "1"
            return request

        def after_success(self, hook_ctx, response):
            events.append(("success", response.status_code))
            return response

        def after_error(self, hook_ctx, response, error):
            events.append(("error", response.status_code if response is not None else type(error)))
            return response, error

        def mismatch(self, hook_ctx, response, error):
            events.append(("mismatch", [detail["loc"] for detail in error.errors()]))

    def register(hooks):
        hook = Everything()
        hooks.register_sdk_init_hook(hook)
        hooks.register_before_request_hook(hook)
        hooks.register_after_success_hook(hook)
        hooks.register_after_error_hook(hook)
        hooks.register_mismatch_hook(hook)

    monkeypatch.setattr(registration, "extra", [register])
    return events


def test_hooks_run_around_each_attempt(do, server, hooked):
    server.answer(Answer(503), Answer(204))
    do(EMPTY, retries=quick())
    before = ("before", "x", server.url)
    assert hooked == ["init", before, ("error", 503), before, ("success", 204)]
    assert server.last.headers["x-hook"] == "1"


def test_hooks_see_transport_errors_and_mismatches(do, server, hooked):
    with pytest.raises(httpx.ConnectError):
        do(EMPTY, sdk={"server_url": "http://127.0.0.1:9"})
    assert hooked[-1] == ("error", httpx.ConnectError)
    server.answer(Answer(200, {**THING, "size": "huge"}))
    do(get())
    assert hooked[-1] == ("mismatch", [("size",)])


def test_hooks_may_raise_replace_and_swallow(do, server, monkeypatch):
    class Hook(BeforeRequestHook, AfterErrorHook):
        def before_request(self, hook_ctx, request):
            return ValueError("no") if hook_ctx.operation_id == "bad" else request

        def after_error(self, hook_ctx, response, error):
            return (None, None) if hook_ctx.operation_id == "x" else (httpx.Response(204, request=httpx.Request("GET", "http://x")), None)

    def register(hooks):
        hooks.register_before_request_hook(Hook())
        hooks.register_after_error_hook(Hook())

    monkeypatch.setattr(registration, "extra", [register])
    with pytest.raises(ValueError, match="no"):
        do(Operation("bad", "GET", "/x", replies=[Reply.empty("204")]))
    server.answer(Answer(500), Answer(500))
    with pytest.raises(models.NoResponseError):
        do(EMPTY)
    assert do(Operation("mend", "GET", "/x", replies=[Reply.empty("204")])) is None


# ---- logging


def test_the_log_holds_no_credentials(do, server, caplog):
    caplog.set_level(logging.DEBUG, logger="test")
    server.answer(Answer(200, THING))
    security = models.Security(token="hidden-1", query_key="hidden-2", cookie_key="hidden-3")
    do(get(replies=[Reply.json("200", lambda: models.Thing)]), sdk={"security": security, "debug_logger": logging.getLogger("test")})
    assert "Status Code: 200" in caplog.text and '"madeAt"' in caplog.text and "Method: GET" in caplog.text
    assert "hidden" not in caplog.text.replace("key=hidden-2", "")


# ---- clients


def test_closing_leaves_the_users_client_open(server):
    own = httpx.Client()
    with Sample(server_url=server.url, client=own) as client:
        pass
    assert not own.is_closed
    with pytest.raises(RuntimeError, match="closed"):
        client.things.do(EMPTY)


def test_own_clients_are_closed_and_made_on_demand(server):
    server.handler = lambda seen: Answer(204)
    client = Sample(server_url=server.url)
    state = vars(client.sdk_configuration)
    assert state["client"] is None and state["async_client"] is None
    client.things.do(EMPTY)
    made = state["client"]
    assert isinstance(made, httpx.Client) and state["async_client"] is None
    assert client.sdk_configuration.client is made
    del client
    gc.collect()
    assert made.is_closed


def test_both_clients_of_one_sdk(server):
    server.handler = lambda seen: Answer(204)

    async def main() -> None:
        async with Sample(server_url=server.url) as client:
            await client.things.do_async(EMPTY)
            client.things.do(EMPTY)
        assert client.sdk_configuration.async_client is None
        with pytest.raises(RuntimeError, match="closed"):
            await client.things.do_async(EMPTY)

    asyncio.run(main())


def test_a_client_must_be_one():
    with pytest.raises(AssertionError, match="HttpClient protocol"):
        Sample(client=object())


def test_resources_and_servers():
    client = Sample()
    assert "things" in dir(client) and client.things is client.things
    assert client.things.sdk_configuration is client.sdk_configuration and client.things.parent_ref is client
    with pytest.raises(AttributeError, match="no attribute 'thongs'"):
        client.thongs  # noqa: B018
    assert client.sdk_configuration.get_server_details() == (SERVERS[0], {})


def test_a_request_of_ones_own(server):
    from sample_sdk._hooks import HookContext

    server.answer(Answer(503), Answer(404))
    with Sample(server_url=server.url) as client:
        context = HookContext(client.sdk_configuration, server.url, "own", None, None)
        request = httpx.Request("GET", f"{server.url}/own")
        assert client.do_request(context, request, ["4XX", "5XX"], retry_config=(quick(), ["503"])).status_code == 404
