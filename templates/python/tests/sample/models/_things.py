from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Optional

import pydantic
from pydantic import Discriminator, Tag
from typing_extensions import TypeAliasType

from .._runtime.pages import Pages
from .._runtime.unions import tag_of
from ..types import UNSET, BaseModel, FileContent, Nullable, OptionalNullable
from ..utils.enums import OpenEnumMeta
from ..utils.metadata import (
    CookieMetadata,
    FieldMetadata,
    FormMetadata,
    HeaderMetadata,
    MultipartFormMetadata,
    PathParamMetadata,
    QueryParamMetadata,
    RequestMetadata,
    SecurityMetadata,
)
from ..utils.serializers import serialize_int, validate_int


class Color(str, Enum, metaclass=OpenEnumMeta):
    RED = "red"
    BLUE = "blue"


class Size(str, Enum):
    SMALL = "small"
    LARGE = "large"


class Nested(BaseModel):
    name: str
    note: OptionalNullable[str] = UNSET


class Cat(BaseModel):
    lives: int
    KIND: Annotated[Literal["cat"], pydantic.Field(alias="kind")] = "cat"


class Dog(BaseModel):
    barks: bool
    KIND: Annotated[Literal["dog"], pydantic.Field(alias="kind")] = "dog"
    nick: OptionalNullable[str] = UNSET


Animal = Annotated[Annotated[Cat, Tag("cat")] | Annotated[Dog, Tag("dog")], Discriminator(tag_of("KIND", "kind"))]


class Thing(BaseModel):
    id: str
    made_at: Annotated[datetime, pydantic.Field(alias="madeAt")]
    nested: Nullable[Nested]
    color: Color | None = None
    size: Size | None = None
    price: Decimal | None = None
    pet: Animal | None = None
    other: Nested | int | list[str] | None = None
    day: OptionalNullable[date] = UNSET
    children: list["Thing"] | None = None


class ThingInput(BaseModel):
    name: str
    format_: Annotated[str | None, pydantic.Field(alias="format")] = None
    note: OptionalNullable[str] = UNSET
    pet: Dog | Cat | None = None
    nested: OptionalNullable[Nested] = UNSET


class Bag(BaseModel):
    """Without a nullable field, with others."""

    model_config = pydantic.ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int] = pydantic.Field(init=False)

    name: str | None = None

    @property
    def additional_properties(self) -> dict[str, int]:
        return self.__pydantic_extra__

    @additional_properties.setter
    def additional_properties(self, value: dict[str, int]) -> None:
        self.__pydantic_extra__ = value


class Filter(BaseModel):
    name: str | None = None
    tags: list[str] | None = None
    deep: Nested | None = None


class EncodeRequest(BaseModel):
    when: Annotated[datetime | None, FieldMetadata(query=True)] = None
    flag: Annotated[bool | None, FieldMetadata(query=True)] = None
    color: Annotated[Color | None, FieldMetadata(query=True)] = None
    tags: Annotated[list[str] | None, FieldMetadata(query=True)] = None
    csv: Annotated[list[str] | None, FieldMetadata(query=QueryParamMetadata(explode=False))] = None
    spaced: Annotated[list[str] | None, FieldMetadata(query=QueryParamMetadata(style="spaceDelimited", explode=False))] = None
    piped: Annotated[list[str] | None, FieldMetadata(query=QueryParamMetadata(style="pipeDelimited", explode=False))] = None
    deep: Annotated[Filter | None, FieldMetadata(query=QueryParamMetadata(style="deepObject"))] = None
    spread: Annotated[Filter | None, FieldMetadata(query=True)] = None
    json_: Annotated[Filter | None, pydantic.Field(alias="json"), FieldMetadata(query=QueryParamMetadata(serialization="json"))] = None
    raw: Annotated[str | None, FieldMetadata(query=QueryParamMetadata(allow_reserved=True))] = None
    x_head: Annotated[list[str] | None, pydantic.Field(alias="X-Head"), FieldMetadata(header=True)] = None
    x_obj: Annotated[Filter | None, pydantic.Field(alias="X-Obj"), FieldMetadata(header=HeaderMetadata(explode=True))] = None
    crumb: Annotated[str | None, FieldMetadata(cookie=CookieMetadata())] = None
    tenant: Annotated[str | None, FieldMetadata(query=True)] = None
    nullable: Annotated[OptionalNullable[str], FieldMetadata(query=True)] = UNSET
    big: Annotated[
        int | None, pydantic.BeforeValidator(validate_int), pydantic.PlainSerializer(serialize_int(True)), FieldMetadata(query=True)
    ] = None
    price: Annotated[Decimal | None, FieldMetadata(query=True)] = None
    day: Annotated[date | None, FieldMetadata(query=True)] = None
    old: Annotated[str | None, pydantic.Field(deprecated="Use tags."), FieldMetadata(query=True)] = None


class PathRequest(BaseModel):
    id: Annotated[str, FieldMetadata(path=PathParamMetadata())]
    many: Annotated[list[int], FieldMetadata(path=PathParamMetadata())]
    label: Annotated[list[str], FieldMetadata(path=PathParamMetadata(style="label", explode=True))]
    matrix: Annotated[dict[str, str], FieldMetadata(path=PathParamMetadata(style="matrix", explode=True))]


class UpdateRequest(BaseModel):
    id: Annotated[str, FieldMetadata(path=True)]
    body: Annotated[ThingInput | None, FieldMetadata(request=RequestMetadata(media_type="application/json"))] = None


class PageRequest(BaseModel):
    page: Annotated[int | None, FieldMetadata(query=True)] = 1
    limit: Annotated[int | None, FieldMetadata(query=True)] = 2
    cursor: Annotated[OptionalNullable[str], FieldMetadata(query=True)] = UNSET
    offset: Annotated[int | None, FieldMetadata(query=True)] = None


class Page(BaseModel):
    results: list[int]
    page_count: Annotated[int | None, pydantic.Field(alias="pageCount")] = None
    next_cursor: Annotated[OptionalNullable[str], pydantic.Field(alias="nextCursor")] = UNSET


class PageResponse(BaseModel, Pages[int]):
    next: Callable[[], Optional["PageResponse"]]
    result: Page


class WithHeaders(BaseModel):
    headers: dict[str, list[str]]
    result: Thing


class Form(BaseModel):
    name: Annotated[str, FieldMetadata(form=True)]
    tags: Annotated[list[str] | None, FieldMetadata(form=True)] = None
    filter_: Annotated[Filter | None, pydantic.Field(alias="filter"), FieldMetadata(form=FormMetadata(json=True))] = None


class UploadFile(BaseModel):
    file_name: Annotated[str, pydantic.Field(alias="fileName"), FieldMetadata(multipart=True)]
    content: Annotated[FileContent, FieldMetadata(multipart=MultipartFormMetadata(content=True))]
    content_type: Annotated[str | None, pydantic.Field(alias="Content-Type"), FieldMetadata(multipart=True)] = None


class Upload(BaseModel):
    title: Annotated[str, FieldMetadata(multipart=True)]
    file: Annotated[UploadFile, FieldMetadata(multipart=MultipartFormMetadata(file=True))]
    more: Annotated[list[UploadFile] | None, FieldMetadata(multipart=MultipartFormMetadata(file=True))] = None
    meta: Annotated[Filter | None, FieldMetadata(multipart=MultipartFormMetadata(json=True))] = None
    tags: Annotated[list[str] | None, FieldMetadata(multipart=True)] = None


EventData = TypeAliasType("EventData", Nested | str)


class EventItem(BaseModel):
    id: str | None = None
    event: str | None = None
    data: EventData | None = None
    retry: int | None = None


class ClientCredentials(BaseModel):
    client_id: str
    client_secret: str
    token_url: str = "/oauth/token"


def _scheme(type: str, sub: str | None, name: str) -> FieldMetadata:
    return FieldMetadata(security=SecurityMetadata(scheme=True, scheme_type=type, sub_type=sub, field_name=name))


class Security(BaseModel):
    token: Annotated[str | None, _scheme("http", "bearer", "Authorization")] = None
    key: Annotated[str | None, _scheme("apiKey", "header", "X-Key")] = None
    query_key: Annotated[str | None, _scheme("apiKey", "query", "key")] = None
    cookie_key: Annotated[str | None, _scheme("apiKey", "cookie", "sid")] = None
    client_oauth: Annotated[ClientCredentials | None, _scheme("oauth2", "client_credentials", "Authorization")] = None


class SchemeLogin(BaseModel):
    username: str
    password: str


class OpSecurity(BaseModel):
    login: Annotated[SchemeLogin | None, _scheme("http", "basic", "Authorization")] = None
    key: Annotated[str | None, _scheme("apiKey", "header", "X-Op-Key")] = None


class Globals(BaseModel):
    tenant: Annotated[str | None, FieldMetadata(query=True)] = None


AnyJson = Any
