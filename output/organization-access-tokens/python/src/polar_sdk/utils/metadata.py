"""How the fields of request and security models travel over the wire; stands in the `Annotated[…]` of a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

T = TypeVar("T")


@dataclass
class SecurityMetadata:
    """A credential: `scheme` marks the value of a security scheme."""

    scheme: bool = False
    scheme_type: str | None = None
    sub_type: str | None = None
    field_name: str | None = None

    def get_field_name(self, default: str) -> str:
        """The name of the header, query parameter or cookie."""
        return self.field_name or default


@dataclass
class ParamMetadata:
    """A parameter; `serialization="json"` sends it as JSON text instead of a style."""

    serialization: str | None = None
    style: str = "simple"
    explode: bool = False


@dataclass
class PathParamMetadata(ParamMetadata):
    """A path parameter: simple, label or matrix."""

    allow_reserved: bool = False


@dataclass
class QueryParamMetadata(ParamMetadata):
    """A query parameter: form, spaceDelimited, pipeDelimited, deepObject, or querystring for the whole of it."""

    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    allow_empty: bool = False


@dataclass
class HeaderMetadata(ParamMetadata):
    """A header parameter: simple."""


@dataclass
class CookieMetadata(ParamMetadata):
    """A cookie parameter: form."""

    style: str = "form"
    explode: bool = True


@dataclass
class RequestMetadata:
    """The body of the request."""

    media_type: str = "application/octet-stream"


@dataclass
class FormMetadata:
    """A field of a form body; `json` sends it as JSON text, as an object without a style is sent, too."""

    json: bool = False
    style: str | None = None
    explode: bool = True


@dataclass
class MultipartFormMetadata:
    """A part of a multipart body: a file, the content of a file, or a part with JSON.

    `content_type` names any other type of a part, of a file those that it may have; `arrays` is added to the name of each item of an array.
    """

    file: bool = False
    content: bool = False
    json: bool = False
    content_type: str | None = None
    arrays: str = "[]"
    style: str | None = None
    explode: bool = True


class FieldMetadata:
    """Where a field goes; True stands for the defaults: `FieldMetadata(query=True)`."""

    security: SecurityMetadata | None
    path: PathParamMetadata | None
    query: QueryParamMetadata | None
    header: HeaderMetadata | None
    request: RequestMetadata | None
    form: FormMetadata | None
    multipart: MultipartFormMetadata | None
    cookie: CookieMetadata | None

    def __init__(
        self,
        security: SecurityMetadata | None = None,
        path: PathParamMetadata | bool | None = None,
        query: QueryParamMetadata | bool | None = None,
        header: HeaderMetadata | bool | None = None,
        request: RequestMetadata | bool | None = None,
        form: FormMetadata | bool | None = None,
        multipart: MultipartFormMetadata | bool | None = None,
        cookie: CookieMetadata | bool | None = None,
    ) -> None:
        self.security = security
        self.path = _given(path, PathParamMetadata)
        self.query = _given(query, QueryParamMetadata)
        self.header = _given(header, HeaderMetadata)
        self.request = _given(request, RequestMetadata)
        self.form = _given(form, FormMetadata)
        self.multipart = _given(multipart, MultipartFormMetadata)
        self.cookie = _given(cookie, CookieMetadata)


def _given(value: T | bool | None, default: type[T]) -> T | None:
    if isinstance(value, bool):
        return default() if value else None
    return value


def find_metadata(field_info: FieldInfo, metadata_type: type[T]) -> T | None:
    """The first annotation of this class on a field."""
    return next((found for found in field_info.metadata if isinstance(found, metadata_type)), None)


def find_field_metadata(field_info: FieldInfo, metadata_type: type[T]) -> T | None:
    """The part of a field's `FieldMetadata` that has this class."""
    metadata = find_metadata(field_info, FieldMetadata)
    parts: list[Any] = [] if metadata is None else list(vars(metadata).values())
    return next((part for part in parts if isinstance(part, metadata_type)), None)
