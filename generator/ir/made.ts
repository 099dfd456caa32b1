import type { Address, Docs, Naming, Node, Segment } from "./node.js";
import type { Named, Slot, Type } from "./types.js";

/** The parts of the model that are put together in many places, with what they say where a document says nothing. */

export const noDocs: Docs = { summary: null, description: null, link: null, deprecated: null };

/** Text of which nothing else is known. */
export const plainText: Type = { kind: "string", format: null, limits: null };

/** What an object, a union, an enum and an alias have besides their parts. */
export function named(
  id: Address,
  origin: Node["origin"],
  trail: readonly Segment[],
  said: Partial<Pick<Named, "docs" | "example" | "use">> = {},
): Named {
  return { id, origin, naming: { trail, override: null }, docs: noDocs, example: null, use: "both", ...said };
}

/** A place for a value: a parameter, a property, a header, a body as an argument. */
export function slotAt(
  { address, origin, wire, naming, type, presence }: Pick<Slot, "address" | "origin" | "wire" | "naming" | "type" | "presence">,
  said: Partial<Pick<Slot, "docs" | "besideRef" | "default" | "example">> = {},
): Slot {
  const silent = { docs: noDocs, besideRef: null, default: null, example: null };
  return { address, origin, wire, naming, type, presence, ...silent, ...said };
}

/** A trail of one step, and no name that anybody gives. */
export function namedAs(role: Segment["role"], key: string): Naming {
  return { trail: [{ role, key, title: null }], override: null };
}
