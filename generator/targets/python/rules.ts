import type { PlanRules } from "../../codegen/plan/planning.js";
import { withoutNull } from "../../codegen/types/settledTypes.js";
import type { Type } from "../../ir/types.js";
import type { Quirks } from "./quirks.js";

/** What Python decides of its own: null is a type of nothing but None, and a scalar default stands in for a value that the document requires. */
export function pythonRules(options: {
  readonly flatEvents: boolean;
  readonly sendDefaults: boolean | null;
  readonly quirks: Pick<Quirks, "clientCredentials" | "sendDefaults">;
}): PlanRules {
  const sendDefaults = options.sendDefaults ?? options.quirks.sendDefaults;
  return {
    typeOf: (type) => (type.kind === "null" ? { kind: "nullable", of: { kind: "any", why: null } } : type),
    required({ presence, default: byDefault }, type, place) {
      // The address of tokens must be there, even where the document knows it.
      if (place === "credentialPart") return true;
      const value = byDefault?.value ?? null;
      return (
        presence === "required" &&
        (value === null || typeof value === "object" || type.kind === "literal" || (!sendDefaults && isMade(type)))
      );
    },
    emptyResult: "whole",
    tokenInstead: options.quirks.clientCredentials === "objectOrToken",
    flatEvents: options.flatEvents,
    sendDefaults,
  };
}

/** Values that are made of text: no default of theirs is written in a class, so that a caller must give one where the document does. */
function isMade(type: Type): boolean {
  const { kind } = withoutNull(type);
  return kind === "instant" || kind === "date" || kind === "decimal";
}
