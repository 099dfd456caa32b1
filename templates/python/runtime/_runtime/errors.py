"""What all errors of an SDK share; the classes themselves are named by the SDK."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from .guards import field_value

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

MAX_SHOWN = 10_000
"""Characters of a body that a message shows."""


@dataclass(unsafe_hash=True)
class ResponseError(Exception):
    """An answer that is not a success."""

    message: str
    status_code: int
    body: str
    headers: httpx.Headers = field(hash=False)
    raw_response: httpx.Response = field(hash=False)

    def __init__(self, message: str, raw_response: httpx.Response, body: str | None = None) -> None:
        super().__init__(message, raw_response, body)
        self.message = message
        self.status_code = raw_response.status_code
        self.body = body if body is not None else raw_response.text
        self.headers = raw_response.headers
        self.raw_response = raw_response

    def __str__(self) -> str:
        """The message."""
        return self.message


class NoResponseError(Exception):
    """The base of all failures of a call that had no answer: no connection, no answer in time, or a hook that gave none.

    What httpx raised is a `NoResponseError` and its own kind at once: both `except errors.NoResponseError` and
    `except httpx.ConnectError` catch it.
    """

    message: str

    def __init__(self, message: str = "No response received") -> None:
        self.message = message
        super().__init__(message)

    def __str__(self) -> str:
        """The message."""
        return self.message


def unanswered(operation: str, cause: httpx.TransportError) -> Exception:
    """The failure of a connection, or of waiting for one, as an error of the SDK that names the operation."""
    request: httpx.Request | None = getattr(cause, "_request", None)
    return _rebuilt(type(cause), f"{operation}: {cause or type(cause).__name__}", request)


def _rebuilt(kind: Any, message: str, request: httpx.Request | None = None) -> Exception:
    return _unanswered_kind(kind)(message, request=request)


@cache
def _unanswered_kind(kind: Any) -> Callable[..., Exception]:
    def build(self: Any, message: str, *, request: httpx.Request | None = None) -> None:
        kind.__init__(self, message, request=request)
        self.message = message

    def reduce(self: Any) -> tuple[Any, ...]:
        return _rebuilt, (kind, self.message)

    members = {"__init__": build, "__reduce__": reduce, "__module__": __name__, "__doc__": kind.__doc__}
    return type(kind.__name__, (NoResponseError, kind), members)


def data_message(data: Any, raw_response: httpx.Response, body: str | None) -> str:
    """The message of a declared error: `message` or `error.message` of its data, else the text of the body."""
    for place in (data, _part(data, "error")):
        found = _part(place, "message")
        if isinstance(found, str) and found:
            return found
    return body if body is not None else raw_response.text


def status_message(raw_response: httpx.Response, body: str, reason: str = "API error occurred") -> str:
    """`API error occurred: Status 404. Body: {...}`; the type of the body is named unless it is JSON."""
    content_type = raw_response.headers.get("content-type", "")
    kind = "" if content_type == "application/json" else f' Content-Type "{content_type}"'
    shown = body if len(body) <= MAX_SHOWN else f"{body[:MAX_SHOWN]}…and {len(body) - MAX_SHOWN} more chars"
    return f"{reason}: Status {raw_response.status_code}.{kind} Body: {shown or chr(34) * 2}"


def _part(value: Any, name: str) -> Any:
    return field_value(value, name)
