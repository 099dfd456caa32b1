import { HTTPValidationErrorData$codec, OrganizationAccessTokensDeleteRequest$codec } from "../codecs/organizationaccesstokens.js";
import type { PolarCore } from "../core.js";
import { call } from "../lib/call.js";
import type { Operation } from "../lib/operation.js";
import type { CallError, RequestOptions } from "../lib/sdks.js";
import { HTTPValidationError } from "../models/errors/httpvalidationerror.js";
import type { OrganizationAccessTokensDeleteRequest } from "../models/operations/organizationaccesstokensdelete.js";
import type { APIPromise } from "../types/async.js";
import type { Result } from "../types/fp.js";

/**
 * Delete
 *
 * @remarks
 * **Scopes**: `organization_access_tokens:write`
 */
export function organizationAccessTokensDelete(
  client: PolarCore,
  request: OrganizationAccessTokensDeleteRequest,
  options?: RequestOptions,
): APIPromise<Result<void, CallError<HTTPValidationError>>> {
  return call(client, operation, request, options);
}

const operation: Operation<OrganizationAccessTokensDeleteRequest, void, HTTPValidationError> = {
  id: "organization_access_tokens:delete",
  method: "DELETE",
  path: "/v1/organization-access-tokens/{id}",
  request: OrganizationAccessTokensDeleteRequest$codec,
  responses: [{ status: "204" }, { status: "422", type: HTTPValidationErrorData$codec, error: HTTPValidationError }],
};
