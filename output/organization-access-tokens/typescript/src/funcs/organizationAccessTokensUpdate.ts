import {
  HTTPValidationErrorData$codec,
  OrganizationAccessToken$codec,
  OrganizationAccessTokensUpdateRequest$codec,
} from "../codecs/organizationaccesstokens.js";
import type { PolarCore } from "../core.js";
import { call } from "../lib/call.js";
import type { Operation } from "../lib/operation.js";
import type { CallError, RequestOptions } from "../lib/sdks.js";
import type { OrganizationAccessToken } from "../models/components/organizationaccesstoken.js";
import { HTTPValidationError } from "../models/errors/httpvalidationerror.js";
import type { OrganizationAccessTokensUpdateRequest } from "../models/operations/organizationaccesstokensupdate.js";
import type { APIPromise } from "../types/async.js";
import type { Result } from "../types/fp.js";

/**
 * Update
 *
 * @remarks
 * **Scopes**: `organization_access_tokens:write`
 */
export function organizationAccessTokensUpdate(
  client: PolarCore,
  request: OrganizationAccessTokensUpdateRequest,
  options?: RequestOptions,
): APIPromise<Result<OrganizationAccessToken, CallError<HTTPValidationError>>> {
  return call(client, operation, request, options);
}

const operation: Operation<OrganizationAccessTokensUpdateRequest, OrganizationAccessToken, HTTPValidationError> = {
  id: "organization_access_tokens:update",
  method: "PATCH",
  path: "/v1/organization-access-tokens/{id}",
  request: OrganizationAccessTokensUpdateRequest$codec,
  responses: [
    { status: "200", type: OrganizationAccessToken$codec },
    { status: "422", type: HTTPValidationErrorData$codec, error: HTTPValidationError },
  ],
};
