import type { PolarError } from "../models/errors/polarerror.js";
import type { ResponseValidationError } from "../models/errors/responsevalidationerror.js";
import { Client, type SharedOptions } from "./client.js";
import { type SDKOptions, settings } from "./config.js";
import type {
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  SDKValidationError,
  UnexpectedClientError,
} from "./errors.js";

export type { RequestOptions } from "./client.js";
export type { SDKOptions } from "./config.js";

/** The root of the client and of its groups. */
export class ClientSDK extends Client<SDKOptions> {
  constructor(options: SharedOptions<SDKOptions> = {}) {
    super(options, settings);
  }
}

/** All that a call can fail with; `E` are the errors that the operation declares. */
export type CallError<E = never> =
  | E
  | PolarError
  | ResponseValidationError
  | ConnectionError
  | RequestAbortedError
  | RequestTimeoutError
  | InvalidRequestError
  | UnexpectedClientError
  | SDKValidationError;
