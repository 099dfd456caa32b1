"""Credentials of a security model, for code that sends requests of its own."""

from __future__ import annotations

from typing import Any

from .._runtime.security import credentials_of


def get_security(security: Any) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The headers and the query parameters that a security model stands for."""
    credentials = credentials_of(security)
    query: dict[str, list[str]] = {}
    for name, value in credentials.query:
        query.setdefault(name, []).append(value)
    return credentials.headers, query
