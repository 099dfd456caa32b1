"""Python values to JSON values, as they go over the wire."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel as PydanticBaseModel
from pydantic.fields import FieldInfo
from pydantic_core import SchemaSerializer

from ..types.basemodel import WIRE, Unset
from ..types.instants import with_instants
from .build import adapter_of, deeply
from .guards import is_array, is_dict, is_list

Dump = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, type(None), Unset)


def dumper(annotation: Any) -> Dump:
    """A function that turns values of a type into JSON values with wire names; plain scalars need no serializer built for them."""
    if _is_plain(annotation):
        return plain_value
    write = deeply(lambda: _writer(annotation))

    def dump(value: Any) -> Any:
        return write(value, mode="json", by_alias=True, context=WIRE, warnings="none")

    return dump


def _writer(annotation: Any) -> Callable[..., Any]:
    adapter = adapter_of(annotation)
    schema = with_instants(adapter.core_schema)
    return adapter.dump_python if schema is adapter.core_schema else SchemaSerializer(schema).to_python


def field_dumper(field: FieldInfo) -> Dump:
    """`dumper` for a field."""
    return dumper(annotation_of(field))


def annotation_of(field: FieldInfo) -> Any:
    """The type of a field with its annotations that hold a codec (`int` sent as text, say)."""
    annotation: Any = field.annotation
    for metadata in field.metadata:
        if hasattr(metadata, "__get_pydantic_core_schema__"):
            annotation = Annotated[annotation, metadata]
    return annotation


def dump_any(value: Any) -> Any:
    """A value of no declared type as a JSON value."""
    if isinstance(value, PydanticBaseModel):
        return value.model_dump(mode="json", by_alias=True, context=WIRE, warnings="none")
    if is_dict(value):
        return {key: dump_any(item) for key, item in value.items() if not isinstance(item, Unset)}
    if is_array(value):
        return [dump_any(item) for item in value]
    return dumper(type(value))(value)


def plain_value(value: Any) -> Any:
    """Scalars as they are, enum members as their value, in lists and maps too."""
    if isinstance(value, enum.Enum):
        return value.value
    if is_list(value):
        return [plain_value(item) for item in value]
    if is_dict(value):
        return {key: plain_value(item) for key, item in value.items()}
    return value


def _is_plain(annotation: Any) -> bool:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation in _PLAIN or issubclass(annotation, enum.Enum)
    if hasattr(annotation, "__metadata__"):
        return False
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is None:
        return False
    if getattr(origin, "__name__", "") == "Literal" or repr(origin) == "typing.Literal":
        return True
    return all(_is_plain(part) for part in parts)
