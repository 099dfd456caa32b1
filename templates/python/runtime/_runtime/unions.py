"""Tags of discriminated unions."""

from __future__ import annotations

import enum
from typing import Any, Final

from pydantic import Discriminator, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, PydanticOmit, core_schema

from ..types.variants import UnknownVariant
from .guards import is_dict, is_mapping

KEEP: Final = {"variants": "keep"}
"""The validation context of values that came from the API: a variant that no member stands for is kept."""

_UNKNOWN: Final = "~unknown"
_MISSING: Final = "~missing"


class Tagged(Discriminator):
    """Chooses the member of a union by its tag alone; made by `tagged`."""

    def tag_of(self, value: Any) -> str | None:
        """The tag of a value; None where it has none."""
        read = self.discriminator
        tag = None if isinstance(read, str) else read(value)
        return tag if isinstance(tag, str) else None

    def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The tagged union, with a place for tags that are not listed, and one for values without a tag: the member that fits is taken."""
        schema = super().__get_pydantic_core_schema__(source_type, handler)
        if schema["type"] != "tagged-union":
            return schema
        known = dict(schema["choices"])
        unknown = _unknown_schema(self, [str(tag) for tag in known])
        fitting = core_schema.union_schema(list(known.values()))
        untagged = core_schema.union_schema([fitting, unknown], mode="left_to_right", metadata=_NOT_DESCRIBED)

        def choose(value: Any) -> str:
            if isinstance(value, UnknownVariant):
                return _UNKNOWN
            tag = self.tag_of(value)
            return _MISSING if tag is None else tag if tag in known else _UNKNOWN

        return core_schema.tagged_union_schema({**known, _MISSING: untagged, _UNKNOWN: unknown}, choose)


def tagged(name: str, wire: str, *others: str) -> Tagged:
    """Reads the tag of a union member: of a model its field `name`, of a dict its key `wire`, or `name` as a TypedDict has it.

        Pet = Annotated[Union[Annotated[Cat, Tag("cat")], Annotated[Dog, Tag("dog")]], tagged("KIND", "kind")]

    `others` are the fields of members whose tag goes by another name.
    A value without a tag is the member that fits; one with a tag that is not listed is kept as an `UnknownVariant`.
    """
    return Tagged(_TagReader(name, wire, others))


class _TagReader:
    """Reads the tag of a value, as text."""

    def __init__(self, name: str, wire: str, others: tuple[str, ...]) -> None:
        self.wire = wire
        self.names = (name, *others)

    def __call__(self, value: Any) -> str | None:
        """The tag; None where there is none."""
        if is_mapping(value):
            tag = value.get(self.wire, value.get(self.names[0]))
        else:
            tag = next((found for field in self.names if (found := getattr(value, field, None)) is not None), None)
        if isinstance(tag, enum.Enum):
            tag = tag.value
        if isinstance(tag, bool):
            return "true" if tag else "false"
        return str(tag) if isinstance(tag, (str, int)) else None


def _not_described(_: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
    """A JSON Schema lists the members that are known."""
    raise PydanticOmit


_NOT_DESCRIBED: Final[dict[str, Any]] = {"pydantic_js_functions": [_not_described]}


def _unknown_schema(tagged_by: Tagged, known: list[str]) -> CoreSchema:
    """What is kept of JSON from the API; a caller gives an `UnknownVariant`, and no dict with a tag that is not listed."""
    reader = tagged_by.discriminator
    attributes = {name: reader.wire for name in reader.names if name != reader.wire} if isinstance(reader, _TagReader) else {}

    def keep(value: Any) -> UnknownVariant:
        if isinstance(value, UnknownVariant):
            return value
        if not is_dict(value):
            raise PydanticCustomError("union_variant", "Input should be an object")
        return UnknownVariant.of(value, attributes)

    def check(value: Any, info: ValidationInfo) -> UnknownVariant:
        if isinstance(value, UnknownVariant) or info.context is KEEP:
            return keep(value)
        raise PydanticCustomError("union_tag_invalid", "Input tag should be one of {known}", {"known": ", ".join(known)})

    return core_schema.json_or_python_schema(
        json_schema=core_schema.no_info_plain_validator_function(keep),
        python_schema=core_schema.with_info_plain_validator_function(check),
        metadata=_NOT_DESCRIBED,
    )
