"""What the SDK needs of an HTTP client; `httpx.Client` and `httpx.AsyncClient` have it."""

from __future__ import annotations

import contextlib
from typing import Any, Protocol, runtime_checkable

import httpx
from httpx._client import UseClientDefault
from httpx._types import (
    AuthTypes,
    CookieTypes,
    HeaderTypes,
    QueryParamTypes,
    RequestContent,
    RequestData,
    RequestExtensions,
    RequestFiles,
    TimeoutTypes,
    URLTypes,
)


@runtime_checkable
class HttpClient(Protocol):
    """A blocking client."""

    def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = False,
        auth: AuthTypes | UseClientDefault | None = httpx.USE_CLIENT_DEFAULT,
        follow_redirects: bool | UseClientDefault = httpx.USE_CLIENT_DEFAULT,
    ) -> httpx.Response:
        """Sends a request; with `stream` the body is not read yet."""
        ...

    def build_request(
        self,
        method: str,
        url: URLTypes,
        *,
        content: RequestContent | None = None,
        data: RequestData | None = None,
        files: RequestFiles | None = None,
        json: Any | None = None,
        params: QueryParamTypes | None = None,
        headers: HeaderTypes | None = None,
        cookies: CookieTypes | None = None,
        timeout: TimeoutTypes | UseClientDefault = httpx.USE_CLIENT_DEFAULT,
        extensions: RequestExtensions | None = None,
    ) -> httpx.Request:
        """Makes a request with the client's own headers and settings."""
        ...

    def close(self) -> None:
        """Closes all connections."""
        ...


@runtime_checkable
class AsyncHttpClient(Protocol):
    """A client for `async` code."""

    async def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = False,
        auth: AuthTypes | UseClientDefault | None = httpx.USE_CLIENT_DEFAULT,
        follow_redirects: bool | UseClientDefault = httpx.USE_CLIENT_DEFAULT,
    ) -> httpx.Response:
        """Sends a request; with `stream` the body is not read yet."""
        ...

    def build_request(
        self,
        method: str,
        url: URLTypes,
        *,
        content: RequestContent | None = None,
        data: RequestData | None = None,
        files: RequestFiles | None = None,
        json: Any | None = None,
        params: QueryParamTypes | None = None,
        headers: HeaderTypes | None = None,
        cookies: CookieTypes | None = None,
        timeout: TimeoutTypes | UseClientDefault = httpx.USE_CLIENT_DEFAULT,
        extensions: RequestExtensions | None = None,
    ) -> httpx.Request:
        """Makes a request with the client's own headers and settings."""
        ...

    async def aclose(self) -> None:
        """Closes all connections."""
        ...


class ClientOwner(Protocol):
    """Whoever holds the two clients."""

    client: HttpClient | None
    async_client: AsyncHttpClient | None


def close_clients(
    owner: ClientOwner,
    sync_client: HttpClient | None,
    sync_client_supplied: bool,
    async_client: AsyncHttpClient | None,
    async_client_supplied: bool,
) -> None:
    """Closes the clients that the SDK made itself; those that a user supplied stay open."""
    owner.client = None
    owner.async_client = None
    if sync_client is not None and not sync_client_supplied:
        sync_client.close()
    if async_client is None or async_client_supplied:
        return
    import asyncio  # costs blocking programs ten milliseconds for nothing

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        # The loop that the connections belong to has ended, and they ended with it: one that is still open cannot be closed by another loop.
        with contextlib.suppress(RuntimeError):
            asyncio.run(async_client.aclose())
        return
    _closing.add(task := loop.create_task(async_client.aclose()))
    task.add_done_callback(_closing.discard)


_closing: set[object] = set()
