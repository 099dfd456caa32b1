"""Reading the tag of a discriminated union."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, cast


def get_discriminator(model: Any, fieldname: str, key: str) -> str:
    """The tag of a model or dict: its field `fieldname`, or the wire name `key`."""
    if isinstance(model, Mapping):
        entries = cast("Mapping[str, Any]", model)
        value = entries.get(key, entries.get(fieldname))
    else:
        value = getattr(model, fieldname, getattr(model, key, None))
    if value is None:
        raise ValueError(f"Could not find discriminator key {fieldname} or {key} in {model}")
    return str(value.value) if isinstance(value, enum.Enum) else str(value)
