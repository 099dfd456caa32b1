import { Pagination$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, fromJSON, inbound } from "../../lib/schemas.js";
import type { Result } from "../../types/fp.js";
import type { SDKValidationError } from "../errors/sdkvalidationerror.js";

export type Pagination = {
  totalCount: number;
  maxPage: number;
};

/** @internal */
export const Pagination$inboundSchema: Schema<Pagination> = /*#__PURE__*/ inbound(Pagination$codec);

export function paginationFromJSON(jsonString: string): Result<Pagination, SDKValidationError> {
  return fromJSON(Pagination$codec, jsonString);
}
