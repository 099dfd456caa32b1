"""Who fetches a token, and who waits for it."""

import contextlib
from types import SimpleNamespace

import httpx
from wire_sdk._runtime.exchange import Send, Wait
from wire_sdk._runtime.oauth2 import Source, TokenCache, authorized

SOURCE = Source(False, "http://127.0.0.1:9/token", "grant_type=client_credentials")


def flow(tokens):
    config = SimpleNamespace(tokens=tokens, user_agent="test", timeout_ms=None)
    request = httpx.Request("GET", "http://127.0.0.1:9/x")
    with httpx.Client() as client:
        return authorized(config, client, SOURCE, request, done, repeatable=True)


def done():
    """The exchange of the request itself."""
    return httpx.Response(204)
    yield


def test_who_waits_takes_over_from_a_call_that_is_interrupted():
    tokens = TokenCache()
    first, second = flow(tokens), flow(tokens)
    assert isinstance(next(first), Send)
    waiting = next(second)
    assert isinstance(waiting, Wait) and not waiting.promise.done()
    first.close()
    assert isinstance(second.send(waiting.promise.result()), Send)


def test_a_newer_token_outlives_one_that_is_refused_late():
    tokens = TokenCache()
    fetching = flow(tokens)
    next(fetching)
    old = httpx.Response(200, json={"access_token": "old"}, request=httpx.Request("POST", SOURCE.url))
    with contextlib.suppress(StopIteration):
        fetching.send(old)
    promise, is_mine = tokens.claim(SOURCE)
    kept = promise.result()
    assert not is_mine and kept is not None and kept.value == "old"
    tokens.drop(SOURCE, kept._replace(value="older"))
    assert tokens.claim(SOURCE) == (promise, False)
    tokens.drop(SOURCE, kept)
    assert tokens.claim(SOURCE)[1]
