"""Query parameters of a request model."""

from __future__ import annotations

from typing import Any

from .._runtime.styles import json_text, query_pairs


def get_query_params(query_params: Any, gbls: Any | None = None) -> dict[str, list[str]]:
    """The query parameters that the fields of a request model stand for, not yet escaped."""
    from .._runtime.prepared import params_of

    query: dict[str, list[str]] = {}
    for param in params_of(query_params, gbls):
        value = param.value(query_params, gbls) if param.place == "query" else None
        if value is None:
            continue
        how = param.how
        pairs = [(param.wire, json_text(value))] if how.serialization else query_pairs(param.wire, value, how.style, how.explode)
        for name, item in pairs:
            query.setdefault(name, []).append(item)
    return query
