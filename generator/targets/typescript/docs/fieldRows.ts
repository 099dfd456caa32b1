import type { Docs } from "../../../ir/node.js";
import type { TsProperty, TypeScriptPlan } from "../plan.js";

/** The name of a property in a table, struck out when it is deprecated. */
export function fieldLabel({ slot, name }: TsProperty): string {
  return slot.docs.deprecated === null ? `\`${name}\`` : `~~\`${name}\`~~`;
}

/** A property's own words; without any, those of the model that it holds where the page format shows them. */
export function describeField(plan: TypeScriptPlan, { slot }: TsProperty): string {
  const { docs, besideRef } = slot;
  const text = plan.options.quirks.besideRef === "shown" ? (besideRef?.description ?? docs.description) : docs.description;
  const warning = docs.deprecated === null ? "" : `: warning: ** DEPRECATED **: ${deprecationMessage(docs)}.`;
  if (warning !== "") return text === null ? warning : `${warning}\n\n${text}`;
  return text === null || text === "" ? "N/A" : text;
}

export function deprecationMessage(docs: Docs): string {
  return docs.deprecated?.message ?? "This will be removed in a future release, please migrate away from it as soon as possible";
}
