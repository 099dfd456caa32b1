import type { Operation, Slot } from "./operation.js";

export interface Api {
  readonly operations: readonly Operation[];
  readonly slots: readonly Slot[];
}
