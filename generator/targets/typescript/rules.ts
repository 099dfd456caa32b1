import type { PlanRules } from "../../codegen/plan/planning.js";
import type { Quirks } from "./quirks.js";

/** What TypeScript decides of its own: any default stands in for a value that the document requires, and so may a constant. */
export function typescriptRules(options: {
  readonly optionalConstants: boolean;
  readonly flatEvents: boolean;
  readonly sendDefaults: boolean | null;
  readonly quirks: Pick<Quirks, "sendDefaults">;
}): PlanRules {
  return {
    typeOf: (type) => type,
    required: ({ presence, default: byDefault }, type) =>
      presence === "required" && byDefault === null && !(type.kind === "literal" && options.optionalConstants),
    emptyResult: "field",
    tokenInstead: true,
    flatEvents: options.flatEvents,
    sendDefaults: options.sendDefaults ?? options.quirks.sendDefaults,
  };
}
