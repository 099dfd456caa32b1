"""Time and chance. The runtime asks nobody else, so that a test can turn the one and fix the other by replacing these functions."""

from __future__ import annotations

import time


def now() -> float:
    """Seconds since 1970."""
    return time.time()


def steady() -> float:
    """Seconds that only grow, to measure how long something takes."""
    return time.monotonic()


def chance() -> float:
    """A number from 0 to 1."""
    import random  # few calls are repeated

    return random.random()


def sleep(seconds: float) -> None:
    """The wait between two attempts."""
    time.sleep(seconds)


async def sleep_async(seconds: float) -> None:
    """The same without blocking."""
    import asyncio  # blocking programs do without

    await asyncio.sleep(seconds)
