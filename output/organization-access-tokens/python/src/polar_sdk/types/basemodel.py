"""The base class of all models, and the value that tells "not given" from "given as null"."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, Literal, NamedTuple, TypeAlias, get_args

from pydantic import BaseModel as PydanticBaseModel
from pydantic import (
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
)
from pydantic_core import PydanticOmit, PydanticSerializationUnexpectedValue, core_schema
from typing_extensions import Self, TypeVar

from .._runtime.guards import wire_name
from .instants import with_instants

UNSET_SENTINEL: Final = "~?~unset~?~sentinel~?~"
"""What a dumped `UNSET` looks like where no model can leave its key out, as in a list."""

WIRE: Final[dict[str, bool]] = {"wire": True}
"""The serialization context of request bodies: optional fields that hold None are left out."""


class BaseModel(PydanticBaseModel):
    """A model accepts its fields by Python name or by wire name and leaves unset fields out of what it sends."""

    model_config = ConfigDict(
        populate_by_name=True, arbitrary_types_allowed=True, protected_namespaces=(), defer_build=True, ser_json_inf_nan="constants"
    )

    @classmethod
    def model_rebuild(cls, **settings: Any) -> bool | None:
        """As in pydantic, but models may be nested deeper than Python's stack is."""
        rebuild = super().model_rebuild
        settings["_parent_namespace_depth"] = settings.get("_parent_namespace_depth", 2) + 1
        try:
            return rebuild(**settings)
        except RecursionError:
            from .._runtime.build import with_deep_stack

            return with_deep_stack(lambda: rebuild(**settings))

    @model_serializer(mode="wrap")
    def serialize_model(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:
        """Drops fields that were not given; an explicit None of a nullable field stays."""
        dumped: Any = handler(self)
        held: Any = type(self)
        # Where a response did not fit, None or plain JSON may stand in place of a model.
        if not issubclass(held, BaseModel):
            return dumped
        rules = serialization_rules(held)
        if not rules.optional:
            return dumped
        drop_none = rules.has_nullable or info.context is WIRE
        values = self.__dict__
        for name, alias, nullable in rules.optional:
            value = values.get(name)
            if value is UNSET or (value is None and drop_none and not nullable):
                dumped.pop(alias if info.by_alias else name, None)
        return dumped

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Date-times go out with an offset, whether or not they have one."""
        schema = handler(source)
        inner: Any = handler.resolve_ref_schema(schema)
        inner.update(with_instants(inner))
        return schema

    @classmethod
    def __get_pydantic_json_schema__(cls, source: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A JSON Schema speaks of what goes over the wire: a field that may be left out has no default there."""
        if not Unset.__pydantic_complete__:
            Unset.model_rebuild()
        schema = handler(source)
        for described in handler.resolve_ref_schema(schema).get("properties", {}).values():
            if described.get("default") == UNSET_SENTINEL:
                del described["default"]
        return schema


class Unset(BaseModel):
    """The type of `UNSET`: a field or argument that was not given, while None means null."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Only an instance counts: a dict that fits nothing else must not pass for "not given"."""
        return core_schema.is_instance_schema(cls, serialization=core_schema.plain_serializer_function_ser_schema(_unset_only, info_arg=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, source: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """JSON has no such value."""
        raise PydanticOmit

    def __bool__(self) -> Literal[False]:
        """`UNSET` is falsy."""
        return False

    def __repr__(self) -> str:
        """Shown as its name."""
        return "UNSET"

    def __hash__(self) -> int:
        """All are equal."""
        return hash(UNSET_SENTINEL)

    def __eq__(self, other: object) -> bool:
        """All are equal."""
        return isinstance(other, Unset)

    def __copy__(self) -> Self:
        """There is one `UNSET`, so that `is` can tell it."""
        return self

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """There is one `UNSET`, so that `is` can tell it."""
        return self

    def __reduce__(self) -> str:
        """Unpickles as the one `UNSET` of this module."""
        return "UNSET"


def _unset_only(value: Any, info: SerializationInfo) -> str | None:
    """In a union, a value that fits no member must not pass for "not given"; what is sent never shows the sentinel."""
    if isinstance(value, Unset):
        return None if info.context is WIRE else UNSET_SENTINEL
    raise PydanticSerializationUnexpectedValue("Expected UNSET")


UNSET: Final = Unset.model_construct()
"""The value of a nullable field or argument that was not given."""

T = TypeVar("T")
Nullable: TypeAlias = T | None
"""A value that may be null."""
OptionalNullable: TypeAlias = T | Unset | None
"""A value that may be null, or not given at all."""
UnrecognizedStr: TypeAlias = str
"""A value of an open enum that this version does not know."""
UnrecognizedInt: TypeAlias = int
"""A value of an open enum that this version does not know."""


class OptionalField(NamedTuple):
    """A field that may be left out."""

    name: str
    alias: str
    nullable: bool


class SerializationRules(NamedTuple):
    """What the serializer of a class has to know."""

    optional: tuple[OptionalField, ...]
    has_nullable: bool


@cache
def serialization_rules(model: type[BaseModel]) -> SerializationRules:
    """Reads the optional and nullable fields off a model, once per class."""
    optional: list[OptionalField] = []
    has_nullable = False
    for name, field in model.model_fields.items():
        parts = get_args(field.annotation)
        nullable = Unset in parts
        has_nullable = has_nullable or nullable or (field.is_required() and type(None) in parts)
        if not field.is_required():
            optional.append(OptionalField(name, wire_name(name, field), nullable))
    return SerializationRules(tuple(optional), has_nullable)
