"""Header parameters of a request model, and the headers of a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.styles import header_text, is_empty, json_text

if TYPE_CHECKING:
    import httpx


def get_headers(headers_params: Any, gbls: Any | None = None) -> dict[str, str]:
    """The headers that the fields of a request model stand for."""
    from .._runtime.prepared import params_of

    values = [(param, param.value(headers_params, gbls)) for param in params_of(headers_params, gbls) if param.place == "header"]
    return {
        param.wire: json_text(value) if param.how.serialization else header_text(value, param.how.explode)
        for param, value in values
        if value is not None and not is_empty(value)
    }


def get_response_headers(headers: httpx.Headers) -> dict[str, list[str]]:
    """All values of each header, by lower-case name."""
    values: dict[str, list[str]] = {}
    for name, value in headers.multi_items():
        values.setdefault(name.lower(), []).append(value)
    return values
