"""Media types: what a request accepts, and which declared type a response has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .operation import Operation


def accept_header(operation: Operation[Any]) -> str:
    """The types of the successes, the first preferred: `application/json;q=1, text/csv;q=0.7`; without any, that of an error."""
    rules = [rule for rule in operation.responses if rule.type is not None]
    kinds = list(dict.fromkeys(rule.media_type for rule in rules if rule.error is None)) or [rule.media_type for rule in rules[:1]]
    if len(kinds) < 2:
        return kinds[0] if kinds else "*/*"
    return ", ".join(f"{kind};q={max(0.1, 1 - index * 0.3):.1g}" for index, kind in enumerate(kinds))


def media_type_of(header: str | None) -> str:
    """The type of a Content-Type header without parameters; a missing one is a stream of bytes."""
    return (header or "application/octet-stream").partition(";")[0].strip().lower()


def matches_media(actual: str, pattern: str) -> bool:
    """Whether a bare type fits `application/json`, `text/*` or `*/*`."""
    wanted = pattern.partition(";")[0].strip().lower()
    if wanted in ("*/*", "*", actual):
        return True
    return wanted.endswith("/*") and actual.startswith(wanted[:-1])


def is_declared(header: str | None, declared: str) -> bool:
    """Whether a response has a declared type. One that says nothing is what it should be, every kind of JSON is JSON, and
    parameters count only where the declaration has some.
    """
    given, *others = [part.strip() for part in (header or "").lower().split(";")]
    wanted, *parameters = [part.strip() for part in declared.lower().split(";")]
    if not set(parameters) <= set(others):
        return False
    is_json = wanted == "application/json" and (given == "text/json" or (given.startswith("application/") and given.endswith("+json")))
    return given == "" or matches_media(given, wanted) or is_json
