import type { Codec, ObjectCodec } from "../lib/codec.js";
import type { ListResourceOrganizationAccessToken } from "../models/components/listresourceorganizationaccesstoken.js";
import type { OrganizationAccessToken } from "../models/components/organizationaccesstoken.js";
import type { Pagination } from "../models/components/pagination.js";

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
