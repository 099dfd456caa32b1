import {
  HTTPValidationErrorData$codec,
  ListResourceOrganizationAccessToken$codec,
  OrganizationAccessTokensListRequest$codec,
} from "../codecs/organizationaccesstokens.js";
import type { PolarCore } from "../core.js";
import type { PagedOperation } from "../lib/operation.js";
import { callPages } from "../lib/pages.js";
import type { CallError, RequestOptions } from "../lib/sdks.js";
import type { OrganizationAccessToken } from "../models/components/organizationaccesstoken.js";
import { HTTPValidationError } from "../models/errors/httpvalidationerror.js";
import type {
  OrganizationAccessTokensListRequest,
  OrganizationAccessTokensListResponse,
} from "../models/operations/organizationaccesstokenslist.js";
import type { APIPromise } from "../types/async.js";
import type { ResultPages } from "../types/operations.js";

/**
 * List
 *
 * @remarks
 * List organization access tokens.
 *
 * **Scopes**: `organization_access_tokens:read` `organization_access_tokens:write`
 */
export function organizationAccessTokensList(
  client: PolarCore,
  request: OrganizationAccessTokensListRequest,
  options?: RequestOptions,
): APIPromise<ResultPages<OrganizationAccessTokensListResponse, CallError<HTTPValidationError>, { page: number }, OrganizationAccessToken>> {
  return callPages(client, operation, request, options);
}

const operation: PagedOperation<OrganizationAccessTokensListRequest, OrganizationAccessTokensListResponse, HTTPValidationError> = {
  id: "organization_access_tokens:list",
  method: "GET",
  path: "/v1/organization-access-tokens/",
  request: OrganizationAccessTokensListRequest$codec,
  responses: [
    { status: "200", type: ListResourceOrganizationAccessToken$codec },
    { status: "422", type: HTTPValidationErrorData$codec, error: HTTPValidationError },
  ],
  wrap: { field: "result" },
  pages: { kind: "page", input: "page", limit: "limit", items: ["items"], last: ["pagination", "max_page"] },
};
