import { OrganizationAccessTokensDeleteRequest$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, outbound, toJSON } from "../../lib/schemas.js";

export type OrganizationAccessTokensDeleteRequest = {
  id: string;
};

/** @internal */
export const OrganizationAccessTokensDeleteRequest$outboundSchema: Schema<unknown, OrganizationAccessTokensDeleteRequest> =
  /*#__PURE__*/ outbound(OrganizationAccessTokensDeleteRequest$codec);

export function organizationAccessTokensDeleteRequestToJSON(value: OrganizationAccessTokensDeleteRequest): string {
  return toJSON(OrganizationAccessTokensDeleteRequest$codec, value);
}
