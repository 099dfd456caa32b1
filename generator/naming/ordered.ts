import type { Strategy } from "./strategy.js";
import { type TrailReading, trailParts } from "./trailParts.js";

const reading: TrailReading = { member: "ordinal", singular: null, body: "RequestBody", response: "ResponseBody", error: null };

/**
 * Names in document order: the last word of the trail, then the last two, and so on; who comes first takes the shorter name.
 *
 *     tokens:list, query organization_id   →   OrganizationIDFilter, QueryParamOrganizationIDFilter, TokensListQueryParamOrganizationIDFilter
 */
export const ordered: Strategy = {
  name: "ordered",
  onClash: "first",
  candidates(type, spelling) {
    const parts = trailParts(type.naming.trail, reading);
    if (type.role !== "model" && type.role !== "error") return [spelling.type(parts)];
    return parts.map((_, i) => spelling.type(parts.slice(parts.length - 1 - i)));
  },
};
