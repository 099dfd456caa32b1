import { PolarError } from "./polarerror.js";

/** A response that the SDK does not know: an unexpected status or content type. */
export class SDKError extends PolarError {
  override name = "SDKError";
}
