"""URLs with variables."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from .._runtime.styles import path_text


def generate_url(server_url: str, path: str, path_params: Any, gbls: Any | None = None) -> str:
    """The URL of an operation, with the path parameters of a request model escaped and filled in."""
    from .._runtime.prepared import params_of

    url = remove_suffix(server_url, "/") + path
    for param in params_of(path_params, gbls):
        value = param.value(path_params, gbls) if param.place == "path" else None
        if value is not None:
            url = url.replace(f"{{{param.wire}}}", path_text(param.wire, value, param.how.style, param.how.explode))
    return url


def template_url(url_with_params: str, params: dict[str, str]) -> str:
    """A URL with its `{variables}` filled in."""
    for name, value in params.items():
        url_with_params = url_with_params.replace(f"{{{name}}}", value)
    return url_with_params


def remove_suffix(input_string: str, suffix: str) -> str:
    """The text without a suffix that it may have."""
    return input_string.removesuffix(suffix)


def is_optional(field: Any) -> bool:
    """Whether a type admits None."""
    return get_origin(field) is not None and type(None) in get_args(field)
