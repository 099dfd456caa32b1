import {
  HTTPValidationErrorData$codec,
  OrganizationAccessTokenCreate$codec,
  OrganizationAccessTokenCreateResponse$codec,
} from "../codecs/organizationaccesstokens.js";
import type { PolarCore } from "../core.js";
import { call } from "../lib/call.js";
import type { Operation } from "../lib/operation.js";
import type { CallError, RequestOptions } from "../lib/sdks.js";
import type { OrganizationAccessTokenCreate } from "../models/components/organizationaccesstokencreate.js";
import type { OrganizationAccessTokenCreateResponse } from "../models/components/organizationaccesstokencreateresponse.js";
import { HTTPValidationError } from "../models/errors/httpvalidationerror.js";
import type { APIPromise } from "../types/async.js";
import type { Result } from "../types/fp.js";

/**
 * Create
 *
 * @remarks
 * **Scopes**: `organization_access_tokens:write`
 */
export function organizationAccessTokensCreate(
  client: PolarCore,
  request: OrganizationAccessTokenCreate,
  options?: RequestOptions,
): APIPromise<Result<OrganizationAccessTokenCreateResponse, CallError<HTTPValidationError>>> {
  return call(client, operation, request, options);
}

const operation: Operation<OrganizationAccessTokenCreate, OrganizationAccessTokenCreateResponse, HTTPValidationError> = {
  id: "organization_access_tokens:create",
  method: "POST",
  path: "/v1/organization-access-tokens/",
  body: { type: OrganizationAccessTokenCreate$codec },
  responses: [
    { status: "201", type: OrganizationAccessTokenCreateResponse$codec },
    { status: "422", type: HTTPValidationErrorData$codec, error: HTTPValidationError },
  ],
};
