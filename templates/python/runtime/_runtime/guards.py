"""What a value of unknown origin is; the checkers know nothing of the parts of a list that `isinstance` found."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel as PydanticBaseModel
from pydantic.fields import FieldInfo
from typing_extensions import TypeIs


def is_list(value: Any) -> TypeIs[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_array(value: Any) -> TypeIs[list[Any] | tuple[Any, ...]]:
    """Whether a value is a list or a tuple."""
    return isinstance(value, (list, tuple))


def is_dict(value: Any) -> TypeIs[dict[str, Any]]:
    """Whether a value is a dict; the keys of JSON objects are text."""
    return isinstance(value, dict)


def is_tuple(value: Any) -> TypeIs[tuple[Any, ...]]:
    """Whether a value is a tuple."""
    return isinstance(value, tuple)


def is_bytes(value: Any) -> TypeIs[bytes | bytearray | memoryview[int]]:
    """Whether a value holds bytes."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_path(value: Any) -> TypeIs[os.PathLike[str]]:
    """Whether a value is a path."""
    return isinstance(value, os.PathLike)


def is_mapping(value: Any) -> TypeIs[Mapping[str, Any]]:
    """Whether a value is any kind of mapping."""
    return isinstance(value, Mapping)


def wire_value(model: Any, wire: str) -> Any:
    """A field of a model by its name on the wire, or None."""
    if not isinstance(model, PydanticBaseModel):
        return None
    fields = type(model).model_fields
    name = next((name for name, field in fields.items() if wire_name(name, field) == wire), None)
    return None if name is None else field_value(model, name)


def field_value(model: Any, name: str) -> Any:
    """A field of a model, or None; read past the attribute, which warns when the field is deprecated."""
    if not isinstance(model, PydanticBaseModel):
        return None
    values: Mapping[str, Any] = vars(model)
    return values[name] if name in values else (model.model_extra or {}).get(name)


def wire_name(name: str, field: FieldInfo) -> str:
    """What a field of a model is called on the wire; that may be nothing at all."""
    return name if field.serialization_alias is None else field.serialization_alias
