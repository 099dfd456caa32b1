import { causeText, type HTTPMeta } from "../../lib/errors.js";
import { PolarError } from "./polarerror.js";

/** A response that does not fit its description, while `validation` is "strict" or the body is no JSON. */
export class ResponseValidationError extends PolarError {
  override name = "ResponseValidationError";
  /** What was received. */
  readonly rawValue: unknown;
  /** The message without what is wrong in detail. */
  readonly rawMessage: string;

  constructor(message: string, details: HTTPMeta & { readonly cause: unknown; readonly rawValue: unknown; readonly rawMessage: string }) {
    super(`${message}: ${causeText(details.cause)}`, details);
    this.cause = details.cause;
    this.rawValue = details.rawValue;
    this.rawMessage = details.rawMessage;
  }

  /** All that is wrong, one place a line. */
  pretty(): string {
    return `${this.rawMessage}\n${causeText(this.cause)}`;
  }
}
