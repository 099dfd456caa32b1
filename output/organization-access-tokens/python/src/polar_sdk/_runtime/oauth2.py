"""OAuth 2 client credentials, RFC 6749, 4.4: fetching, sharing and renewing tokens."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode, urljoin

from .exchange import Read, Send, Wait
from .security import Grant, bearer
from .servers import client_address

if TYPE_CHECKING:
    import httpx

    from ..httpclient import AsyncHttpClient, HttpClient
    from .configuration import Configuration
    from .exchange import Flow

RENEW_BEFORE = 60
"""Seconds before its end at which a token is renewed; of a short life half of it is left."""


class Token(NamedTuple):
    """An access token and until when it is sent; None when the server did not say how long it lasts."""

    value: str
    until: float | None


class Source(NamedTuple):
    """What a token is got with. A blocking call must not wait for a token that its own event loop fetches: `awaits` keeps the two apart."""

    awaits: bool
    url: str
    form: str


class TokenCache:
    """The tokens of one client. Of calls that need the same token one fetches it, the others wait."""

    def __init__(self) -> None:
        self.now: Callable[[], float] = time.time
        """The clock, in seconds; tests turn it."""
        self._lock = threading.Lock()
        self._tokens: dict[Source, Future[Token | None]] = {}

    def claim(self, source: Source) -> tuple[Future[Token | None], bool]:
        """A token that lasts, or the promise of one; and whether the caller is the one who must keep that promise."""
        with self._lock:
            found = self._tokens.get(source)
            if found is not None and (not found.done() or self._lasts(found)):
                return found, False
            promise = self._tokens[source] = Future[Token | None]()
            return promise, True

    def drop(self, source: Source, refused: Token) -> None:
        """Forgets a token that the server refused, unless another call has a newer one already."""
        with self._lock:
            found = self._tokens.get(source)
            if found is not None and found.done() and found.exception() is None and found.result() == refused:
                del self._tokens[source]

    def _lasts(self, done: Future[Token | None]) -> bool:
        token = None if done.exception() is not None else done.result()
        return token is not None and (token.until is None or self.now() < token.until)


def token_source(config: Configuration, grant: Grant, server: str, *, awaits: bool) -> Source:
    """Where a call gets its token; a relative address of tokens stands on the client's server, or on the call's where that has no host."""
    fields = {name: str(value) for name, value in grant.client.model_dump(by_alias=True).items() if value is not None}
    url = urljoin(f"{urljoin(server, client_address(config)).rstrip('/')}/", fields.pop("token_url", ""))
    form = {"grant_type": "client_credentials", **fields, **({"scope": " ".join(grant.scopes)} if grant.scopes else {})}
    return Source(awaits, url, urlencode(form))


def authorized(
    config: Configuration,
    client: HttpClient | AsyncHttpClient,
    source: Source,
    request: httpx.Request,
    send: Callable[[], Flow[httpx.Response]],
    *,
    repeatable: bool,
) -> Flow[httpx.Response]:
    """Sends a request with a token. One that the server refuses is fetched anew, and the request sent again, once."""
    token = yield from _token(config, client, source)
    request.headers["Authorization"] = bearer(token.value)
    response = yield from send()
    if response.status_code != 401:
        return response
    config.tokens.drop(source, token)
    if not repeatable:
        return response
    yield Read(response)
    token = yield from _token(config, client, source)
    request.headers["Authorization"] = bearer(token.value)
    response = yield from send()
    return response


def _token(config: Configuration, client: HttpClient | AsyncHttpClient, source: Source) -> Flow[Token]:
    while True:
        promise, is_mine = config.tokens.claim(source)
        if not is_mine:
            token: Token | None = yield Wait(promise)
            if token is not None:
                return token
            continue  # whoever was fetching it was interrupted
        fetched: Token | None = None
        failure: Exception | None = None
        try:
            response: httpx.Response = yield Send(_token_request(config, client, source), stream=False)
            fetched = read_token(response, config.tokens.now())
            return fetched
        except Exception as error:
            failure = error
            raise
        finally:
            if failure is None:
                promise.set_result(fetched)
            else:
                promise.set_exception(failure)


def _token_request(config: Configuration, client: HttpClient | AsyncHttpClient, source: Source) -> httpx.Request:
    import httpx

    headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json", "user-agent": config.user_agent}
    timeout = httpx.USE_CLIENT_DEFAULT if config.timeout_ms is None else config.timeout_ms / 1000
    return client.build_request("POST", source.url, content=source.form.encode(), headers=headers, timeout=timeout)


def read_token(response: httpx.Response, now: float) -> Token:
    """Reads a token response, RFC 6749, 5.1."""
    if response.status_code >= 300:
        raise RuntimeError(f"The token endpoint {response.request.url} answered with status {response.status_code}.")
    try:
        body: Any = response.json()
        value = body["access_token"]
    except (ValueError, TypeError, KeyError):
        raise RuntimeError(f"The token endpoint {response.request.url} answered without an access token.") from None
    if str(body.get("token_type", "bearer")).lower() != "bearer":
        raise RuntimeError(f"The token endpoint {response.request.url} gave a token that is not a bearer token.")
    lifetime = body.get("expires_in")
    if not isinstance(lifetime, (int, float)):
        return Token(str(value), None)
    return Token(str(value), now + lifetime - min(RENEW_BEFORE, lifetime / 2))
