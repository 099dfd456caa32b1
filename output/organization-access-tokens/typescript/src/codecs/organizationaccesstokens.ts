import type { Codec, EnumCodec, ObjectCodec } from "../lib/codec.js";
import type { RequestCodec } from "../lib/operation.js";
import type { ListResourceOrganizationAccessToken } from "../models/components/listresourceorganizationaccesstoken.js";
import type { OrganizationAccessToken } from "../models/components/organizationaccesstoken.js";
import type { OrganizationAccessTokenCreate } from "../models/components/organizationaccesstokencreate.js";
import type { OrganizationAccessTokenCreateResponse } from "../models/components/organizationaccesstokencreateresponse.js";
import type { OrganizationAccessTokenUpdate } from "../models/components/organizationaccesstokenupdate.js";
import type { Pagination } from "../models/components/pagination.js";
import type { Ctx, ValidationError } from "../models/components/validationerror.js";
import type { HTTPValidationErrorData } from "../models/errors/httpvalidationerror.js";
import type { OrganizationAccessTokensDeleteRequest } from "../models/operations/organizationaccesstokensdelete.js";
import type { OrganizationAccessTokensListRequest } from "../models/operations/organizationaccesstokenslist.js";
import type { OrganizationAccessTokensUpdateRequest } from "../models/operations/organizationaccesstokensupdate.js";

export const OrganizationAccessTokensListQueryParamOrganizationIDFilter$codec: Codec = {
  kind: "union",
  members: ["string", { kind: "array", items: "string" }],
};

export const OrganizationAccessTokenSortProperty$codec: EnumCodec = {
  kind: "enum",
  values: ["created_at", "-created_at", "comment", "-comment", "last_used_at", "-last_used_at", "organization_id", "-organization_id"],
};

export const OrganizationAccessTokensListRequest$codec: RequestCodec<OrganizationAccessTokensListRequest> = {
  kind: "object",
  fields: {
    organizationId: {
      in: "query",
      wire: "organization_id",
      type: { kind: "nullable", of: OrganizationAccessTokensListQueryParamOrganizationIDFilter$codec },
      optional: true,
    },
    page: { in: "query", type: "integer", optional: true, default: 1 },
    limit: { in: "query", type: "integer", optional: true, default: 10 },
    sorting: {
      in: "query",
      type: { kind: "nullable", of: { kind: "array", items: OrganizationAccessTokenSortProperty$codec } },
      optional: true,
    },
  },
};

export const AvailableScope$codec: Codec = "string";

export const OrganizationAccessToken$codec: ObjectCodec<OrganizationAccessToken> = {
  kind: "object",
  fields: {
    createdAt: { wire: "created_at", type: "instant" },
    modifiedAt: { wire: "modified_at", type: { kind: "nullable", of: "instant" } },
    id: "string",
    scopes: { kind: "array", items: AvailableScope$codec },
    expiresAt: { wire: "expires_at", type: { kind: "nullable", of: "instant" } },
    comment: "string",
    lastUsedAt: { wire: "last_used_at", type: { kind: "nullable", of: "instant" } },
    organizationId: { wire: "organization_id", type: "string" },
  },
};

export const Pagination$codec: ObjectCodec<Pagination> = {
  kind: "object",
  fields: {
    totalCount: { wire: "total_count", type: "integer" },
    maxPage: { wire: "max_page", type: "integer" },
  },
};

export const ListResourceOrganizationAccessToken$codec: ObjectCodec<ListResourceOrganizationAccessToken> = {
  kind: "object",
  fields: {
    items: { kind: "array", items: OrganizationAccessToken$codec },
    pagination: Pagination$codec,
  },
};

export const Loc$codec: Codec = { kind: "union", members: ["string", "integer"] };

export const Ctx$codec: ObjectCodec<Ctx> = { kind: "object", fields: {} };

export const ValidationError$codec: ObjectCodec<ValidationError> = {
  kind: "object",
  fields: {
    loc: { kind: "array", items: Loc$codec },
    msg: "string",
    type: "string",
    input: { type: "any", optional: true },
    ctx: { type: Ctx$codec, optional: true },
  },
};

export const HTTPValidationErrorData$codec: ObjectCodec<HTTPValidationErrorData> = {
  kind: "object",
  fields: {
    detail: { type: { kind: "array", items: ValidationError$codec }, optional: true },
  },
};

export const OrganizationAccessTokenCreate$codec: ObjectCodec<OrganizationAccessTokenCreate> = {
  kind: "object",
  fields: {
    organizationId: { wire: "organization_id", type: { kind: "nullable", of: "string" }, optional: true },
    comment: "string",
    expiresIn: { wire: "expires_in", type: { kind: "nullable", of: "string" }, optional: true },
    scopes: { kind: "array", items: AvailableScope$codec },
  },
};

export const OrganizationAccessTokenCreateResponse$codec: ObjectCodec<OrganizationAccessTokenCreateResponse> = {
  kind: "object",
  fields: {
    organizationAccessToken: { wire: "organization_access_token", type: OrganizationAccessToken$codec },
    token: "string",
  },
};

export const OrganizationAccessTokenUpdate$codec: ObjectCodec<OrganizationAccessTokenUpdate> = {
  kind: "object",
  fields: {
    comment: { type: { kind: "nullable", of: "string" }, optional: true },
    scopes: { type: { kind: "nullable", of: { kind: "array", items: AvailableScope$codec } }, optional: true },
  },
};

export const OrganizationAccessTokensUpdateRequest$codec: RequestCodec<OrganizationAccessTokensUpdateRequest> = {
  kind: "object",
  fields: {
    id: { in: "path", type: "string" },
    organizationAccessTokenUpdate: { in: "body", type: OrganizationAccessTokenUpdate$codec },
  },
};

export const OrganizationAccessTokensDeleteRequest$codec: RequestCodec<OrganizationAccessTokensDeleteRequest> = {
  kind: "object",
  fields: {
    id: { in: "path", type: "string" },
  },
};
