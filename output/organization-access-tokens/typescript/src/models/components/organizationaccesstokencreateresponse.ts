import { OrganizationAccessTokenCreateResponse$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, fromJSON, inbound } from "../../lib/schemas.js";
import type { Result } from "../../types/fp.js";
import type { SDKValidationError } from "../errors/sdkvalidationerror.js";
import type { OrganizationAccessToken } from "./organizationaccesstoken.js";

export type OrganizationAccessTokenCreateResponse = {
  /** A token that acts for one organization; its secret is not part of it. */
  organizationAccessToken: OrganizationAccessToken;
  /** The secret; it is shown this once. */
  token: string;
};

/** @internal */
export const OrganizationAccessTokenCreateResponse$inboundSchema: Schema<OrganizationAccessTokenCreateResponse> =
  /*#__PURE__*/ inbound(OrganizationAccessTokenCreateResponse$codec);

export function organizationAccessTokenCreateResponseFromJSON(jsonString: string): Result<OrganizationAccessTokenCreateResponse, SDKValidationError> {
  return fromJSON(OrganizationAccessTokenCreateResponse$codec, jsonString);
}
