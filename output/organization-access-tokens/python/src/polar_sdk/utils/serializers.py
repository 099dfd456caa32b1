"""Reading and writing JSON by type, and the validators and serializers that fields name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timezone
from decimal import Decimal, InvalidOperation
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import TypeAdapter

from ..types.basemodel import Unset
from ..types.instants import aware

if TYPE_CHECKING:
    import httpx


def serialize_decimal(as_str: bool) -> Callable[[Any], Any]:
    """Writes a decimal as text or as a number."""
    return lambda d: d if d is None or isinstance(d, Unset) else (str(d) if as_str else float(d))


def validate_decimal(d: Any) -> Any:
    """Reads a decimal from text or a number."""
    if isinstance(d, bool) or not isinstance(d, (str, int, float)):
        return d
    try:
        return Decimal(str(d))
    except InvalidOperation:
        raise ValueError("Input should be a decimal number") from None


def serialize_float(as_str: bool) -> Callable[[Any], Any]:
    """Writes a float as text or as a number."""
    return lambda f: f if f is None or isinstance(f, Unset) else (str(f) if as_str else f)


def validate_float(f: Any) -> Any:
    """Reads a float from text or a number."""
    return float(f) if isinstance(f, (str, int)) and not isinstance(f, bool) else f


def serialize_int(as_str: bool) -> Callable[[Any], Any]:
    """Writes an integer as text or as a number."""
    return lambda i: i if i is None or isinstance(i, Unset) else (str(i) if as_str else i)


def validate_int(b: Any) -> Any:
    """Reads an integer from text or a number."""
    return int(b) if isinstance(b, str) else b


def serialize_unix_time(t: Any) -> Any:
    """Writes a date-time as seconds since 1970; parts of a second only where there are any."""
    if not isinstance(t, datetime):
        return t
    seconds = aware(t).timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def validate_unix_time(t: Any) -> Any:
    """Reads seconds since 1970, as a number or as text."""
    if isinstance(t, bool) or not isinstance(t, (str, int, float)):
        return t
    try:
        return datetime.fromtimestamp(float(t), timezone.utc)
    except (ValueError, OverflowError, OSError):
        return t


def serialize_http_date(t: Any) -> Any:
    """Writes a date-time as headers have it, RFC 9110, 5.6.7: `Sat, 31 Jan 2026 12:00:00 GMT`."""
    return format_datetime(aware(t).astimezone(timezone.utc), usegmt=True) if isinstance(t, datetime) else t


def validate_http_date(t: Any) -> Any:
    """Reads a date-time as headers have it."""
    if not isinstance(t, str):
        return t
    try:
        return parsedate_to_datetime(t)
    except (ValueError, TypeError):
        return t


def validate_const(v: Any) -> Callable[[Any], Any]:
    """Accepts one value only."""

    def validate(c: Any) -> Any:
        if c is not None and not isinstance(c, Unset) and c != v:
            raise ValueError(f"Expected {v}")
        return v

    return validate


def validate_open_enum(is_int: bool) -> Callable[[Any], Any]:
    """Accepts any value of the plain type."""

    def validate(e: Any) -> Any:
        wanted: type = int if is_int else str
        if e is not None and not isinstance(e, (Unset, wanted)):
            raise ValueError(f"Expected a value of type {wanted.__name__}")
        return e

    return validate


def unmarshal_json(raw: str | bytes, typ: Any) -> Any:
    """Reads JSON as a type."""
    return TypeAdapter(typ).validate_json(raw)


def unmarshal(val: Any, typ: Any) -> Any:
    """Reads a parsed JSON value as a type."""
    return TypeAdapter(typ).validate_python(val)


def marshal_json(val: Any, typ: Any) -> str:
    """Writes a value as compact JSON with wire names, without what was not given."""
    from .._runtime.dump import dumper

    return json.dumps(dumper(typ)(val), separators=(",", ":"))


def get_pydantic_model(data: Any, typ: Any) -> Any:
    """A dict, a list or a model as a model of the type."""
    return TypeAdapter(typ).validate_python(data) if data is not None and not isinstance(data, Unset) else data


def is_nullable(field: Any) -> bool:
    """Whether a type admits null."""
    return type(None) in get_args(field)


def is_union(obj: object) -> bool:
    """Whether a type is a union."""
    return get_origin(obj) is Union or type(obj).__name__ == "UnionType"


def stream_to_text(stream: httpx.Response) -> str:
    """The whole of a streamed response as text."""
    return "".join(stream.iter_text())


async def stream_to_text_async(stream: httpx.Response) -> str:
    """The whole of a streamed response as text."""
    return "".join([chunk async for chunk in stream.aiter_text()])


def stream_to_bytes(stream: httpx.Response) -> bytes:
    """The whole of a streamed response."""
    return stream.read()


async def stream_to_bytes_async(stream: httpx.Response) -> bytes:
    """The whole of a streamed response."""
    return await stream.aread()
