import type { Slot } from "../../ir/types.js";
import type { Property, PropertyPlace } from "./plan.js";
import type { Planning } from "./planning.js";

/** A slot as a property: its name and type settled; whether it must be given is the language's rule. */
export function planProperty(slot: Slot, { names, types, rules }: Planning, place: PropertyPlace): Property {
  const type = types.settle(slot.type);
  return { slot, name: names.of(slot.address), type, required: rules.required(slot, type, place.kind), default: slot.default, place };
}
