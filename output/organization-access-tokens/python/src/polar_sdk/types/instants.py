"""Date-times as they go over the wire."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from pydantic_core import core_schema

from .._runtime.guards import is_array, is_dict


def aware(t: datetime) -> datetime:
    """The same date-time with a zone; one without is UTC."""
    return t.replace(tzinfo=timezone.utc) if t.utcoffset() is None else t


def instant_text(t: Any) -> Any:
    """RFC 3339 with an offset, and with a fraction only where there is one: `2026-01-31T12:00:00Z`, `2026-01-31T12:00:00.500+02:00`."""
    if not isinstance(t, datetime):
        return t
    fraction = "seconds" if t.microsecond == 0 else "milliseconds" if t.microsecond % 1000 == 0 else "microseconds"
    return aware(t).isoformat(timespec=fraction).replace("+00:00", "Z")


_SERIALIZATION = core_schema.plain_serializer_function_ser_schema(instant_text, when_used="json")
_OPAQUE = {"default", "metadata", "expected", "serialization"}


def with_instants(schema: Any) -> Any:
    """A core schema whose date-times are written by `instant_text`; the same object where it has none."""
    if is_array(schema):
        items = [with_instants(item) for item in schema]
        return type(schema)(items) if any(new is not old for new, old in zip(items, schema, strict=True)) else schema
    if not is_dict(schema):
        return schema
    kind = schema.get("type")
    if kind == "datetime" and "serialization" not in schema:
        return {**schema, "serialization": _SERIALIZATION}
    # Of a table of fields any key may be the name of one.
    opaque = _OPAQUE if isinstance(kind, str) else ()
    changed = {key: new for key, item in schema.items() if key not in opaque and (new := with_instants(item)) is not item}
    return {**schema, **changed} if changed else schema
