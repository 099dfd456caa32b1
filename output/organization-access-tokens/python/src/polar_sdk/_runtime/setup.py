"""What the constructor of a root class does with its arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from ..httpclient import AsyncHttpClient, HttpClient
    from ..utils.logger import Logger

ModelT = TypeVar("ModelT", bound="BaseModel")


class Clients(TypedDict):
    """The HTTP clients, and which of them a user supplied."""

    client: HttpClient | None
    client_supplied: bool
    async_client: AsyncHttpClient | None
    async_client_supplied: bool


def supplied(client: HttpClient | None, async_client: AsyncHttpClient | None) -> Clients:
    """The clients that a user supplied; the others are made when they are needed."""
    if client is not None:
        _check(client, "client", "HttpClient")
    if async_client is not None:
        _check(async_client, "async_client", "AsyncHttpClient")
    return {
        "client": client,
        "client_supplied": client is not None,
        "async_client": async_client,
        "async_client_supplied": async_client is not None,
    }


def _check(client: object, argument: str, protocol: str) -> None:
    from .. import httpclient

    if not isinstance(client, getattr(httpclient, protocol)):
        raise AssertionError(f"The provided {argument} must implement the {protocol} protocol.")


def flat_security(
    model: Callable[[], type[ModelT]], field: str, credential: Callable[[], Any] | Any
) -> ModelT | Callable[[], ModelT] | None:
    """The security model of a client that takes one credential; a function is called again for each request."""
    if callable(credential):
        return lambda: model().model_construct({field}, **{field: credential()})
    return None if credential is None else model().model_construct({field}, **{field: credential})


def resolve_server_url(server_url: str | None, url_params: dict[str, str] | None) -> str | None:
    """The user's own URL with its variables filled in."""
    if server_url is None:
        return None
    for name, value in (url_params or {}).items():
        server_url = server_url.replace(f"{{{name}}}", value)
    return server_url.removesuffix("/")


def logger_of(given: Logger | None, env_key: str | None = None) -> Logger:
    """The user's logger, else the one that the environment asks for, else one that writes nothing."""
    if given is not None:
        return given
    from ..utils.logger import get_default_logger

    return get_default_logger(env_key)
