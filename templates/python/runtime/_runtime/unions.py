"""Tags of discriminated unions."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

from .guards import is_mapping


def tag_of(name: str, wire: str, *others: str) -> Callable[[Any], Any]:
    """Reads the tag of a union member: of a model its field `name`, of a dict its key `wire`, or `name` as a TypedDict has it.

        Pet = Annotated[Union[Annotated[Cat, Tag("cat")], Annotated[Dog, Tag("dog")]], Discriminator(tag_of("KIND", "kind"))]

    `others` are the fields of members whose tag goes by another name.
    A value without a tag gives None, which pydantic reports like any other value that does not fit.
    """

    def read(value: Any) -> Any:
        if is_mapping(value):
            tag = value.get(wire, value.get(name))
        else:
            tag = next((found for field in (name, *others) if (found := getattr(value, field, None)) is not None), None)
        if isinstance(tag, enum.Enum):
            tag = tag.value
        if isinstance(tag, bool):
            return "true" if tag else "false"
        return str(tag) if isinstance(tag, (str, int)) else None

    return read
