"""Media types: what a request accepts, and which declared type a response has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .operation import Operation


STREAMS = ("events", "lines")


def accept_header(operation: Operation[Any], *, streamed: bool | None = None) -> str:
    """The types of the successes, the first preferred: `application/json;q=1, text/csv;q=0.7`; without any, that of an error.

    `streamed`: only the streams, or only the others.
    """
    rules = [rule for rule in operation.responses if rule.type is not None and streamed in (None, rule.read in STREAMS)]
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


def nearness(header: str | None, declared: str) -> int:
    """How near a declared type is to that of a response, 0 if it is another one (RFC 9110, 8.3 and 12.5.1).

    The same type is nearer than another kind of JSON, that nearer than a range of types, and each declared parameter counts for or
    against it. One that says otherwise is another type; `charset` never is. A response that says nothing is what it should be.
    """
    given, others = _parsed(header or "")
    wanted, parameters = _parsed(declared)
    if given == "":
        return 1
    if any(others.get(name, value) != value for name, value in parameters.items() if name != "charset"):
        return 0
    if given == wanted:
        return 40 + sum(1 if others.get(name) == value else -1 for name, value in parameters.items())
    if is_json(given) and is_json(wanted):
        return 3
    if not matches_media(given, wanted):
        return 0
    return 1 if wanted in ("*/*", "*") else 2


def is_json(kind: str) -> bool:
    """Whether a bare type is a kind of JSON."""
    return kind in ("application/json", "text/json") or kind.endswith("+json")


def is_text(header: str | None) -> bool:
    """Whether a Content-Type says text, of which JSON is a kind."""
    kind, _ = _parsed(header or "text/plain")
    return kind.startswith("text/") or is_json(kind) or kind == "application/xml" or kind.endswith("+xml")


def _parsed(header: str) -> tuple[str, dict[str, str]]:
    """`Text/CSV; charset="utf-8"` → text/csv and its parameters, in lower case."""
    kind, *parameters = [part.strip() for part in header.lower().split(";")]
    pairs = [part.partition("=") for part in parameters if part]
    return kind, {name.strip(): value.strip().strip('"') for name, _, value in pairs}
