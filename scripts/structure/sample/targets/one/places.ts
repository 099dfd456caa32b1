import type { Address } from "../../ir/address.js";

export function below(address: Address | null, id: Address): readonly string[] {
  if (address === null) throw new Error(`nothing at ${id}`);
  const part = `${address}/x` as Address;
  const behind = "y/".concat(address);
  const cut = id.slice(1);
  return [part, behind, cut, ...[id].slice(1)];
}
