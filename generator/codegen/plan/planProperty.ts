import type { Slot } from "../../ir/types.js";
import type { Argument, Property, PropertyPlace } from "./plan.js";
import type { Planning, PlanRules } from "./planning.js";

/** A slot as a property: its name and type settled; whether it must be given is the language's rule. */
export function planProperty(slot: Slot, { names, types, rules }: Planning, place: PropertyPlace): Property {
  const type = types.settle(slot.type);
  const said = place.kind === "credentialPart" ? { slot, default: slot.default } : defaulted(slot, rules);
  return { ...said, name: names.of(slot.address), type, required: rules.required(slot, type, place.kind), place };
}

/**
 * What stands in for a value that nobody gives, and words that tell of the default. The document's default is what a server assumes: only what the document
 * requires is sent for the caller.
 *
 *     { wire: "page", presence: "optional", default: { value: 1 } }   →   nothing stands in, "Default: `1`." below the description
 */
export function defaulted(slot: Slot, rules: PlanRules): Pick<Argument, "slot" | "default"> {
  const { default: byDefault, docs } = slot;
  if (byDefault === null || rules.sendDefaults) return { slot, default: byDefault };
  const kept = slot.presence === "required" ? byDefault : null;
  // Many descriptions tell of it already.
  if (/\bdefault/i.test(docs.description ?? "")) return { slot, default: kept };
  const words = `Default: \`${JSON.stringify(byDefault.value)}\`.`;
  const description = docs.description === null ? words : `${docs.description.trimEnd()}\n\n${words}`;
  return { slot: { ...slot, docs: { ...docs, description } }, default: kept };
}
