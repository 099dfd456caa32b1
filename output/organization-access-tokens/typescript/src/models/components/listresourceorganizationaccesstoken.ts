import { ListResourceOrganizationAccessToken$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, fromJSON, inbound } from "../../lib/schemas.js";
import type { Result } from "../../types/fp.js";
import type { SDKValidationError } from "../errors/sdkvalidationerror.js";
import type { OrganizationAccessToken } from "./organizationaccesstoken.js";
import type { Pagination } from "./pagination.js";

export type ListResourceOrganizationAccessToken = {
  items: Array<OrganizationAccessToken>;
  pagination: Pagination;
};

/** @internal */
export const ListResourceOrganizationAccessToken$inboundSchema: Schema<ListResourceOrganizationAccessToken> =
  /*#__PURE__*/ inbound(ListResourceOrganizationAccessToken$codec);

export function listResourceOrganizationAccessTokenFromJSON(jsonString: string): Result<ListResourceOrganizationAccessToken, SDKValidationError> {
  return fromJSON(ListResourceOrganizationAccessToken$codec, jsonString);
}
