import type { Api } from "../ir/api.js";
import type { Operation } from "../ir/operation.js";

export interface Method {
  readonly operation: Operation;
}

export function count({ operations, slots }: Api): number {
  return operations.length + slots.length;
}
