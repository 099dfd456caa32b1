"""Retry settings, and retrying any function with them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from .._runtime import clock
from ..types.basemodel import UNSET

if TYPE_CHECKING:
    import httpx

    from .._runtime.retry import Attempts


class BackoffStrategy:
    """How long to wait between attempts, in milliseconds: a chance share of `initial_interval * exponent ** n`, at most `max_interval`.

    No attempt starts after `max_elapsed_time`.
    """

    initial_interval: int
    max_interval: int
    exponent: float
    max_elapsed_time: int

    def __init__(self, initial_interval: int, max_interval: int, exponent: float, max_elapsed_time: int) -> None:
        self.initial_interval = initial_interval
        self.max_interval = max_interval
        self.exponent = exponent
        self.max_elapsed_time = max_elapsed_time


class RetryConfig:
    """When to try again. Any `strategy` but "backoff" means never; `status_codes` ("429", "5XX") replace the default ones."""

    strategy: str
    backoff: BackoffStrategy
    retry_connection_errors: bool
    status_codes: Sequence[str] | None

    def __init__(
        self,
        strategy: str,
        backoff: BackoffStrategy,
        retry_connection_errors: bool,
        *,
        status_codes: Sequence[str] | None = None,
    ) -> None:
        self.strategy = strategy
        self.backoff = backoff
        self.retry_connection_errors = retry_connection_errors
        self.status_codes = status_codes


class Retries:
    """Retry settings with the status codes they are for."""

    config: RetryConfig
    status_codes: list[str]

    def __init__(self, config: RetryConfig, status_codes: list[str]) -> None:
        self.config = config
        self.status_codes = status_codes


class TemporaryError(Exception):
    """A response that is worth another attempt."""

    response: httpx.Response

    def __init__(self, response: httpx.Response) -> None:
        self.response = response


class PermanentError(Exception):
    """An error that no further attempt can help."""

    inner: Exception

    def __init__(self, inner: Exception) -> None:
        self.inner = inner


def retry(func: Callable[[], httpx.Response], retries: Retries) -> httpx.Response:
    """Calls `func` until its response needs no further attempt."""
    attempts = _attempts(retries)
    while True:
        try:
            response = func()
        except Exception as error:
            delay = attempts.after_error(error)
            if delay is None:
                raise
        else:
            delay = attempts.after_response(response)
            if delay is None:
                return response
        clock.sleep(delay)


async def retry_async(func: Callable[[], Awaitable[httpx.Response]], retries: Retries) -> httpx.Response:
    """Awaits `func` until its response needs no further attempt."""
    attempts = _attempts(retries)
    while True:
        try:
            response = await func()
        except Exception as error:
            delay = attempts.after_error(error)
            if delay is None:
                raise
        else:
            delay = attempts.after_response(response)
            if delay is None:
                return response
        await clock.sleep_async(delay)


def retry_with_backoff(
    func: Callable[[], Any],
    initial_interval: int = 500,
    max_interval: int = 60000,
    exponent: float = 1.5,
    max_elapsed_time: int = 3600000,
) -> Any:
    """Calls `func` until it raises no `TemporaryError`; the inner error of a `PermanentError` is raised at once."""
    attempts = _attempts(_always(initial_interval, max_interval, exponent, max_elapsed_time))
    while True:
        try:
            return func()
        except PermanentError as error:
            raise error.inner from error
        except Exception as error:
            delay = attempts.next_delay(None)
            if delay is None:
                if isinstance(error, TemporaryError):
                    return error.response
                raise
        clock.sleep(delay)


async def retry_with_backoff_async(
    func: Callable[[], Awaitable[Any]],
    initial_interval: int = 500,
    max_interval: int = 60000,
    exponent: float = 1.5,
    max_elapsed_time: int = 3600000,
) -> Any:
    """Awaits `func` until it raises no `TemporaryError`; the inner error of a `PermanentError` is raised at once."""
    attempts = _attempts(_always(initial_interval, max_interval, exponent, max_elapsed_time))
    while True:
        try:
            return await func()
        except PermanentError as error:
            raise error.inner from error
        except Exception as error:
            delay = attempts.next_delay(None)
            if delay is None:
                if isinstance(error, TemporaryError):
                    return error.response
                raise
        await clock.sleep_async(delay)


def _always(initial_interval: int, max_interval: int, exponent: float, max_elapsed_time: int) -> Retries:
    return Retries(RetryConfig("backoff", BackoffStrategy(initial_interval, max_interval, exponent, max_elapsed_time), True), [])


def _attempts(retries: Retries) -> Attempts:
    from .._runtime.retry import Attempts, RetryPolicy

    never = RetryPolicy(retries.config.backoff, False, ())
    return Attempts(RetryPolicy.of(retries.config, UNSET, None, tuple(retries.status_codes)) or never)
