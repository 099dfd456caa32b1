"""Operations of `organization_access_tokens`."""

from __future__ import annotations

from typing import List, Mapping, Optional, Union

from . import models, utils
from ._runtime.operation import Body, Call, Operation, Pagination, Rule
from .basesdk import BaseSDK
from .types import UNSET, OptionalNullable

_HTTP_VALIDATION_ERROR = Rule("422", lambda: models.HTTPValidationErrorData, error=lambda: models.HTTPValidationError)
_LIST: Operation[Optional[models.OrganizationAccessTokensListResponse]] = Operation(
    "organization_access_tokens:list",
    "GET",
    "/v1/organization-access-tokens/",
    request=lambda: models.OrganizationAccessTokensListRequest,
    responses=[Rule("200", lambda: models.ListResourceOrganizationAccessToken), _HTTP_VALIDATION_ERROR],
    wrap=lambda: models.OrganizationAccessTokensListResponse,
    pages=Pagination("page", input="page", limit="limit", items=["items"], last=["pagination", "max_page"]),
)
_CREATE: Operation[models.OrganizationAccessTokenCreateResponse] = Operation(
    "organization_access_tokens:create",
    "POST",
    "/v1/organization-access-tokens/",
    body=Body(lambda: models.OrganizationAccessTokenCreate),
    responses=[Rule("201", lambda: models.OrganizationAccessTokenCreateResponse), _HTTP_VALIDATION_ERROR],
)
_UPDATE: Operation[models.OrganizationAccessToken] = Operation(
    "organization_access_tokens:update",
    "PATCH",
    "/v1/organization-access-tokens/{id}",
    request=lambda: models.OrganizationAccessTokensUpdateRequest,
    responses=[Rule("200", lambda: models.OrganizationAccessToken), _HTTP_VALIDATION_ERROR],
)
_DELETE: Operation[None] = Operation(
    "organization_access_tokens:delete",
    "DELETE",
    "/v1/organization-access-tokens/{id}",
    request=lambda: models.OrganizationAccessTokensDeleteRequest,
    responses=[Rule("204"), _HTTP_VALIDATION_ERROR],
)


class OrganizationAccessTokens(BaseSDK):
    """Operations of `organization_access_tokens`."""

    def list(
        self,
        *,
        organization_id: OptionalNullable[Union[models.OrganizationAccessTokensListQueryParamOrganizationIDFilter, models.OrganizationAccessTokensListQueryParamOrganizationIDFilterTypedDict]] = UNSET,
        page: Optional[int] = 1,
        limit: Optional[int] = 10,
        sorting: OptionalNullable[List[models.OrganizationAccessTokenSortProperty]] = UNSET,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.OrganizationAccessTokensListResponse]:
        """List

        List organization access tokens.

        **Scopes**: `organization_access_tokens:read` `organization_access_tokens:write`

        :param organization_id: Filter by organization ID.
        :param page: Page number, defaults to 1.
        :param limit: Size of a page, defaults to 10. Maximum is 100.
        :param sorting: Sorting criterion. Several criteria can be used simultaneously and will be applied in order. Add a minus sign `-` before the criteria name to sort by descending order.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return self._call(_LIST, {"organization_id": organization_id, "page": page, "limit": limit, "sorting": sorting}, Call(retries, server_url, timeout_ms, http_headers))

    async def list_async(
        self,
        *,
        organization_id: OptionalNullable[Union[models.OrganizationAccessTokensListQueryParamOrganizationIDFilter, models.OrganizationAccessTokensListQueryParamOrganizationIDFilterTypedDict]] = UNSET,
        page: Optional[int] = 1,
        limit: Optional[int] = 10,
        sorting: OptionalNullable[List[models.OrganizationAccessTokenSortProperty]] = UNSET,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.OrganizationAccessTokensListResponse]:
        """List

        List organization access tokens.

        **Scopes**: `organization_access_tokens:read` `organization_access_tokens:write`

        :param organization_id: Filter by organization ID.
        :param page: Page number, defaults to 1.
        :param limit: Size of a page, defaults to 10. Maximum is 100.
        :param sorting: Sorting criterion. Several criteria can be used simultaneously and will be applied in order. Add a minus sign `-` before the criteria name to sort by descending order.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return await self._call_async(_LIST, {"organization_id": organization_id, "page": page, "limit": limit, "sorting": sorting}, Call(retries, server_url, timeout_ms, http_headers))

    def create(
        self,
        *,
        request: Union[models.OrganizationAccessTokenCreate, models.OrganizationAccessTokenCreateTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.OrganizationAccessTokenCreateResponse:
        """Create

        **Scopes**: `organization_access_tokens:write`

        :param request: The request object to send.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return self._call(_CREATE, request, Call(retries, server_url, timeout_ms, http_headers))

    async def create_async(
        self,
        *,
        request: Union[models.OrganizationAccessTokenCreate, models.OrganizationAccessTokenCreateTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.OrganizationAccessTokenCreateResponse:
        """Create

        **Scopes**: `organization_access_tokens:write`

        :param request: The request object to send.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return await self._call_async(_CREATE, request, Call(retries, server_url, timeout_ms, http_headers))

    def update(
        self,
        *,
        id: str,
        organization_access_token_update: Union[models.OrganizationAccessTokenUpdate, models.OrganizationAccessTokenUpdateTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.OrganizationAccessToken:
        """Update

        **Scopes**: `organization_access_tokens:write`

        :param id:
        :param organization_access_token_update:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return self._call(_UPDATE, {"id": id, "organization_access_token_update": organization_access_token_update}, Call(retries, server_url, timeout_ms, http_headers))

    async def update_async(
        self,
        *,
        id: str,
        organization_access_token_update: Union[models.OrganizationAccessTokenUpdate, models.OrganizationAccessTokenUpdateTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.OrganizationAccessToken:
        """Update

        **Scopes**: `organization_access_tokens:write`

        :param id:
        :param organization_access_token_update:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return await self._call_async(_UPDATE, {"id": id, "organization_access_token_update": organization_access_token_update}, Call(retries, server_url, timeout_ms, http_headers))

    def delete(
        self,
        *,
        id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete

        **Scopes**: `organization_access_tokens:write`

        :param id:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return self._call(_DELETE, {"id": id}, Call(retries, server_url, timeout_ms, http_headers))

    async def delete_async(
        self,
        *,
        id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete

        **Scopes**: `organization_access_tokens:write`

        :param id:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return await self._call_async(_DELETE, {"id": id}, Call(retries, server_url, timeout_ms, http_headers))
