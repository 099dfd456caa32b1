import { organizationAccessTokensCreate } from "../funcs/organizationAccessTokensCreate.js";
import { organizationAccessTokensDelete } from "../funcs/organizationAccessTokensDelete.js";
import { organizationAccessTokensList } from "../funcs/organizationAccessTokensList.js";
import { organizationAccessTokensUpdate } from "../funcs/organizationAccessTokensUpdate.js";
import { ClientSDK, type RequestOptions } from "../lib/sdks.js";
import type { OrganizationAccessToken } from "../models/components/organizationaccesstoken.js";
import type { OrganizationAccessTokenCreate } from "../models/components/organizationaccesstokencreate.js";
import type { OrganizationAccessTokenCreateResponse } from "../models/components/organizationaccesstokencreateresponse.js";
import type { OrganizationAccessTokensDeleteRequest } from "../models/operations/organizationaccesstokensdelete.js";
import type {
  OrganizationAccessTokensListRequest,
  OrganizationAccessTokensListResponse,
} from "../models/operations/organizationaccesstokenslist.js";
import type { OrganizationAccessTokensUpdateRequest } from "../models/operations/organizationaccesstokensupdate.js";
import type { APIPromise } from "../types/async.js";
import { unwrapAsync } from "../types/fp.js";
import { type PageIterator, unwrapResultIterator } from "../types/operations.js";

export class OrganizationAccessTokens extends ClientSDK {
  /**
   * List
   *
   * @remarks
   * List organization access tokens.
   *
   * **Scopes**: `organization_access_tokens:read` `organization_access_tokens:write`
   */
  list(request: OrganizationAccessTokensListRequest, options?: RequestOptions): APIPromise<PageIterator<OrganizationAccessTokensListResponse, { page: number }, OrganizationAccessToken>> {
    return unwrapResultIterator(organizationAccessTokensList(this, request, options));
  }

  /**
   * Create
   *
   * @remarks
   * **Scopes**: `organization_access_tokens:write`
   */
  create(request: OrganizationAccessTokenCreate, options?: RequestOptions): APIPromise<OrganizationAccessTokenCreateResponse> {
    return unwrapAsync(organizationAccessTokensCreate(this, request, options));
  }

  /**
   * Update
   *
   * @remarks
   * **Scopes**: `organization_access_tokens:write`
   */
  update(request: OrganizationAccessTokensUpdateRequest, options?: RequestOptions): APIPromise<OrganizationAccessToken> {
    return unwrapAsync(organizationAccessTokensUpdate(this, request, options));
  }

  /**
   * Delete
   *
   * @remarks
   * **Scopes**: `organization_access_tokens:write`
   */
  delete(request: OrganizationAccessTokensDeleteRequest, options?: RequestOptions): APIPromise<void> {
    return unwrapAsync(organizationAccessTokensDelete(this, request, options));
  }
}
