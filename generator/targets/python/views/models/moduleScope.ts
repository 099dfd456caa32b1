import type { Property } from "../../../../codegen/plan/plan.js";
import { withoutNull } from "../../../../codegen/types/settledTypes.js";
import type { PythonPlan } from "../../plan.js";
import type { TypeScope } from "../../typeText.js";

/** What the declarations of one module share. */
export interface ModuleScope extends TypeScope {
  /** Names that a line of this module has made available as `_name` for classes that hide them. */
  readonly outerNames: Set<string>;
  /** Names that stood in quotes so far, since they belong to a circle of types. */
  readonly quoted: Set<string>;
}

/** A constant's attribute is in capitals; the TypedDict keeps the plain name. */
export function attributeName({ options }: PythonPlan, { name, type }: Property): string {
  return withoutNull(type).kind === "literal" && options.upperConstants ? name.toUpperCase() : name;
}
