"""What the constructor of a root class does with its arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

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


def security_of_client(
    model: Callable[[], type[ModelT]], whole: Any, options: Mapping[str, Any] | None = None
) -> ModelT | Callable[[], ModelT] | None:
    """The security model of a client: `whole`, a model, a mapping or a function that returns one, else what single options give.

    A function is called again for each request.
    """

    def made(given: Any) -> ModelT:
        if not isinstance(given, Mapping):
            return cast("ModelT", given)
        values = {name: value() if callable(value) else value for name, value in cast("Mapping[str, Any]", given).items()}
        return model().model_validate(values)

    if callable(whole):
        return lambda: made(whole())
    given = whole if whole is not None else {name: value for name, value in (options or {}).items() if value is not None}
    if isinstance(given, Mapping) and any(callable(value) for value in cast("Mapping[str, Any]", given).values()):
        return lambda: made(given)
    return made(given) if given else None


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
