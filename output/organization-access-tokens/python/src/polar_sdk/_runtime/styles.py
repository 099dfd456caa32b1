"""Parameter styles of OpenAPI, 4.8.12.3. All values are JSON values here: None, bool, numbers, str, list, dict."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from .guards import is_dict, is_list

Pairs = list[tuple[str, str]]
_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t", "querystring": "&"}


def text(value: Any) -> str:
    """A JSON value as text: `true`, `12`, `a`; what has parts becomes JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return "" if value is None else json_text(value)


def json_text(value: Any) -> str:
    """Compact JSON."""
    return json.dumps(value, separators=(",", ":"))


def query_pairs(name: str, value: Any, style: str, explode: bool) -> Pairs:
    """One query parameter as pairs that are still to be escaped; None, an empty list and an empty object send nothing.

    tags=[a, b]    form: tags=a&tags=b    form without explode: tags=a,b    deepObject of {k: v}: tags[k]=v
    """
    if value is None:
        return []
    if style == "deepObject":
        return _deep(name, value)
    separator = _SEPARATORS.get(style)
    if separator is None:
        raise ValueError(f"The parameter {name!r} has the unknown style {style!r}.")
    if is_dict(value):
        entries = _entries(value)
        if explode or style == "querystring":
            return entries
        joined = separator.join(part for entry in entries for part in entry)
        return [(name, joined)] if entries else []
    if is_list(value):
        items = _items(value)
        if explode:
            return [(name, item) for item in items]
        return [(name, separator.join(items))] if items else []
    return [(name, text(value))]


def path_text(name: str, value: Any, style: str, explode: bool) -> str:
    """A path parameter, escaped: `a%2Fb`; label `.a.b`; matrix `;id=a;id=b`. Escaping keeps a value from adding segments to the path."""
    if style == "matrix":
        return _matrix(quote(name, safe=""), value, explode)
    if style not in ("simple", "label"):
        raise ValueError(f"The parameter {name!r} has the unknown style {style!r}.")
    separator = "." if style == "label" and explode else ","
    prefix = "." if style == "label" else ""
    if is_dict(value):
        entries = [(quote(key, safe=""), quote(item, safe="")) for key, item in _entries(value)]
        parts = [f"{key}={item}" for key, item in entries] if explode else [part for entry in entries for part in entry]
        return prefix + separator.join(parts)
    if is_list(value):
        return prefix + separator.join(quote(item, safe="") for item in _items(value))
    return prefix + quote(text(value), safe="")


def header_text(value: Any, explode: bool) -> str:
    """A header parameter, always of the simple style: `a,b`, `k,v` or `k=v`."""
    if is_dict(value):
        entries = _entries(value)
        return ",".join(f"{key}={item}" if explode else f"{key},{item}" for key, item in entries)
    return ",".join(_items(value)) if is_list(value) else text(value)


def _matrix(name: str, value: Any, explode: bool) -> str:
    if is_dict(value):
        entries = [(quote(key, safe=""), quote(item, safe="")) for key, item in _entries(value)]
        if explode:
            return "".join(f";{key}={item}" for key, item in entries)
        return f";{name}=" + ",".join(part for entry in entries for part in entry)
    if is_list(value):
        items = [quote(item, safe="") for item in _items(value)]
        return "".join(f";{name}={item}" for item in items) if explode else f";{name}=" + ",".join(items)
    return f";{name}={quote(text(value), safe='')}"


def _deep(name: str, value: Any) -> Pairs:
    if is_dict(value):
        return [pair for key, item in value.items() for pair in _deep(f"{name}[{key}]", item)]
    if is_list(value):
        return [pair for item in value for pair in _deep(name, item)]
    return [] if value is None else [(name, text(value))]


def _entries(value: dict[str, Any]) -> Pairs:
    return [(key, text(item)) for key, item in value.items() if item is not None]


def _items(value: list[Any]) -> list[str]:
    return [text(item) for item in value if item is not None]
