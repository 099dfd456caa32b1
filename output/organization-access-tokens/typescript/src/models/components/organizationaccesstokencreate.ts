import { OrganizationAccessTokenCreate$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, outbound, toJSON } from "../../lib/schemas.js";
import type { AvailableScope } from "./availablescope.js";

export type OrganizationAccessTokenCreate = {
  /** The organization that the token acts for; that of the caller's token where it is left out. */
  organizationId?: string | null | undefined;
  /** What the token is for, in the words of its owner. */
  comment: string;
  /** How long the token works; forever where it is left out. */
  expiresIn?: string | null | undefined;
  scopes: Array<AvailableScope>;
};

/** @internal */
export const OrganizationAccessTokenCreate$outboundSchema: Schema<unknown, OrganizationAccessTokenCreate> =
  /*#__PURE__*/ outbound(OrganizationAccessTokenCreate$codec);

export function organizationAccessTokenCreateToJSON(value: OrganizationAccessTokenCreate): string {
  return toJSON(OrganizationAccessTokenCreate$codec, value);
}
