import { lowerText } from "../../lower/testing/lowerText.js";
import { Names } from "../../naming/names.js";
import { ordered } from "../../naming/ordered.js";
import { resolve } from "../../naming/resolve.js";
import { plainSpelling } from "../../naming/testing/plainSpelling.js";
import { buildPlan } from "../plan/buildPlan.js";
import type { Plan } from "../plan/plan.js";
import { usualRules } from "../plan/planning.js";
import { buildSurface } from "../surface/buildSurface.js";

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
