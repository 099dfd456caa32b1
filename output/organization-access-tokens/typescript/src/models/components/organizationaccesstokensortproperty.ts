import { OrganizationAccessTokenSortProperty$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, outbound } from "../../lib/schemas.js";

export type OrganizationAccessTokenSortProperty =
  | "created_at"
  | "-created_at"
  | "comment"
  | "-comment"
  | "last_used_at"
  | "-last_used_at"
  | "organization_id"
  | "-organization_id";

/** @internal */
export const OrganizationAccessTokenSortProperty$outboundSchema: Schema<unknown, OrganizationAccessTokenSortProperty> =
  /*#__PURE__*/ outbound(OrganizationAccessTokenSortProperty$codec);
