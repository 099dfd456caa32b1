"""Decides whether and when a request is sent again."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from ..types.basemodel import OptionalNullable
from ..utils.retries import BackoffStrategy, RetryConfig

if TYPE_CHECKING:
    import httpx

DEFAULT_STATUS_CODES = ("429", "500", "502", "503", "504")


class RetryDefaults(NamedTuple):
    """What the API's description says about retrying an operation; times in milliseconds."""

    initial: int = 500
    maximum: int = 60000
    exponent: float = 1.5
    budget: int = 3600000
    connection: bool = True
    statuses: Sequence[str] = DEFAULT_STATUS_CODES


class RetryPolicy(NamedTuple):
    """The settings that hold for one call."""

    backoff: BackoffStrategy
    connection: bool
    statuses: Sequence[str]

    @classmethod
    def of(
        cls,
        call: OptionalNullable[RetryConfig],
        client: OptionalNullable[RetryConfig],
        operation: RetryDefaults | None,
        statuses: Sequence[str] = DEFAULT_STATUS_CODES,
    ) -> RetryPolicy | None:
        """The call's setting, else the client's, else the operation's own; None when requests are sent once.

        An explicit None of the call or the client switches retries off.
        """
        codes = operation.statuses if operation is not None else statuses
        for config in (call, client):
            if config is None:
                return None
            if isinstance(config, RetryConfig):
                if config.strategy != "backoff":
                    return None
                return cls(config.backoff, config.retry_connection_errors, config.status_codes or codes)
        if operation is None:
            return None
        backoff = BackoffStrategy(operation.initial, operation.maximum, operation.exponent, operation.budget)
        return cls(backoff, operation.connection, codes)


class Attempts:
    """Counts the attempts of one call; each method says how many seconds to wait, or None to give up."""

    def __init__(self, policy: RetryPolicy | None) -> None:
        self._policy = policy
        self._start = time.monotonic()
        self._made = 0

    def after_response(self, response: httpx.Response) -> float | None:
        """Only the listed status codes are tried again; `Retry-After` says when."""
        if self._policy is None or not matches_status(self._policy.statuses, response.status_code):
            return None
        return self.next_delay(retry_after(response.headers.get("retry-after")))

    def after_error(self, error: Exception) -> float | None:
        """Only a failed connection or a timeout is tried again: the server cannot have begun to answer."""
        import httpx

        if self._policy is None or not self._policy.connection or not isinstance(error, (httpx.ConnectError, httpx.TimeoutException)):
            return None
        return self.next_delay(None)

    def next_delay(self, asked: float | None) -> float | None:
        """The wait before the next attempt; what the server asked for counts unless the time for all attempts would not last so long."""
        if self._policy is None:
            return None
        backoff = self._policy.backoff
        elapsed = time.monotonic() - self._start
        left = backoff.max_elapsed_time / 1000 - elapsed
        if left <= 0:
            return None
        if asked is not None:
            self._made += 1
            return min(asked, left)
        longest = backoff.max_interval / 1000
        try:
            grown = backoff.initial_interval / 1000 * backoff.exponent**self._made
        except OverflowError:
            grown = longest
        self._made += 1
        return min(grown + random.uniform(0, backoff.jitter / 1000), longest)


def retry_after(header: str | None) -> float | None:
    """Reads `Retry-After`, RFC 9110, 10.2.3: a number of seconds or a date. Anything else counts as not sent."""
    if header is None:
        return None
    try:
        return max(0.0, float(header)) if float(header) < float("inf") else None
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def matches_status(patterns: Sequence[str], status: int) -> bool:
    """Whether a status is listed, as "429" or as "4XX"."""
    code = str(status)
    return any(pattern in (code, "default") or (pattern[1:].upper() == "XX" and pattern[:1] == code[:1]) for pattern in patterns)
