"""Media types: what a request accepts, and which declared type a response has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .operation import Operation


def accept_header(operation: Operation[Any]) -> str:
    """The types of the successes, the first preferred: `application/json;q=1, text/csv;q=0`; without any, those of the errors."""
    kinds = list(dict.fromkeys(reply.media_type for reply in operation.replies if reply.media_type is not None))
    kinds = kinds or list(dict.fromkeys(failure.media_type for failure in operation.failures))[:1]
    if len(kinds) < 2:
        return kinds[0] if kinds else "*/*"
    last = len(kinds) - 1
    return ", ".join(f"{kind};q={quality(1 - index / last)}" for index, kind in enumerate(kinds))


def quality(value: float) -> str:
    """A weight as RFC 9110, 12.4.2, writes it: `1`, `0.5`, `0`."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def media_type_of(header: str | None) -> str:
    """The type of a Content-Type header without parameters; a missing one is a stream of bytes."""
    return (header or "application/octet-stream").partition(";")[0].strip().lower()


def matches_media(actual: str, pattern: str) -> bool:
    """Whether a bare type fits `application/json`, `text/*` or `*/*`."""
    wanted = pattern.partition(";")[0].strip().lower()
    if wanted in ("*/*", "*", actual):
        return True
    return wanted.endswith("/*") and actual.startswith(wanted[:-1])
