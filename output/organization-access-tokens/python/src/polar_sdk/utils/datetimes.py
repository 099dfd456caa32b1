"""Reading date-times."""

from __future__ import annotations

from datetime import datetime


def parse_datetime(datetime_string: str) -> datetime:
    """Reads an RFC 3339 date-time: `parse_datetime("2026-01-31T12:00:00Z")` is an aware `datetime`."""
    if datetime_string[-1:] in ("Z", "z"):  # Python 3.10 knows offsets only
        datetime_string = f"{datetime_string[:-1]}+00:00"
    return datetime.fromisoformat(datetime_string)
