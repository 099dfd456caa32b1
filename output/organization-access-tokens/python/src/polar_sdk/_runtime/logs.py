"""Writes requests and responses to the debug logger, without credentials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..utils.logger import Logger, NoOpLogger, get_body_content

if TYPE_CHECKING:
    import httpx

_SECRETS = ("authorization", "cookie", "token", "secret", "api-key", "apikey", "password", "credential")
REDACTED = "<redacted>"


def writes(logger: Logger) -> bool:
    """Whether a logger writes anything: nothing is formatted for one that does not."""
    return not isinstance(logger, NoOpLogger)


def log_request(logger: Logger, request: httpx.Request) -> None:
    """Method, URL, headers and body of a request."""
    logger.debug(
        "Request:\nMethod: %s\nURL: %s\nHeaders: %s\nBody: %s",
        request.method,
        visible_url(request.url),
        visible(request.headers),
        get_body_content(request),
    )


def log_response(logger: Logger, response: httpx.Response, *, streamed: bool) -> None:
    """Status, URL, headers and body of a response."""
    logger.debug(
        "Response:\nStatus Code: %s\nURL: %s\nHeaders: %s\nBody: %s",
        response.status_code,
        visible_url(response.url),
        visible(response.headers),
        "<streaming response>" if streamed else response.text,
    )


def visible(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers whose names speak of secrets lose their values."""
    return {name: REDACTED if _is_secret(name) else value for name, value in headers.items()}


def visible_url(url: httpx.URL) -> str:
    """A URL whose query parameters of secret names lose their values, and the password before the host."""
    params = [(name, REDACTED if _is_secret(name) else value) for name, value in url.params.multi_items()]
    shown = url.copy_with(params=params) if any(value == REDACTED for _, value in params) else url
    return str(shown.copy_with(userinfo=b"") if url.userinfo else shown)


def _is_secret(name: str) -> bool:
    lower = name.lower().replace("_", "-")
    return any(secret in lower for secret in _SECRETS)
