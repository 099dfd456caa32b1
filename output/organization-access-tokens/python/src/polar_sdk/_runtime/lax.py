"""Keeps what fits of a response that does not match its description."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel as PydanticBaseModel
from pydantic import PydanticUserError, Tag, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ..types.basemodel import Unset
from .guards import is_list, is_mapping, wire_name
from .prepared import complete_model
from .unions import KEEP, Tagged

MAX_DEPTH = 100
"""Deeper values are kept as they are: a hostile response must not exhaust the stack."""


def fit(annotation: Any, value: Any, depth: int = 0) -> Any:
    """The value as the type says, part by part; a part that does not fit stays the plain JSON value.

    A missing required field becomes None, so that reading it does not fail; it is not among `model_fields_set`. Never raises.
    """
    try:
        return TypeAdapter(annotation).validate_python(value, context=KEEP, by_alias=True, by_name=False)
    except (ValidationError, PydanticUserError):
        pass
    if depth >= MAX_DEPTH:
        return value
    kind = bare_type(annotation)
    origin, arguments = get_origin(kind), get_args(kind)
    if is_list(value) and origin in (list, tuple):
        return [fit(arguments[0] if arguments else Any, item, depth + 1) for item in value]
    if not is_mapping(value):
        return value
    if origin is dict and len(arguments) == 2:
        return {key: fit(arguments[1], item, depth + 1) for key, item in value.items()}
    model = _closest_model(kind, value)
    return value if model is None else _fit_model(model, value, depth)


def _fit_model(model: type[PydanticBaseModel], entries: Mapping[str, Any], depth: int) -> PydanticBaseModel:
    complete_model(model)
    values: dict[str, Any] = {}
    missing: set[str] = set()
    known: set[str] = set()
    for name, field in model.model_fields.items():
        wire = wire_name(name, field)
        known.add(wire)
        if wire in entries:
            values[name] = fit(with_metadata(field), entries[wire], depth + 1)
        elif field.is_required():
            values[name] = None
            missing.add(name)
    if model.model_config.get("extra") == "allow":
        values.update({key: item for key, item in entries.items() if key not in known})
    return model.model_construct(values.keys() - missing, **values)


def _closest_model(annotation: Any, entries: Mapping[str, Any]) -> type[PydanticBaseModel] | None:
    """The model a value was meant to be: of a union the one whose constants agree and that knows most of the keys."""
    best: type[PydanticBaseModel] | None = None
    candidates = _models(annotation, entries)
    best_score = -1 if len(candidates) == 1 else 0
    for candidate in candidates:
        complete_model(candidate)
        score = sum(wire_name(name, field) in entries for name, field in candidate.model_fields.items())
        if score > best_score and _constants_agree(candidate, entries):
            best, best_score = candidate, score
    return best


def _constants_agree(model: type[PydanticBaseModel], entries: Mapping[str, Any]) -> bool:
    for name, field in model.model_fields.items():
        wire = wire_name(name, field)
        allowed = get_args(field.annotation) if str(get_origin(field.annotation)) == "typing.Literal" else ()
        if allowed and wire in entries and entries[wire] not in allowed:
            return False
    return True


def _models(annotation: Any, entries: Mapping[str, Any]) -> list[type[PydanticBaseModel]]:
    """The models that a value may be: where a tag decides, only the one that it names."""
    tagged = _tagged(annotation)
    tag = None if tagged is None else tagged.tag_of(entries)
    kind = bare_type(annotation)
    if isinstance(kind, type) and get_origin(kind) is None:
        usable = issubclass(kind, PydanticBaseModel) and not issubclass(kind, (Unset, enum.Enum))
        return [kind] if usable else []
    is_union = get_origin(kind) is Union or type(kind).__name__ == "UnionType"
    parts = get_args(kind) if is_union else ()
    return [model for part in parts if tag is None or _has_tag(part, tag) for model in _models(part, entries)]


def _tagged(annotation: Any) -> Tagged | None:
    """What decides between the members of a union: `Annotated[Union[…], tagged(…)]`."""
    while hasattr(annotation, "__value__"):
        annotation = annotation.__value__
    return next((note for note in getattr(annotation, "__metadata__", ()) if isinstance(note, Tagged)), None)


def _has_tag(member: Any, tag: str) -> bool:
    return any(isinstance(note, Tag) and note.tag == tag for note in getattr(member, "__metadata__", ()))


def bare_type(annotation: Any) -> Any:
    """The type under `Annotated[…]`, aliases and `Optional[…]`."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
        elif hasattr(annotation, "__value__"):
            annotation = annotation.__value__
        else:
            break
    if get_origin(annotation) is Union:
        parts = [part for part in get_args(annotation) if part not in (type(None), Unset)]
        if len(parts) == 1:
            return bare_type(parts[0])
    return annotation


def with_metadata(field: FieldInfo) -> Any:
    """The type of a field with the annotations that pydantic keeps apart."""
    annotation: Any = field.annotation
    for metadata in field.metadata:
        annotation = Annotated[annotation, metadata]
    return annotation
