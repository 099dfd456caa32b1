"""Parameter styles of OpenAPI, 4.8.12.3. All values are JSON values here: None, bool, numbers, str, list, dict."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from .guards import is_dict, is_list

Pairs = list[tuple[str, str]]
Escape = Callable[[str], str]
_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
_RESERVED = ":/?@!$()*,;="
_RESERVED_IN_PATH = ":/@!$&'()*+"
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def escaped(value: str) -> str:
    """Percent-encoded, but for what has no meaning anywhere: letters, digits, `-`, `.`, `_` and `~` (RFC 3986, 2.3)."""
    return quote(value, safe="")


def escaped_unreserved(value: str) -> str:
    """For `allowReserved`: what a query can hold stands as it is, except for what ends a value there."""
    return quote(value, safe=_RESERVED)


def escaped_in_path(value: str) -> str:
    """For `allowReserved` in a path: what a path can hold stands as it is, slashes too, except for what styles put between values."""
    return quote(value, safe=_RESERVED_IN_PATH)


def as_is(value: str) -> str:
    """For headers, which are not percent-encoded."""
    return value


def text(value: Any) -> str:
    """A JSON value as text: `true`, `12`, `a`; what has parts becomes JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, int):
        return str(value)
    return "" if value is None else json_text(value)


def number_text(value: float) -> str:
    """A number as JavaScript writes it (RFC 8785, 3.2.2.3): `1`, `0.00001`, `1e-7`, `1e+21`."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number that can be sent.")
    if value == 0:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    digits, _, exponent = repr(value).partition("e")
    return f"{digits}e{int(exponent):+d}"


def json_text(value: Any) -> str:
    """Compact JSON; half of a character, which has no encoding, is escaped."""
    found = json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return json.dumps(value, separators=(",", ":"), allow_nan=False) if _HALF_CHARACTER.search(found) else found


def query_pairs(name: str, value: Any, style: str, explode: bool, escape: Escape = as_is) -> Pairs:
    """One parameter of a query, a cookie or a form as pairs; None, an empty list and an empty object are none.

    tags=[a, b]    form: tags=a&tags=b    form without explode: tags=a,b    deepObject of {k: v}: tags[k]=v
    """
    if style == "querystring":
        return _exploded("", value, escape) if is_dict(value) else []
    if style == "deepObject":
        return _deep(name, value, escape)
    if style not in _SEPARATORS:
        raise ValueError(f"The parameter {name!r} has the unknown style {style!r}.")
    if explode or not (is_dict(value) or is_list(value)):
        return _exploded(name, value, escape)
    separator, parts = _SEPARATORS[style], _parts(value)
    if separator == ",":
        joined = ",".join(escape(part) if escape is as_is else escape(part).replace(",", "%2C") for part in parts)
    elif any(separator in part for part in parts):
        raise ValueError(f"A value of {name!r} holds {separator!r}, which stands between the values of the style {style}.")
    else:
        joined = escape(separator).join(map(escape, parts))
    return [(escape(name), joined)] if parts else []


def path_text(name: str, value: Any, style: str, explode: bool, escape: Escape = escaped) -> str:
    """A path parameter, escaped: `a%2Fb`; label `.a.b`; matrix `;id=a;id=b`. Escaping keeps a value from adding segments to the path."""
    if style not in ("simple", "label", "matrix"):
        raise ValueError(f"The parameter {name!r} has the unknown style {style!r}.")
    if style == "matrix":
        pairs = _exploded(name, value, escape) if explode else [(escaped(name), _listed(value, explode, ",", escape))]
        return "".join(f";{key}={item}" if item else f";{key}" for key, item in pairs)
    if style == "simple":
        return _listed(value, explode, ",", escape)
    # A dot of a value is no separator.
    return "." + _listed(value, explode, "." if explode else ",", lambda part: escape(part).replace(".", "%2E"))


def header_text(value: Any, explode: bool) -> str:
    """A header parameter, always of the simple style: `a,b`, `k,v` or `k=v`."""
    return _listed(value, explode, ",", as_is)


def is_empty(value: Any) -> bool:
    """A list or an object that has no value in it: there is nothing to write."""
    return (is_dict(value) or is_list(value)) and not _parts(value)


def _listed(value: Any, explode: bool, separator: str, escape: Escape) -> str:
    if is_dict(value) and explode:
        return separator.join(f"{escape(key)}={escape(text(item))}" for key, item in value.items() if item is not None)
    return separator.join(map(escape, _parts(value)))


def _exploded(name: str, value: Any, escape: Escape) -> Pairs:
    """`name=a&name=b`; an object brings its own names, and its lists repeat theirs."""
    if is_dict(value):
        entries = [(key, item) for key, of in value.items() for item in (of if is_list(of) else [of])]
        return [(escape(key), escape(text(item))) for key, item in entries if item is not None]
    return [(escape(name), escape(part)) for part in _parts(value)]


def _deep(name: str, value: Any, escape: Escape) -> Pairs:
    """`name[key]=v`; a list repeats the name, one that holds lists or objects numbers its items: `name[0][key]=v`."""
    entries: list[tuple[Any, Any]] = []
    if is_dict(value):
        entries = list(value.items())
    elif is_list(value) and any(is_dict(item) or is_list(item) for item in value):
        entries = list(enumerate(value))
    else:
        return [(escape(name), escape(part)) for part in _parts(value)]
    return [pair for key, item in entries for pair in _deep(f"{name}[{key}]", item, escape)]


def _parts(value: Any) -> list[str]:
    """The texts of a list, of an object in turn `k`, `v`, or of a value alone; null is none."""
    if is_dict(value):
        return [part for key, item in value.items() if item is not None for part in (key, text(item))]
    return [text(item) for item in (value if is_list(value) else [value]) if item is not None]
