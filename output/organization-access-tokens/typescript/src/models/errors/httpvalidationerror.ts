import { type HTTPMeta, errorMessage } from "../../lib/errors.js";
import type { ValidationError } from "../components/validationerror.js";
import { PolarError } from "./polarerror.js";

export type HTTPValidationErrorData = {
  detail?: Array<ValidationError> | undefined;
};

export class HTTPValidationError extends PolarError {
  override name = "HTTPValidationError";
  detail?: Array<ValidationError> | undefined;
  /** The data of the response. */
  data$: HTTPValidationErrorData;

  constructor(data: HTTPValidationErrorData, http: HTTPMeta) {
    super(errorMessage(data), http);
    this.data$ = data;
    this.detail = data.detail;
  }
}
