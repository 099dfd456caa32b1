import { partAddress } from "../../ir/address.js";
import type { Address, Docs, Segment } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import type { Field, ObjectType, Slot, Type } from "../../ir/types.js";

export const noDocs: Docs = { summary: null, description: null, link: null, deprecated: null };

/** A type that no schema describes: the request or response of an operation. */
export function syntheticObject(operation: Operation, part: string, role: Segment["role"], fields: readonly Field[]): ObjectType {
  const address = partAddress(operation.address, part);
  return {
    kind: "object",
    id: address,
    address,
    origin: operation.origin,
    extensions: {},
    naming: { trail: [...operation.naming.trail, { role, key: part, title: null }], override: null },
    docs: noDocs,
    example: null,
    use: part === "request" || part === "security" ? "input" : "output",
    variantOf: null,
    fields,
    rest: null,
    xml: null,
  };
}

/** A field of such a type that stands for another slot: a parameter in a request. */
export function fieldOf(slot: Slot): Field {
  return { ...slot, direction: "both", role: "plain", xml: null };
}

/** A field that nothing in the document names. */
export function plainField(owner: Address, origin: Slot["origin"], wire: string, type: Type, presence: Slot["presence"]): Field {
  return {
    address: partAddress(owner, "property", wire),
    origin,
    extensions: {},
    wire,
    naming: { trail: [{ role: "property", key: wire, title: null }], override: null },
    docs: noDocs,
    besideRef: null,
    type,
    presence,
    default: null,
    example: null,
    direction: "both",
    role: "plain",
    xml: null,
  };
}
