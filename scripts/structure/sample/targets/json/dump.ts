import type { Slot } from "../../ir/operation.js";

export function dump(slot: Slot): string {
  return slot.unread;
}
