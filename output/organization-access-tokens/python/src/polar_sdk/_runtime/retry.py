"""Decides whether and when a request is sent again; the rules are those of `CONTRACT.md` of sdksmith, "Retries"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from ..types.basemodel import OptionalNullable
from ..utils.retries import BackoffStrategy, RetryConfig
from . import clock
from .operation import Retry

if TYPE_CHECKING:
    import httpx

DEFAULT_STATUS_CODES = Retry().statuses


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
        operation: Retry | None,
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
        backoff = BackoffStrategy(operation.initial, operation.max, operation.exponent, operation.budget)
        return cls(backoff, operation.connection, codes)


class Attempts:
    """Counts the attempts of one call; each method says how many seconds to wait, or None to give up."""

    def __init__(self, policy: RetryPolicy) -> None:
        self._policy = policy
        self._start = clock.steady()
        self._made = 0

    def after_response(self, response: httpx.Response) -> float | None:
        """Only the listed status codes are tried again; `Retry-After` says when."""
        if not matches_status(self._policy.statuses, response.status_code):
            return None
        return self.next_delay(retry_after(response.headers.get("retry-after")))

    def after_error(self, error: Exception) -> float | None:
        """Only a connection that failed and an attempt that took too long are tried again, if the settings say so."""
        import httpx

        failures = (httpx.NetworkError, httpx.TimeoutException, httpx.RemoteProtocolError)
        return self.next_delay(None) if self._policy.connection and isinstance(error, failures) else None

    def next_delay(self, asked: float | None) -> float | None:
        """The wait before the next attempt: what the server asked for, else a chance share of a wait that grows."""
        backoff = self._policy.backoff
        longest = backoff.max_interval / 1000
        try:
            grown = backoff.initial_interval / 1000 * backoff.exponent**self._made
        except OverflowError:
            grown = longest
        self._made += 1
        delay = clock.chance() * min(grown, longest) if asked is None else asked
        return None if clock.steady() - self._start + delay > backoff.max_elapsed_time / 1000 else delay


def retry_after(header: str | None) -> float | None:
    """Reads `Retry-After`, RFC 9110, 10.2.3: a number of seconds or a date. Anything else counts as not sent."""
    if header is None:
        return None
    if re.fullmatch(r"\s*\d+(\.\d*)?\s*", header):
        seconds = float(header)
    else:
        try:
            seconds = parsedate_to_datetime(header).timestamp() - clock.now()
        except (ValueError, OverflowError):
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None


def matches_status(patterns: Sequence[str], status: int) -> bool:
    """Whether a status is listed, as "429" or as "4XX"."""
    code = str(status)
    return any(pattern in (code, "default") or (pattern[1:].upper() == "XX" and pattern[:1] == code[:1]) for pattern in patterns)
