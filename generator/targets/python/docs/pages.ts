import { modelPages } from "../../../codegen/docs/modelPages.js";
import { sdkPages } from "../../../codegen/docs/sdkPages.js";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { PythonPlan } from "../plan.js";
import { pageLanguage } from "./pageLanguage.js";

/** Every reference page: resources, models and errors, and the constant page of the retry settings. */
export function docsPages(plan: PythonPlan): readonly GeneratedFile[] {
  const language = pageLanguage(plan);
  const retries = plan.templates.render("python/docs/retryconfig.md", {}).trimEnd();
  return [...sdkPages(language), ...modelPages(language), { path: "docs/models/utils/retryconfig.md", text: retries, owner: "generator" }];
}
