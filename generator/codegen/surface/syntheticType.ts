import { partAddress } from "../../ir/address.js";
import { type Address, namedAs, type Segment } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import { type Field, type Named, named, type ObjectType, type Slot, slotAt, type Type } from "../../ir/types.js";

/** A type that no schema describes. */
export function madeObject(
  id: Address,
  origin: Slot["origin"],
  trail: readonly Segment[],
  use: Named["use"],
  fields: readonly Field[],
): ObjectType {
  return { kind: "object", ...named(id, origin, trail, { use }), fields, rest: null };
}

/** The request, the response or the credentials of an operation. */
export function syntheticObject(operation: Operation, part: "request" | "response" | "security", fields: readonly Field[]): ObjectType {
  const trail = [...operation.naming.trail, { role: part === "security" ? part : ("wrapper" as const), key: part, title: null }];
  return madeObject(partAddress(operation.address, part), operation.origin, trail, part === "response" ? "output" : "input", fields);
}

/** A field of such a type that stands for another slot: a parameter in a request. */
export function fieldOf(slot: Slot): Field {
  return { ...slot, direction: "both", role: "plain", xml: null };
}

/** A field that nothing in the document names. */
export function plainField(owner: Address, origin: Slot["origin"], wire: string, type: Type, presence: Slot["presence"]): Field {
  return fieldOf(
    slotAt({ address: partAddress(owner, "property", wire), origin, wire, naming: namedAs("property", wire), type, presence }),
  );
}
