import {
  OrganizationAccessTokensListQueryParamOrganizationIDFilter$codec,
  OrganizationAccessTokensListRequest$codec,
} from "../../codecs/organizationaccesstokens.js";
import { type Schema, outbound, toJSON } from "../../lib/schemas.js";
import type { ListResourceOrganizationAccessToken } from "../components/listresourceorganizationaccesstoken.js";
import type { OrganizationAccessTokenSortProperty } from "../components/organizationaccesstokensortproperty.js";

export type OrganizationAccessTokensListRequest = {
  /** Filter by organization ID. */
  organizationId?: OrganizationAccessTokensListQueryParamOrganizationIDFilter | null | undefined;
  /** Page number, defaults to 1. */
  page?: number | undefined;
  /** Size of a page, defaults to 10. Maximum is 100. */
  limit?: number | undefined;
  /**
   * Sorting criterion. Several criteria can be used simultaneously and will be applied in order. Add a minus sign `-` before the criteria name to sort by descending order.
   */
  sorting?: Array<OrganizationAccessTokenSortProperty> | null | undefined;
};

/** Filter by organization ID. */
export type OrganizationAccessTokensListQueryParamOrganizationIDFilter = string | Array<string>;

export type OrganizationAccessTokensListResponse = {
  result: ListResourceOrganizationAccessToken;
};

/** @internal */
export const OrganizationAccessTokensListRequest$outboundSchema: Schema<unknown, OrganizationAccessTokensListRequest> =
  /*#__PURE__*/ outbound(OrganizationAccessTokensListRequest$codec);

export function organizationAccessTokensListRequestToJSON(value: OrganizationAccessTokensListRequest): string {
  return toJSON(OrganizationAccessTokensListRequest$codec, value);
}

/** @internal */
export const OrganizationAccessTokensListQueryParamOrganizationIDFilter$outboundSchema: Schema<unknown, OrganizationAccessTokensListQueryParamOrganizationIDFilter> =
  /*#__PURE__*/ outbound(OrganizationAccessTokensListQueryParamOrganizationIDFilter$codec);

export function organizationAccessTokensListQueryParamOrganizationIDFilterToJSON(value: OrganizationAccessTokensListQueryParamOrganizationIDFilter): string {
  return toJSON(OrganizationAccessTokensListQueryParamOrganizationIDFilter$codec, value);
}
