"""Where code of users expects the models: module → names."""

STEMS: dict[str, list[str]] = {
    "availablescope": ["AvailableScope"],
    "httpvalidationerror": ["HTTPValidationError", "HTTPValidationErrorData"],
    "listresource_organizationaccesstoken_": ["ListResourceOrganizationAccessToken", "ListResourceOrganizationAccessTokenTypedDict"],
    "no_response_error": ["NoResponseError"],
    "organization_access_tokens_deleteop": ["OrganizationAccessTokensDeleteRequest", "OrganizationAccessTokensDeleteRequestTypedDict"],
    "organization_access_tokens_listop": [
        "OrganizationAccessTokensListQueryParamOrganizationIDFilter",
        "OrganizationAccessTokensListQueryParamOrganizationIDFilterTypedDict",
        "OrganizationAccessTokensListRequest",
        "OrganizationAccessTokensListRequestTypedDict",
        "OrganizationAccessTokensListResponse",
        "OrganizationAccessTokensListResponseTypedDict",
    ],
    "organization_access_tokens_updateop": ["OrganizationAccessTokensUpdateRequest", "OrganizationAccessTokensUpdateRequestTypedDict"],
    "organizationaccesstoken": ["OrganizationAccessToken", "OrganizationAccessTokenTypedDict"],
    "organizationaccesstokencreate": ["OrganizationAccessTokenCreate", "OrganizationAccessTokenCreateTypedDict"],
    "organizationaccesstokencreateresponse": ["OrganizationAccessTokenCreateResponse", "OrganizationAccessTokenCreateResponseTypedDict"],
    "organizationaccesstokensortproperty": ["OrganizationAccessTokenSortProperty"],
    "organizationaccesstokenupdate": ["OrganizationAccessTokenUpdate", "OrganizationAccessTokenUpdateTypedDict"],
    "pagination": ["Pagination", "PaginationTypedDict"],
    "polarerror": ["PolarError"],
    "responsevalidationerror": ["ResponseValidationError"],
    "sdkerror": ["SDKError"],
    "security": ["Security", "SecurityTypedDict"],
    "validationerror": ["Ctx", "CtxTypedDict", "Loc", "LocTypedDict", "ValidationError", "ValidationErrorTypedDict"],
}
