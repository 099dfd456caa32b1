import type { Pin } from "../config/lock.js";
import type { Address } from "../ir/node.js";

interface SettledPin {
  readonly name: string;
  /** From an address that is gone: another pin may hold the name in the new place. */
  readonly moved: boolean;
}

/**
 * The pin of each present address. A pin whose address has gone moves to the one new address with the same shape; with two such addresses, or two such
 * pins, nothing moves. Everything whose names may be pinned is settled at once: an address that is present elsewhere has not gone.
 */
export function settlePins(
  pins: ReadonlyMap<string, Pin>,
  present: readonly { readonly address: Address; readonly shape: string }[],
): ReadonlyMap<Address, SettledPin> {
  const settled = new Map<Address, SettledPin>();
  const fresh = new Map<string, Address | "several">();
  const addresses = new Set<string>();
  for (const { address, shape } of present) {
    addresses.add(address);
    const pin = pins.get(address);
    if (pin !== undefined) settled.set(address, { name: pin.name, moved: false });
    else fresh.set(shape, fresh.has(shape) ? "several" : address);
  }
  const orphans = new Map<string, Pin | "several">();
  for (const [address, pin] of pins) {
    if (addresses.has(address) || pin.shape === "" || pin.gone) continue;
    orphans.set(pin.shape, orphans.has(pin.shape) ? "several" : pin);
  }
  for (const [shape, pin] of orphans) {
    const target = fresh.get(shape);
    if (pin !== "several" && target !== undefined && target !== "several") settled.set(target, { name: pin.name, moved: true });
  }
  return settled;
}
