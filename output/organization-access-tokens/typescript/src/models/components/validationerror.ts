import { Ctx$codec, Loc$codec, ValidationError$codec } from "../../codecs/organizationaccesstokens.js";
import { type Schema, fromJSON, inbound } from "../../lib/schemas.js";
import type { Result } from "../../types/fp.js";
import type { SDKValidationError } from "../errors/sdkvalidationerror.js";

export type ValidationError = {
  /** The way to the wrong value, from the outermost part inwards. */
  loc: Array<Loc>;
  msg: string;
  type: string;
  input?: any | undefined;
  ctx?: Ctx | undefined;
};

export type Loc = string | number;

export type Ctx = {};

/** @internal */
export const ValidationError$inboundSchema: Schema<ValidationError> = /*#__PURE__*/ inbound(ValidationError$codec);

export function validationErrorFromJSON(jsonString: string): Result<ValidationError, SDKValidationError> {
  return fromJSON(ValidationError$codec, jsonString);
}

/** @internal */
export const Loc$inboundSchema: Schema<Loc> = /*#__PURE__*/ inbound(Loc$codec);

export function locFromJSON(jsonString: string): Result<Loc, SDKValidationError> {
  return fromJSON(Loc$codec, jsonString);
}

/** @internal */
export const Ctx$inboundSchema: Schema<Ctx> = /*#__PURE__*/ inbound(Ctx$codec);

export function ctxFromJSON(jsonString: string): Result<Ctx, SDKValidationError> {
  return fromJSON(Ctx$codec, jsonString);
}
