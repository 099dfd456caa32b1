import { buildPlan } from "../../generator/codegen/plan/buildPlan.js";
import type { Plan } from "../../generator/codegen/plan/plan.js";
import { usualRules } from "../../generator/codegen/plan/planning.js";
import { buildSurface } from "../../generator/codegen/surface/buildSurface.js";
import { Names } from "../../generator/naming/names.js";
import { ordered } from "../../generator/naming/ordered.js";
import { resolve } from "../../generator/naming/resolve.js";
import { lowerText } from "./lowerText.js";
import { plainSpelling } from "./plainSpelling.js";

/** The plan of a document for a language that adds nothing: one request value for each call, and plain names. */
export function planOf(text: string): Plan {
  const { api } = lowerText(text);
  const surface = buildSurface(api, {
    bodies: "whole",
    maxArguments: 0,
    order: "parameters-first",
    bodyName: null,
    security: "value",
    operationSecurity: "client",
  });
  const spelling = plainSpelling;
  const names = resolve(
    { sdk: "a", client: "A", surface, strategy: ordered, spelling, operationNames: "whole", pins: new Map(), stems: null },
    () => undefined,
  );
  return buildPlan(surface, "A", new Names(names), usualRules);
}
