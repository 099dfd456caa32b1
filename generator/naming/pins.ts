import type { Address } from "../ir/node.js";

/** A name that the lock keeps for an address; its shape finds the thing again when the address is gone. */
export interface Pin {
  readonly name: string;
  readonly shape: string;
  readonly gone: boolean;
}

/**
 * The pin of each present address. A pin whose address has gone moves to the one new address with the same shape; with two such addresses, or two such
 * pins, nothing moves.
 */
export function settlePins(
  pins: ReadonlyMap<string, Pin>,
  present: readonly { readonly address: Address; readonly shape: string }[],
): ReadonlyMap<Address, string> {
  const settled = new Map<Address, string>();
  const fresh = new Map<string, Address[]>();
  const addresses = new Set<string>();
  for (const { address, shape } of present) {
    addresses.add(address);
    const pin = pins.get(address);
    if (pin !== undefined) settled.set(address, pin.name);
    else fresh.set(shape, [...(fresh.get(shape) ?? []), address]);
  }
  const orphans = new Map<string, Pin[]>();
  for (const [address, pin] of pins)
    if (!addresses.has(address) && pin.shape !== "" && !pin.gone) orphans.set(pin.shape, [...(orphans.get(pin.shape) ?? []), pin]);
  for (const [shape, left] of orphans) {
    const [target, second] = fresh.get(shape) ?? [];
    const [pin] = left;
    if (target !== undefined && second === undefined && left.length === 1 && pin !== undefined) settled.set(target, pin.name);
  }
  return settled;
}
