"""Matching of responses, and values from the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from .._runtime.media import matches_media, media_type_of
from .._runtime.retry import matches_status

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")


def get_global_from_env(value: T | None, env_key: str, type_cast: Callable[[str], T]) -> T | None:
    """The value, else that of an environment variable when it is set and can be read."""
    if value is not None:
        return value
    found = os.getenv(env_key)
    try:
        return None if not found else type_cast(found)
    except ValueError:
        return None


def match_content_type(content_type: str, pattern: str) -> bool:
    """Whether a Content-Type header fits `application/json`, `text/*` or `*/*`."""
    return matches_media(media_type_of(content_type), pattern)


def match_status_codes(status_codes: list[str], status_code: int) -> bool:
    """Whether a status is listed, as "429" or as "4XX"."""
    return matches_status(status_codes, status_code)


def match_response(response: httpx.Response, code: str | list[str], content_type: str) -> bool:
    """Whether a response has this status and this content type."""
    codes = code if isinstance(code, list) else [code]
    return match_status_codes(codes, response.status_code) and match_content_type(
        response.headers.get("content-type", "application/octet-stream"), content_type
    )


def cast_partial(typ: Any) -> Callable[[Any], Any]:
    """`typing.cast` to one type."""
    return lambda value: value
