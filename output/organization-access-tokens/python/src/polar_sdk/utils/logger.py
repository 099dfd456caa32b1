"""Logging of requests and responses."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    import httpx


@runtime_checkable
class Logger(Protocol):
    """Anything with a `debug` method: a `logging.Logger`, for example."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Writes one message."""


class NoOpLogger:
    """Writes nothing; requests are not even formatted for it."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Writes nothing."""


def get_default_logger(env_key: str | None = None) -> Logger:
    """The package's logger at DEBUG when the environment variable `env_key` is set, else one that writes nothing."""
    if env_key is None or not os.getenv(env_key):
        return NoOpLogger()
    logging.basicConfig(level=logging.DEBUG)
    return logging.getLogger(__name__.split(".")[0])


def get_body_content(req: httpx.Request) -> str:
    """The body of a request as text for a log; a stream is not read."""
    return "<streaming body>" if not hasattr(req, "_content") else req.content.decode("utf-8", "replace")
