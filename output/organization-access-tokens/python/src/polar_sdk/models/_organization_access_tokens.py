"""Models."""

from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Callable, List, Optional, Union

from typing_extensions import NotRequired, TypeAliasType, TypedDict

from .._runtime.pages import Pages
from ..types import UNSET, BaseModel, Nullable, OptionalNullable
from ..utils.enums import OpenEnumMeta
from ..utils.metadata import FieldMetadata, RequestMetadata


OrganizationAccessTokensListQueryParamOrganizationIDFilterTypedDict = TypeAliasType(
    "OrganizationAccessTokensListQueryParamOrganizationIDFilterTypedDict", Union[str, List[str]]
)
"""Filter by organization ID."""


OrganizationAccessTokensListQueryParamOrganizationIDFilter = TypeAliasType(
    "OrganizationAccessTokensListQueryParamOrganizationIDFilter", Union[str, List[str]]
)
"""Filter by organization ID."""


class OrganizationAccessTokenSortProperty(str, Enum, metaclass=OpenEnumMeta):
    CREATED_AT = "created_at"
    MINUS_CREATED_AT = "-created_at"
    COMMENT = "comment"
    MINUS_COMMENT = "-comment"
    LAST_USED_AT = "last_used_at"
    MINUS_LAST_USED_AT = "-last_used_at"
    ORGANIZATION_ID = "organization_id"
    MINUS_ORGANIZATION_ID = "-organization_id"


class OrganizationAccessTokensListRequestTypedDict(TypedDict):
    organization_id: NotRequired[Nullable[OrganizationAccessTokensListQueryParamOrganizationIDFilterTypedDict]]
    """Filter by organization ID."""
    page: NotRequired[int]
    """Page number, defaults to 1."""
    limit: NotRequired[int]
    """Size of a page, defaults to 10. Maximum is 100."""
    sorting: NotRequired[Nullable[List[OrganizationAccessTokenSortProperty]]]
    """Sorting criterion. Several criteria can be used simultaneously and will be applied in order. Add a minus sign `-` before the criteria name to sort by descending order."""


class OrganizationAccessTokensListRequest(BaseModel):
    organization_id: Annotated[
        OptionalNullable[OrganizationAccessTokensListQueryParamOrganizationIDFilter],
        FieldMetadata(query=True),
    ] = UNSET
    """Filter by organization ID."""
    page: Annotated[Optional[int], FieldMetadata(query=True)] = 1
    """Page number, defaults to 1."""
    limit: Annotated[Optional[int], FieldMetadata(query=True)] = 10
    """Size of a page, defaults to 10. Maximum is 100."""
    sorting: Annotated[OptionalNullable[List[OrganizationAccessTokenSortProperty]], FieldMetadata(query=True)] = UNSET
    """Sorting criterion. Several criteria can be used simultaneously and will be applied in order. Add a minus sign `-` before the criteria name to sort by descending order."""


class AvailableScope(str, Enum, metaclass=OpenEnumMeta):
    """What a token may do."""

    OPENID = "openid"
    PROFILE = "profile"
    EMAIL = "email"
    ORGANIZATIONS_READ = "organizations:read"
    ORGANIZATIONS_WRITE = "organizations:write"
    PRODUCTS_READ = "products:read"
    PRODUCTS_WRITE = "products:write"
    BENEFITS_READ = "benefits:read"
    BENEFITS_WRITE = "benefits:write"
    CHECKOUTS_READ = "checkouts:read"
    CHECKOUTS_WRITE = "checkouts:write"
    CUSTOMERS_READ = "customers:read"
    CUSTOMERS_WRITE = "customers:write"
    DISCOUNTS_READ = "discounts:read"
    DISCOUNTS_WRITE = "discounts:write"
    EVENTS_READ = "events:read"
    EVENTS_WRITE = "events:write"
    FILES_READ = "files:read"
    FILES_WRITE = "files:write"
    LICENSE_KEYS_READ = "license_keys:read"
    LICENSE_KEYS_WRITE = "license_keys:write"
    METERS_READ = "meters:read"
    METERS_WRITE = "meters:write"
    METRICS_READ = "metrics:read"
    ORDERS_READ = "orders:read"
    ORDERS_WRITE = "orders:write"
    ORGANIZATION_ACCESS_TOKENS_READ = "organization_access_tokens:read"
    ORGANIZATION_ACCESS_TOKENS_WRITE = "organization_access_tokens:write"
    PAYOUTS_READ = "payouts:read"
    REFUNDS_READ = "refunds:read"
    REFUNDS_WRITE = "refunds:write"
    SUBSCRIPTIONS_READ = "subscriptions:read"
    SUBSCRIPTIONS_WRITE = "subscriptions:write"
    WEBHOOKS_READ = "webhooks:read"
    WEBHOOKS_WRITE = "webhooks:write"


class OrganizationAccessTokenTypedDict(TypedDict):
    """A token that acts for one organization; its secret is not part of it."""

    created_at: datetime
    """Creation timestamp of the object."""
    modified_at: Nullable[datetime]
    """Last modification timestamp of the object."""
    id: str
    scopes: List[AvailableScope]
    expires_at: Nullable[datetime]
    """When the token stops working; null if it never does."""
    comment: str
    """What the token is for, in the words of its owner."""
    last_used_at: Nullable[datetime]
    organization_id: str
    """The organization ID."""


class OrganizationAccessToken(BaseModel):
    """A token that acts for one organization; its secret is not part of it."""

    created_at: datetime
    """Creation timestamp of the object."""
    modified_at: Nullable[datetime]
    """Last modification timestamp of the object."""
    id: str
    scopes: List[AvailableScope]
    expires_at: Nullable[datetime]
    """When the token stops working; null if it never does."""
    comment: str
    """What the token is for, in the words of its owner."""
    last_used_at: Nullable[datetime]
    organization_id: str
    """The organization ID."""


class PaginationTypedDict(TypedDict):
    total_count: int
    max_page: int


class Pagination(BaseModel):
    total_count: int
    max_page: int


class ListResourceOrganizationAccessTokenTypedDict(TypedDict):
    items: List[OrganizationAccessTokenTypedDict]
    pagination: PaginationTypedDict


class ListResourceOrganizationAccessToken(BaseModel):
    items: List[OrganizationAccessToken]
    pagination: Pagination


LocTypedDict = TypeAliasType("LocTypedDict", Union[str, int])


Loc = TypeAliasType("Loc", Union[str, int])


class CtxTypedDict(TypedDict):
    pass


class Ctx(BaseModel):
    pass


class ValidationErrorTypedDict(TypedDict):
    loc: List[LocTypedDict]
    """The way to the wrong value, from the outermost part inwards."""
    msg: str
    type: str
    input: NotRequired[Any]
    ctx: NotRequired[CtxTypedDict]


class ValidationError(BaseModel):
    loc: List[Loc]
    """The way to the wrong value, from the outermost part inwards."""
    msg: str
    type: str
    input: Optional[Any] = None
    ctx: Optional[Ctx] = None


class HTTPValidationErrorData(BaseModel):
    detail: Optional[List[ValidationError]] = None


class OrganizationAccessTokensListResponseTypedDict(TypedDict):
    result: ListResourceOrganizationAccessTokenTypedDict


class OrganizationAccessTokensListResponse(BaseModel, Pages[OrganizationAccessToken]):
    next: Callable[[], Optional["OrganizationAccessTokensListResponse"]]
    result: ListResourceOrganizationAccessToken


class OrganizationAccessTokenCreateTypedDict(TypedDict):
    comment: str
    """What the token is for, in the words of its owner."""
    scopes: List[AvailableScope]
    organization_id: NotRequired[Nullable[str]]
    """The organization that the token acts for; that of the caller's token where it is left out."""
    expires_in: NotRequired[Nullable[str]]
    """How long the token works; forever where it is left out."""


class OrganizationAccessTokenCreate(BaseModel):
    comment: str
    """What the token is for, in the words of its owner."""
    scopes: List[AvailableScope]
    organization_id: OptionalNullable[str] = UNSET
    """The organization that the token acts for; that of the caller's token where it is left out."""
    expires_in: OptionalNullable[str] = UNSET
    """How long the token works; forever where it is left out."""


class OrganizationAccessTokenCreateResponseTypedDict(TypedDict):
    organization_access_token: OrganizationAccessTokenTypedDict
    """A token that acts for one organization; its secret is not part of it."""
    token: str
    """The secret; it is shown this once."""


class OrganizationAccessTokenCreateResponse(BaseModel):
    organization_access_token: OrganizationAccessToken
    """A token that acts for one organization; its secret is not part of it."""
    token: str
    """The secret; it is shown this once."""


class OrganizationAccessTokenUpdateTypedDict(TypedDict):
    comment: NotRequired[Nullable[str]]
    scopes: NotRequired[Nullable[List[AvailableScope]]]


class OrganizationAccessTokenUpdate(BaseModel):
    comment: OptionalNullable[str] = UNSET
    scopes: OptionalNullable[List[AvailableScope]] = UNSET


class OrganizationAccessTokensUpdateRequestTypedDict(TypedDict):
    id: str
    organization_access_token_update: OrganizationAccessTokenUpdateTypedDict


class OrganizationAccessTokensUpdateRequest(BaseModel):
    id: Annotated[str, FieldMetadata(path=True)]
    organization_access_token_update: Annotated[
        OrganizationAccessTokenUpdate,
        FieldMetadata(request=RequestMetadata(media_type="application/json")),
    ]


class OrganizationAccessTokensDeleteRequestTypedDict(TypedDict):
    id: str


class OrganizationAccessTokensDeleteRequest(BaseModel):
    id: Annotated[str, FieldMetadata(path=True)]
