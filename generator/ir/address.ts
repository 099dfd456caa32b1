import type { Address } from "./node.js";

/** A thing that nothing holds: `rootAddress("", "schema", "Price")` → "schema:Price"; the prefix is the Api's key with "!" behind it, or nothing. */
export function rootAddress(prefix: string, kind: string, key: string): Address {
  return made(`${prefix}${kind}:${key}`);
}

/** One of a kind in a whole SDK: the client, its credentials, its global values. */
export function singleAddress(name: "client" | "security" | "globals" | "schemes" | "global", prefix = ""): Address {
  return made(`${prefix}${name}`);
}

/** One step down: ("schema:Price", "property", "amount") → "schema:Price/property:amount"; without a key "schema:Price/type". */
export function partAddress(owner: Address, part: string, key: string | number = ""): Address {
  return made(key === "" ? `${owner}/${part}` : `${owner}/${part}:${key}`);
}

/** A second thing at a place that another one took, or a variant of it: ("schema:Price", "input") → "schema:Price~input". */
export function variantAddress(address: Address, variant: string | number): Address {
  return made(`${address}~${variant}`);
}

/** The same part of another holder: what stands in or below `from` moves to `to`, everything else stays. */
export function movedAddress(address: Address, from: Address, to: Address): Address {
  return isWithin(address, from) ? made(`${to}${address.slice(from.length)}`) : address;
}

/** One of several contents of a body or response: all but the first carry their media type. */
export function contentAddress(holder: Address, mediaType: string): Address {
  return made(`${holder}:${mediaType}`);
}

/** Whether a thing is the other one, a variant or content of it, or stands somewhere inside. */
export function isWithin(address: Address, holder: Address): boolean {
  const next = address.charAt(holder.length);
  // At a root the colon belongs to the key: "op:tokens:list" is not a part of "op:tokens".
  return address.startsWith(holder) && (next === "" || next === "/" || next === "~" || (next === ":" && holder.includes("/")));
}

/** Whether a type is one of `components.schemas` itself, and not one that stands inside. */
export function isComponentAddress(address: Address): boolean {
  return /(?:^|!)schema:[^/]*$/.test(address);
}

/** The only place where text becomes an address. */
function made(text: string): Address {
  return text as Address;
}
