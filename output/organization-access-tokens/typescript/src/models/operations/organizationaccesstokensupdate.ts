import { OrganizationAccessTokensUpdateRequest$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, outbound, toJSON } from "../../lib/schemas.js";
import type { OrganizationAccessTokenUpdate } from "../components/organizationaccesstokenupdate.js";

export type OrganizationAccessTokensUpdateRequest = {
  id: string;
  organizationAccessTokenUpdate: OrganizationAccessTokenUpdate;
};

/** @internal */
export const OrganizationAccessTokensUpdateRequest$outboundSchema: Schema<unknown, OrganizationAccessTokensUpdateRequest> =
  /*#__PURE__*/ outbound(OrganizationAccessTokensUpdateRequest$codec);

export function organizationAccessTokensUpdateRequestToJSON(value: OrganizationAccessTokensUpdateRequest): string {
  return toJSON(OrganizationAccessTokensUpdateRequest$codec, value);
}
