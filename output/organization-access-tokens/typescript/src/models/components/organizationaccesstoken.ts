import { OrganizationAccessToken$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, fromJSON, inbound } from "../../lib/schemas.js";
import type { Result } from "../../types/fp.js";
import type { SDKValidationError } from "../errors/sdkvalidationerror.js";
import type { AvailableScope } from "./availablescope.js";

/** A token that acts for one organization; its secret is not part of it. */
export type OrganizationAccessToken = {
  /** Creation timestamp of the object. */
  createdAt: Date;
  /** Last modification timestamp of the object. */
  modifiedAt: Date | null;
  id: string;
  scopes: Array<AvailableScope>;
  /** When the token stops working; null if it never does. */
  expiresAt: Date | null;
  /** What the token is for, in the words of its owner. */
  comment: string;
  lastUsedAt: Date | null;
  /** The organization ID. */
  organizationId: string;
};

/** @internal */
export const OrganizationAccessToken$inboundSchema: Schema<OrganizationAccessToken> = /*#__PURE__*/ inbound(OrganizationAccessToken$codec);

export function organizationAccessTokenFromJSON(jsonString: string): Result<OrganizationAccessToken, SDKValidationError> {
  return fromJSON(OrganizationAccessToken$codec, jsonString);
}
