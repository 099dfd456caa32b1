import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { PythonPlan } from "../plan.js";
import { modelPages } from "./modelPages.js";
import { sdkPages } from "./sdkPages.js";

/** Every reference page: resources, models and errors, and the constant page of the retry settings. */
export function docsPages(plan: PythonPlan): readonly GeneratedFile[] {
  const retries = plan.templates.render("python/docs/retryconfig.md", {}).trimEnd();
  return [...sdkPages(plan), ...modelPages(plan), { path: "docs/models/utils/retryconfig.md", text: retries, owner: "generator" }];
}
