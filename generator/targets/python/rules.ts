import type { PlanRules } from "../../codegen/plan/planning.js";

/** What Python decides of its own: null is a type of nothing but None, and a scalar default stands in for a value that the document requires. */
export const pythonRules: PlanRules = {
  typeOf: (type) => (type.kind === "null" ? { kind: "nullable", of: { kind: "any", why: null } } : type),
  required({ presence, default: byDefault }, type) {
    const value = byDefault?.value ?? null;
    return presence === "required" && (value === null || typeof value === "object" || type.kind === "literal");
  },
  emptyResult: "whole",
};
