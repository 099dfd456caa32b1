"""A clock that takes the place of an SDK's own: waits are over at once, and all that moves it is what is asked of it."""

from __future__ import annotations


class TurnedClock:
    """Shows the noon of 2024-01-31 when something begins."""

    def __init__(self, real):
        for name in ("now", "steady", "chance", "sleep", "sleep_async"):
            setattr(real, name, getattr(self, name))
        self.begin(1)

    def begin(self, share):
        self.time = 1706702400.0
        self.waits = []
        self.share = share

    def now(self):
        return self.time

    def steady(self):
        return self.time

    def chance(self):
        return self.share

    def sleep(self, seconds):
        self.waits.append(round(seconds * 1000))
        self.time += seconds

    async def sleep_async(self, seconds):
        self.sleep(seconds)
