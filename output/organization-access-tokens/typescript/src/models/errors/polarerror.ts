import { ResponseError } from "../../lib/errors.js";

/** The base class of all errors that stand for a response of the API. */
export class PolarError extends ResponseError {
  override name = "PolarError";
}
