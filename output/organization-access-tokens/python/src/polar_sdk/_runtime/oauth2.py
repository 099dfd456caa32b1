"""OAuth 2 client credentials, RFC 6749, 4.4: fetching, keeping and renewing tokens."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode, urljoin

from .security import bearer

if TYPE_CHECKING:
    import httpx
    from pydantic import BaseModel as PydanticBaseModel

    from ..httpclient import AsyncHttpClient, HttpClient
    from .exchange import Flow

RENEW_BEFORE = 60
"""Seconds before its end at which a token is renewed."""


class Token(NamedTuple):
    """An access token and when it ends; None when the server did not say."""

    value: str
    expires: float | None

    def lasts(self) -> bool:
        """Whether it is worth sending."""
        return self.expires is None or time.time() < self.expires - RENEW_BEFORE


Key = tuple[str, str, tuple[str, ...]]


class TokenCache:
    """The tokens of one client, by client id, secret and scopes."""

    def __init__(self) -> None:
        self._tokens: dict[Key, Token] = {}
        self._lock = threading.Lock()

    def get(self, key: Key) -> Token | None:
        """A token that still lasts."""
        with self._lock:
            token = self._tokens.get(key)
        return token if token is not None and token.lasts() else None

    def put(self, key: Key, token: Token) -> None:
        """Keeps a token."""
        with self._lock:
            self._tokens[key] = token

    def drop(self, key: Key) -> None:
        """Forgets a token that the server refused."""
        with self._lock:
            self._tokens.pop(key, None)


def cache_key(client: PydanticBaseModel, scopes: Sequence[str]) -> Key:
    """Which token a call needs."""
    fields: Any = client
    return (str(fields.client_id), str(fields.client_secret), tuple(sorted(scopes)))


def authorization(
    cache: TokenCache, http: HttpClient | AsyncHttpClient, client: PydanticBaseModel, scopes: Sequence[str], server: str
) -> Flow[str]:
    """The Authorization header of a call; asks the token endpoint when no kept token lasts."""
    from .exchange import Send

    key = cache_key(client, scopes)
    token = cache.get(key)
    if token is None:
        request = _token_request(http, client, scopes, server)
        response: httpx.Response = yield Send(request, stream=False)
        token = read_token(response)
        cache.put(key, token)
    return bearer(token.value)


def _token_request(http: HttpClient | AsyncHttpClient, client: PydanticBaseModel, scopes: Sequence[str], server: str) -> httpx.Request:
    fields = {name: str(value) for name, value in client.model_dump().items() if value is not None}
    url = urljoin(f"{server}/", fields.pop("token_url", ""))
    form = {"grant_type": "client_credentials", **fields, **({"scope": " ".join(scopes)} if scopes else {})}
    headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
    return http.build_request("POST", url, content=urlencode(form).encode(), headers=headers)


def read_token(response: httpx.Response) -> Token:
    """Reads a token response, RFC 6749, 5.1."""
    if response.status_code >= 300:
        raise RuntimeError(f"The token endpoint {response.request.url} answered with status {response.status_code}.")
    try:
        body = response.json()
        value = body["access_token"]
    except (ValueError, TypeError, KeyError):
        raise RuntimeError(f"The token endpoint {response.request.url} answered without an access token.") from None
    if str(body.get("token_type", "bearer")).lower() != "bearer":
        raise RuntimeError(f"The token endpoint {response.request.url} gave a token that is not a bearer token.")
    lifetime = body.get("expires_in")
    return Token(str(value), None if not isinstance(lifetime, (int, float)) else time.time() + lifetime)
