"""Credentials: from security models to headers, query parameters and cookies."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter

from ..types.basemodel import Unset
from ..utils.metadata import FieldMetadata, SecurityMetadata, find_metadata
from .guards import field_value
from .styles import Pairs

if TYPE_CHECKING:
    from .configuration import Configuration
    from .operation import Call, Operation

Alternatives: TypeAlias = Sequence[Mapping[str, Sequence[str]]]
"""Which credentials together are enough, each with the scopes that its token must have, in the order of the document."""


class Grant(NamedTuple):
    """What a client gets its tokens with, and the scopes that a token must have."""

    client: PydanticBaseModel
    scopes: tuple[str, ...]


class Credentials(NamedTuple):
    """What a request carries to be let in; `grant`: what its token is still to be fetched with."""

    headers: dict[str, str]
    query: Pairs
    cookies: Pairs
    grant: Grant | None = None


def alternatives_of(operation: Operation[Any], config: Configuration) -> Alternatives | None:
    """The operation's own alternatives, else those of the client."""
    return config.alternatives if operation.alternatives is None else operation.alternatives


def scopes_of(operation: Operation[Any], config: Configuration) -> list[str] | None:
    """All scopes that an operation may ask for; None when it names none."""
    if operation.anonymous:
        return None
    alternatives = alternatives_of(operation, config) or ()
    found = dict.fromkeys(scope for alternative in alternatives for scopes in alternative.values() for scope in scopes)
    return list(found) or None


def security_of(operation: Operation[Any], config: Configuration, call: Call) -> Any:
    """The security model of a call: its own argument, else the client's, which may be a function, else the environment."""
    if operation.anonymous:
        return None
    if operation.security is not None and call.security is not None:
        adapter: TypeAdapter[Any] = TypeAdapter(operation.security())
        return adapter.validate_python(call.security)
    security: Any = config.security
    if callable(security):
        security = security()
    if config.environment is None or (security is not None and any(True for _ in _set_fields(security))):
        return security
    return security_from_env(config) or security


def security_from_env(config: Configuration) -> Any:
    """The client's security model from the variables of the environment; None when they hold no credential."""
    model: type[PydanticBaseModel] = config.security_model()
    if not model.__pydantic_complete__:
        model.model_rebuild()
    values: dict[str, Any] = {}
    for name, variables in (config.environment or {}).items():
        if isinstance(variables, str):
            value: Any = os.getenv(variables)
        else:
            value = _parts_from_env(variables, model.model_fields[name].annotation)
        if value:
            values[name] = value
    return model.model_validate(values) if values else None


def _parts_from_env(variables: Mapping[str, str], annotation: Any) -> dict[str, str] | None:
    """The parts of a credential; None without one that it needs."""
    found = {part: value for part, variable in variables.items() if (value := os.getenv(variable))}
    nested = _nested_model(annotation)
    needed = () if nested is None else (part for part, field in nested.model_fields.items() if field.is_required())
    return found if all(part in found for part in needed) else None


def _nested_model(annotation: Any) -> type[PydanticBaseModel] | None:
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, PydanticBaseModel) and not issubclass(candidate, Unset):
            return candidate
    return None


def credentials_of(security: Any, alternatives: Alternatives | None = None) -> Credentials:
    """Encodes the credentials of the first alternative that is complete; without alternatives all that are set.

    An alternative that asks for none holds where no other is complete. Where none holds the request goes out without credentials, and
    the server says what it thinks of that.
    """
    given = {} if security is None else {name: (value, metadata) for name, value, metadata in _set_fields(security)}
    everything: Mapping[str, Sequence[str]] = dict.fromkeys(given, ())
    nothing: Mapping[str, Sequence[str]] = {}
    complete = (one for one in alternatives or () if one and all(name in given for name in one))
    chosen = everything if alternatives is None else next(complete, nothing)
    credentials = Credentials({}, [], [])
    for name, scopes in chosen.items():
        value, metadata = given[name]
        if metadata.sub_type == "client_credentials" and isinstance(value, PydanticBaseModel):
            credentials = credentials._replace(grant=Grant(value, tuple(scopes)))
        elif metadata.sub_type == "basic":
            credentials.headers["Authorization"] = f"Basic {base64.b64encode(_name_and_password(value).encode()).decode()}"
        elif metadata.scheme:
            _add_scheme(credentials, str(value), metadata)
    return credentials


def bearer(token: str) -> str:
    """An Authorization header with a token."""
    return of_scheme("Bearer", token)


def of_scheme(scheme: str, value: str) -> str:
    """What an Authorization header says; a value that names its scheme already is left alone."""
    return value if not scheme or value.lower().startswith(f"{scheme.lower()} ") else f"{scheme} {value}"


def _name_and_password(value: Any) -> str:
    """Basic credentials are a model, or one text that has both already."""
    return f"{field_value(value, 'username')}:{field_value(value, 'password')}" if isinstance(value, PydanticBaseModel) else str(value)


def _add_scheme(credentials: Credentials, value: str, metadata: SecurityMetadata) -> None:
    name = metadata.get_field_name("Authorization")
    if metadata.scheme_type == "apiKey":
        if metadata.sub_type == "query":
            credentials.query.append((name, value))
        elif metadata.sub_type == "cookie":
            credentials.cookies.append((name, value))
        else:
            credentials.headers[name] = value
    elif metadata.scheme_type in ("oauth2", "openIdConnect") or metadata.sub_type == "bearer":
        credentials.headers[name] = bearer(value)
    elif metadata.sub_type != "custom":
        credentials.headers[name] = of_scheme(metadata.sub_type or "", value)


def _set_fields(model: Any) -> Iterator[tuple[str, Any, SecurityMetadata]]:
    """The given values of a security model by name, with their metadata."""
    known = cast("type[PydanticBaseModel]", type(model))
    if not known.__pydantic_complete__:
        known.model_rebuild()
    for name, field in known.model_fields.items():
        metadata = find_metadata(field, FieldMetadata)
        value = field_value(model, name)
        if metadata is not None and metadata.security is not None and value is not None and not isinstance(value, Unset):
            yield name, value, metadata.security
