"""Credentials: from security models to headers, query parameters and cookies."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter

from ..types.basemodel import Unset
from ..utils.metadata import FieldMetadata, SecurityMetadata, find_metadata
from .guards import field_value
from .styles import Pairs

if TYPE_CHECKING:
    from .configuration import Configuration
    from .operation import Call, Operation


class Credentials(NamedTuple):
    """What a request carries to be let in."""

    headers: dict[str, str]
    query: Pairs
    cookies: Pairs
    clients: tuple[PydanticBaseModel, ...] = ()
    """OAuth 2 client credentials, whose token is still to be fetched."""


def security_of(operation: Operation[Any], config: Configuration, call: Call) -> Any:
    """The security model of a call: its own argument, else the client's, which may be a function, else the environment."""
    if operation.anonymous:
        return None
    if operation.security is not None:
        adapter: TypeAdapter[Any] = TypeAdapter(operation.security())
        return None if call.security is None else adapter.validate_python(call.security)
    security: Any = config.security
    if callable(security):
        security = security()
    if config.env_prefix is None or (security is not None and any(True for _ in _set_fields(security))):
        return security
    return security_from_env(config) or security


def security_from_env(config: Configuration) -> Any:
    """The client's security model from `<PREFIX>_<FIELD>` variables; None when none of them is set."""
    model: Any = config.security_model()
    if model is None:
        return None
    values = _env_values(model, f"{config.env_prefix}_")
    return model.model_validate(values) if values else None


def _env_values(model: type[PydanticBaseModel], prefix: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if not model.__pydantic_complete__:
        model.model_rebuild()
    for name, field in model.model_fields.items():
        nested = _nested_model(field.annotation)
        if nested is not None:
            inner = _env_values(nested, prefix)
            missing = [key for key, item in nested.model_fields.items() if item.is_required() and key not in inner]
            if inner and not missing:
                values[name] = inner
            continue
        value = os.getenv(f"{prefix}{name}".upper())
        if value:
            values[name] = value
    return values


def _nested_model(annotation: Any) -> type[PydanticBaseModel] | None:
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, PydanticBaseModel) and not issubclass(candidate, Unset):
            return candidate
    return None


def credentials_of(security: Any) -> Credentials:
    """Encodes all credentials that are set; of alternatives (`option`) the first that is set.

    Basic credentials are a model, two fields, or one text: `name:password`.
    """
    credentials = Credentials({}, [], [])
    if security is None:
        return credentials
    basic: dict[str, str] = {}
    for value, metadata in _set_fields(security):
        if metadata.option:
            return credentials_of(value)
        if metadata.sub_type == "client_credentials" and isinstance(value, PydanticBaseModel):
            credentials = credentials._replace(clients=(*credentials.clients, value))
        elif isinstance(value, PydanticBaseModel):
            basic.update({part.field_name or "": str(item) for item, part in _set_fields(value)})
        elif metadata.sub_type == "basic" and metadata.field_name in ("username", "password"):
            basic[metadata.field_name] = str(value)
        elif metadata.sub_type == "basic":
            basic["username"], _, basic["password"] = str(value).partition(":")
        elif metadata.scheme:
            _add_scheme(credentials, str(value), metadata)
    if basic:
        pair = f"{basic.get('username', '')}:{basic.get('password', '')}"
        credentials.headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return credentials


def bearer(token: str) -> str:
    """An Authorization header; a token that names its scheme already is left alone."""
    return token if token.lower().startswith("bearer ") else f"Bearer {token}"


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
        credentials.headers[name] = value


def _set_fields(model: Any) -> Iterator[tuple[Any, SecurityMetadata]]:
    """The given values of a security model with their metadata."""
    known = cast("type[PydanticBaseModel]", type(model))
    if not known.__pydantic_complete__:
        known.model_rebuild()
    for name, field in known.model_fields.items():
        metadata = find_metadata(field, FieldMetadata)
        value = field_value(model, name)
        if metadata is not None and metadata.security is not None and value is not None and not isinstance(value, Unset):
            yield value, metadata.security
