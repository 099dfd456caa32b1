import type { Method } from "../../codegen/method.js";

export function idOf({ operation }: Method): string {
  return operation.id;
}

export function textOf(method: Method): string {
  const { id, notes: text } = method.operation;
  return id + text;
}
