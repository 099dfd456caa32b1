"""What is worked out once for each operation: how its request is encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from ..types.basemodel import Unset
from ..utils.metadata import FieldMetadata, ParamMetadata, find_metadata
from .bodies import USUAL_TYPES
from .build import adapter_of
from .dump import Dump, annotation_of, dumper, field_dumper
from .guards import field_value, wire_name
from .media import accept_header

if TYPE_CHECKING:
    from .operation import Body, Operation, Write

_VARIABLE = re.compile(r"\{([^{}]+)\}")


class Param(NamedTuple):
    """A parameter: the field that holds it, its wire name and its encoding."""

    name: str
    wire: str
    place: str
    how: ParamMetadata
    dump: Dump
    global_name: str | None

    def value(self, request: Any, client_globals: Any) -> Any:
        """The value of the call, else the client's global value, as a JSON value; None when there is none."""
        given = field_value(request, self.name)
        if (given is None or isinstance(given, Unset)) and self.global_name is not None:
            given = field_value(client_globals, self.global_name)
        return None if given is None or isinstance(given, Unset) else self.dump(given)


class BodyPlan(NamedTuple):
    """The body: the field of the request that holds it, or None for the request itself."""

    name: str | None
    write: Write
    media_type: str
    required: bool
    dump: Dump
    nullable: bool
    """Of the request itself: None is sent as null."""
    markup: Dump | None
    """Writes the JSON value as XML."""

    @classmethod
    def of(cls, name: str | None, how: Body | None, required: bool, kind: Any, *, nullable: bool = False) -> BodyPlan:
        """What the descriptor says, with the usual media type where it says none; `kind` is the type of the body."""
        write = "json" if how is None else how.write
        media_type = USUAL_TYPES[write] if how is None or how.media_type is None else how.media_type
        markup = None if how is None or how.xml is None else partial(how.xml.write, kind)
        return cls(name, write, media_type, required, dumper(kind), nullable, markup)


class Prepared(NamedTuple):
    """The encode plan of an operation."""

    validate: Callable[[Any], Any] | None
    path: tuple[str, ...]
    """Literal text and names of path parameters in turn."""
    fixed_query: str
    """A query that is part of the path template."""
    path_params: dict[str, Param]
    params: tuple[Param, ...]
    body: BodyPlan | None
    accept: str


def prepare(operation: Operation[Any], client_globals: Any) -> Prepared:
    """The plan of an operation; kept on its descriptor, since it is the same for every client of an SDK."""
    if operation.prepared is None:
        operation.prepared = _prepare(operation, client_globals)
    return operation.prepared


def _prepare(operation: Operation[Any], client_globals: Any) -> Prepared:
    template, _, query = operation.path.partition("#")[0].partition("?")
    validate, params, body = _request_plan(operation, client_globals)
    return Prepared(
        validate=validate,
        path=tuple(_VARIABLE.split(template)),
        fixed_query=query,
        path_params={param.wire: param for param in params if param.place == "path"},
        params=tuple(param for param in params if param.place != "path"),
        body=body,
        accept=accept_header(operation),
    )


def _request_plan(operation: Operation[Any], client_globals: Any) -> tuple[Callable[[Any], Any] | None, list[Param], BodyPlan | None]:
    held = {key: name for key, name in global_names(client_globals).items() if name in operation.globals}
    how = operation.body
    if how is not None and how.type is not None:
        kind: Any = how.type()
        adapter: TypeAdapter[Any] = adapter_of(kind)
        whole = BodyPlan.of(None, how, how.required, kind, nullable=type(None) in get_args(kind))
        return adapter.validate_python, _hidden_params(held, client_globals), whole
    if operation.request is None:
        return None, _hidden_params(held, client_globals), None
    model = cast("type[PydanticBaseModel]", operation.request())
    complete_model(model)
    body: BodyPlan | None = None
    params: list[Param] = []
    for name, field in model.model_fields.items():
        metadata = find_metadata(field, FieldMetadata)
        if metadata is None:
            continue
        if metadata.request is not None:
            body = BodyPlan.of(name, how, field.is_required(), annotation_of(field))
        elif (param := param_of(name, field, metadata, held)) is not None:
            params.append(param)
            held.pop((param.place, param.wire), None)
    return model.model_validate, [*_hidden_params(held, client_globals), *params], body


def param_of(name: str, field: FieldInfo, metadata: FieldMetadata, held: Mapping[tuple[str, str], str]) -> Param | None:
    """The parameter that a field stands for; `held`: the client's value of the same place and name stands in for it."""
    for place in ("path", "query", "header", "cookie"):
        how: ParamMetadata | None = getattr(metadata, place)
        if how is not None:
            wire = wire_name(name, field)
            return Param(name, wire, place, how, field_dumper(field), held.get((place, wire)))
    return None


def global_names(client_globals: Any) -> dict[tuple[str, str], str]:
    """The values that the client holds: (place, wire name) → field."""
    found: dict[tuple[str, str], str] = {}
    for name, field in _global_fields(client_globals).items():
        metadata = find_metadata(field, FieldMetadata)
        if metadata is not None and (param := param_of(name, field, metadata, {})) is not None:
            found[param.place, param.wire] = name
    return found


def _global_fields(client_globals: Any) -> dict[str, FieldInfo]:
    if client_globals is None:
        return {}
    model = cast("type[PydanticBaseModel]", type(client_globals))
    return model.model_fields


def _hidden_params(held: Mapping[tuple[str, str], str], client_globals: Any) -> list[Param]:
    """Parameters that no argument stands for: the client's value is the only one."""
    found: list[Param] = []
    for name in held.values():
        field = _global_fields(client_globals)[name]
        metadata = find_metadata(field, FieldMetadata)
        param = None if metadata is None else param_of(name, field, metadata, held)
        if param is not None:
            found.append(param._replace(name=""))
    return found


def complete_model(model: type[PydanticBaseModel]) -> None:
    """Builds a model whose fields may still be forward references."""
    if not model.__pydantic_complete__:
        model.model_rebuild()


def params_of(request: Any, client_globals: Any) -> list[Param]:
    """The parameters that the fields of a request model stand for."""
    model = cast("type[PydanticBaseModel]", type(request))
    complete_model(model)
    held = global_names(client_globals)
    found: list[Param] = []
    for name, field in model.model_fields.items():
        metadata = find_metadata(field, FieldMetadata)
        param = None if metadata is None else param_of(name, field, metadata, held)
        if param is not None:
            found.append(param)
    return found
