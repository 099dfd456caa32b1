"""The fields of a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel as PydanticBaseModel

from ..types.basemodel import Unset
from ..utils.metadata import find_field_metadata
from .dump import Dump, dump_any, field_dumper
from .guards import field_value, is_dict, wire_name


def form_fields(value: Any, kind: type[Any]) -> Iterator[tuple[str, Any, Any, Any]]:
    """Wire name, a function that dumps the value, the value itself and its metadata, of each given field."""
    if isinstance(value, PydanticBaseModel):
        for name, field in type(value).model_fields.items():
            item = field_value(value, name)
            if item is None or isinstance(item, Unset):
                continue
            yield (
                wire_name(name, field),
                _later(field_dumper(field), item),
                item,
                find_field_metadata(field, kind),
            )
        for name, item in (value.model_extra or {}).items():
            yield name, _later(dump_any, item), item, None
        return
    if is_dict(value):
        for name, item in value.items():
            if item is not None:
                yield name, _later(dump_any, item), item, None
        return
    raise TypeError(f"A form is made of fields; {type(value).__name__} has none.")


def _later(dump: Dump, value: Any) -> Any:
    return lambda: dump(value)
