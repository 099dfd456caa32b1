import type { Address } from "../../ir/address.js";

export function below(address: Address | null, id: Address): readonly string[] {
  if (address === null) throw new Error(`nothing at ${id}`);
  return [`${address}/x` as Address, "y/".concat(address), id.slice(1), ...[id].slice(1)];
}
