"""What is worked out once for each operation: how its request is encoded and how its responses are decoded."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.parse import parse_qsl

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from ..types.basemodel import Unset
from ..utils.metadata import FieldMetadata, ParamMetadata, QueryParamMetadata, find_metadata
from .dump import Dump, dumper, field_dumper
from .guards import field_value
from .media import accept_header

if TYPE_CHECKING:
    from .operation import Operation
    from .styles import Pairs

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
    media_type: str
    required: bool
    dump: Dump


class Prepared(NamedTuple):
    """The encode plan of an operation."""

    validate: Callable[[Any], Any] | None
    path: tuple[str, ...]
    """Literal text and names of path parameters in turn."""
    fixed_query: Pairs
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
        fixed_query=parse_qsl(query, keep_blank_values=True),
        path_params={param.wire: param for param in params if param.place == "path"},
        params=tuple(param for param in params if param.place != "path"),
        body=body,
        accept=accept_header(operation),
    )


def _request_plan(operation: Operation[Any], client_globals: Any) -> tuple[Callable[[Any], Any] | None, list[Param], BodyPlan | None]:
    params = _hidden_params(operation, client_globals)
    if operation.request is None:
        return None, params, None
    request: Any = operation.request()
    if operation.body is not None:
        adapter: TypeAdapter[Any] = TypeAdapter(request)
        return adapter.validate_python, params, BodyPlan(None, operation.body, operation.body_required, dumper(request))
    model = cast("type[PydanticBaseModel]", request)
    complete_model(model)
    body: BodyPlan | None = None
    for name, field in model.model_fields.items():
        metadata = find_metadata(field, FieldMetadata)
        if metadata is None:
            continue
        if metadata.request is not None:
            body = BodyPlan(name, metadata.request.media_type, field.is_required(), field_dumper(field))
        elif (param := param_of(name, field, metadata, client_globals)) is not None:
            params.append(param)
    return model.model_validate, params, body


def param_of(name: str, field: FieldInfo, metadata: FieldMetadata, client_globals: Any = None) -> Param | None:
    """The parameter that a field stands for."""
    for place in ("path", "query", "header", "cookie"):
        how: ParamMetadata | None = getattr(metadata, place)
        if how is not None:
            wire = field.alias or name
            return Param(name, wire, place, how, field_dumper(field), _global_name(wire, place, client_globals))
    return None


def _global_name(wire: str, place: str, client_globals: Any) -> str | None:
    """The client's global value that stands in for a parameter: the one of the same wire name and place."""
    for name, field in _global_fields(client_globals).items():
        metadata = find_metadata(field, FieldMetadata)
        if (field.alias or name) == wire and getattr(metadata, place, None) is not None:
            return name
    return None


def _global_fields(client_globals: Any) -> dict[str, FieldInfo]:
    if client_globals is None:
        return {}
    model = cast("type[PydanticBaseModel]", type(client_globals))
    return model.model_fields


def _hidden_params(operation: Operation[Any], client_globals: Any) -> list[Param]:
    found: list[Param] = []
    for name in operation.hidden_globals:
        field = _global_fields(client_globals)[name]
        metadata = find_metadata(field, FieldMetadata)
        param = None if metadata is None else param_of(name, field, metadata, client_globals)
        if param is not None:
            found.append(param)
    return found


def complete_model(model: type[PydanticBaseModel]) -> None:
    """Builds a model whose fields may still be forward references."""
    if not model.__pydantic_complete__:
        model.model_rebuild()


def allows_reserved(param: Param) -> bool:
    """Whether `:/?` and the like stand unescaped in a query value."""
    return isinstance(param.how, QueryParamMetadata) and param.how.allow_reserved


def params_of(request: Any, client_globals: Any) -> list[Param]:
    """The parameters that the fields of a request model stand for."""
    model = cast("type[PydanticBaseModel]", type(request))
    complete_model(model)
    found: list[Param] = []
    for name, field in model.model_fields.items():
        metadata = find_metadata(field, FieldMetadata)
        param = None if metadata is None else param_of(name, field, metadata, client_globals)
        if param is not None:
            found.append(param)
    return found
