import type { GeneratedFile } from "../../codegen/generatedFile.js";
import { docsPages } from "./docs/pages.js";
import type { PythonPlan } from "./plan.js";

/** Prints a plan: the package and its pages. */
export function render(plan: PythonPlan): readonly GeneratedFile[] {
  return [...docsPages(plan)];
}
