from __future__ import annotations

import httpx
import pytest
import wire_sdk._hooks.sdkhooks
import wire_variant._hooks.sdkhooks
from conftest import Answer
from wire_sdk import errors
from wire_sdk._hooks import AfterErrorHook, AfterSuccessHook, BeforeRequestHook, MismatchHook, SDKInitHook
from wire_sdk.utils import BackoffStrategy, RetryConfig

RETRIES = RetryConfig("backoff", BackoffStrategy(1000, 5000, 2, 20000), False)


@pytest.fixture
def hooked(monkeypatch):
    events: list[object] = []

    class Everything(SDKInitHook, BeforeRequestHook, AfterSuccessHook, AfterErrorHook, MismatchHook):
        def sdk_init(self, config):
            events.append("init")
            return config

        def before_request(self, hook_ctx, request):
            events.append(("before", hook_ctx.operation_id, hook_ctx.base_url, hook_ctx.oauth2_scopes))
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

    monkeypatch.setattr(wire_sdk._hooks.sdkhooks, "init_hooks", register)
    return events


def test_hooks_run_around_each_attempt(call, server, hooked):
    server.answer(Answer(503), Answer(204))
    call("answers.get_nothing", retries=RETRIES)
    before = ("before", "getNothing", server.url, None)
    assert [event for event in hooked if event != "init"] == [before, ("error", 503), before, ("success", 204)]
    assert hooked[0] == "init" and server.last.headers["x-hook"] == "1"


def test_hooks_see_the_scopes_of_an_operation(call, server, hooked):
    server.answer(Answer(204))
    call("calls.own", sdk={"oauth": "t"})
    assert ("before", "callOwn", server.url, ["things:read", "things:write"]) in hooked


def test_hooks_see_transport_errors_and_mismatches(call, server, hooked):
    with pytest.raises(httpx.ConnectError):
        call("answers.get_nothing", sdk={"server_url": "http://127.0.0.1:9"})
    assert hooked[-1] == ("error", httpx.ConnectError)
    server.answer(Answer(200, {"id": "a", "colour": "red", "size": "huge"}))
    call("answers.get_thing")
    assert hooked[-1] == ("mismatch", [("size",)])


def test_hooks_may_raise_replace_and_swallow(call, server, monkeypatch):
    class Hook(BeforeRequestHook, AfterErrorHook):
        def before_request(self, hook_ctx, request):
            return ValueError("no") if hook_ctx.operation_id == "getText" else request

        def after_error(self, hook_ctx, response, error):
            mended = httpx.Response(204, request=httpx.Request("GET", "http://x"))
            return (None, None) if hook_ctx.operation_id == "callOpen" else (mended, None)

    def register(hooks):
        hooks.register_before_request_hook(Hook())
        hooks.register_after_error_hook(Hook())

    monkeypatch.setattr(wire_sdk._hooks.sdkhooks, "init_hooks", register)
    with pytest.raises(ValueError, match="no"):
        call("answers.get_text")
    server.answer(Answer(500), Answer(500))
    with pytest.raises(errors.NoResponseError):
        call("calls.open")
    assert call("answers.get_nothing") is None


def test_the_first_hook_may_change_the_configuration(call, server, monkeypatch):
    class Init(SDKInitHook):
        def sdk_init(self, config):
            config.user_agent = "own"
            return config

    monkeypatch.setattr(wire_sdk._hooks.sdkhooks, "init_hooks", lambda hooks: hooks.register_sdk_init_hook(Init()))
    server.answer(Answer(204))
    call("answers.get_nothing")
    assert server.last.headers["user-agent"] == "own"


def test_the_first_hook_of_older_sdks_may_change_the_server(call, server, monkeypatch):
    class Init(wire_variant._hooks.SDKInitHook):
        def sdk_init(self, base_url, client):
            return f"{base_url}/v2", client

    monkeypatch.setattr(wire_variant._hooks.sdkhooks, "init_hooks", lambda hooks: hooks.register_sdk_init_hook(Init()))
    server.answer(Answer(204))
    call("answers.get_nothing", package="wire_variant")
    assert server.last.path == "/v2/answers/nothing"
