import type { Operation } from "../ir/operation.js";

export interface Method {
  readonly operation: Operation;
}
