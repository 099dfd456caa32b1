import { AvailableScope$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, inbound, outbound } from "../../lib/schemas.js";
import type { Unrecognized } from "../../types/unrecognized.js";

/** What a token may do. */
export type AvailableScope =
  | "openid"
  | "profile"
  | "email"
  | "organizations:read"
  | "organizations:write"
  | "products:read"
  | "products:write"
  | "benefits:read"
  | "benefits:write"
  | "checkouts:read"
  | "checkouts:write"
  | "customers:read"
  | "customers:write"
  | "discounts:read"
  | "discounts:write"
  | "events:read"
  | "events:write"
  | "files:read"
  | "files:write"
  | "license_keys:read"
  | "license_keys:write"
  | "meters:read"
  | "meters:write"
  | "metrics:read"
  | "orders:read"
  | "orders:write"
  | "organization_access_tokens:read"
  | "organization_access_tokens:write"
  | "payouts:read"
  | "refunds:read"
  | "refunds:write"
  | "subscriptions:read"
  | "subscriptions:write"
  | "webhooks:read"
  | "webhooks:write"
  | Unrecognized<string>;

/** @internal */
export const AvailableScope$inboundSchema: Schema<AvailableScope> = /*#__PURE__*/ inbound(AvailableScope$codec);

/** @internal */
export const AvailableScope$outboundSchema: Schema<unknown, AvailableScope> = /*#__PURE__*/ outbound(AvailableScope$codec);
