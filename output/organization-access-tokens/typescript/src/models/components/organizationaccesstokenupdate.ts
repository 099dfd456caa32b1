import { OrganizationAccessTokenUpdate$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, outbound, toJSON } from "../../lib/schemas.js";
import type { AvailableScope } from "./availablescope.js";

export type OrganizationAccessTokenUpdate = {
  comment?: string | null | undefined;
  scopes?: Array<AvailableScope> | null | undefined;
};

/** @internal */
export const OrganizationAccessTokenUpdate$outboundSchema: Schema<unknown, OrganizationAccessTokenUpdate> =
  /*#__PURE__*/ outbound(OrganizationAccessTokenUpdate$codec);

export function organizationAccessTokenUpdateToJSON(value: OrganizationAccessTokenUpdate): string {
  return toJSON(OrganizationAccessTokenUpdate$codec, value);
}
