"""What all errors of an SDK share; the classes themselves are named by the SDK."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .guards import field_value

if TYPE_CHECKING:
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
    """A hook swallowed a failure and gave no response instead."""

    message: str

    def __init__(self, message: str = "No response received") -> None:
        self.message = message
        super().__init__(message)

    def __str__(self) -> str:
        """The message."""
        return self.message


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
