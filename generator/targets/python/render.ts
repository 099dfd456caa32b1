import type { GeneratedFile } from "../../codegen/generatedFile.js";
import { docsPages } from "./docs/pages.js";
import type { PythonPlan } from "./plan.js";
import { modelFiles } from "./views/models/modelFiles.js";
import { packageFiles } from "./views/package/packageFiles.js";

/** Prints a plan: the package and its pages. */
export function render(plan: PythonPlan): readonly GeneratedFile[] {
  return [...packageFiles(plan), ...modelFiles(plan), ...docsPages(plan)];
}
