"""Enums that stay usable when the server learns a new value."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema


class OpenEnumMeta(enum.EnumMeta):
    """Makes an enum open: `Color("a new one")` returns the plain value instead of failing.

    A decoded field holds the member of a known value and the plain `str` or `int` of an unknown one; both compare equal to the plain
    value, and both print as it.
    """

    def __new__(metacls, name: str, bases: tuple[type, ...], classdict: Any, **options: Any) -> OpenEnumMeta:
        """Lets members print as their value, so that known and unknown values look alike in text."""
        cls = super().__new__(metacls, name, bases, classdict, **options)
        members: Any = cls
        members.__str__ = _shown
        members.__format__ = _formatted
        return cls

    def __call__(
        cls,
        value: Any,
        names: Any = None,
        *values: Any,
        module: Any = None,
        qualname: Any = None,
        type: Any = None,
        start: int = 1,
        boundary: Any = None,
    ) -> Any:
        """Looks a value up; the functional form, with names, creates an enum as usual."""
        if names is not None:
            given = {"module": module, "qualname": qualname, "type": type, "start": start}
            create: Callable[..., Any] = super().__call__
            return create(value, names, *values, **given, **({} if boundary is None else {"boundary": boundary}))
        try:
            return super().__call__(value)
        except ValueError:
            return value

    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """A known value becomes its member; any other value of the same plain type passes."""
        every: list[Any] = list(cls.__members__.values())
        members = {member.value: member for member in every}
        plain = core_schema.int_schema(strict=True) if issubclass(cls, int) else core_schema.str_schema()

        def known(value: Any) -> Any:
            return members.get(value, value)

        return core_schema.no_info_after_validator_function(known, plain)


def _shown(member: enum.Enum) -> str:
    return str(member.value)


def _formatted(member: enum.Enum, spec: str) -> str:
    return format(member.value, spec)
