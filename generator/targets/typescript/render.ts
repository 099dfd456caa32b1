import { modelPages } from "../../codegen/docs/modelPages.js";
import { sdkPages } from "../../codegen/docs/sdkPages.js";
import type { GeneratedFile } from "../../codegen/generatedFile.js";
import { pageLanguage } from "./docs/pageLanguage.js";
import { sharedPages } from "./docs/sharedPages.js";
import type { TypeScriptPlan } from "./plan.js";
import type { ClassPrinter } from "./printer/printer.js";
import { configFile } from "./views/client/configFile.js";
import { entryFiles } from "./views/client/entryFiles.js";
import { functionFiles } from "./views/methods/functionFiles.js";
import { resourceClasses } from "./views/methods/resourceClasses.js";
import { codecFiles } from "./views/models/codecFiles.js";
import { fixedErrors } from "./views/models/fixedErrors.js";
import { modelFiles } from "./views/models/modelFiles.js";
import { wireFiles } from "./views/models/wireFile.js";
import { packageFiles } from "./views/package/packageFiles.js";
import { readmeFile } from "./views/package/readmeFile.js";
import { runtimeFiles } from "./views/package/runtimeFiles.js";

/** Prints a plan: the package, its code and its pages. The classes are printed beside the rest. */
export async function render(plan: TypeScriptPlan, printer: ClassPrinter): Promise<readonly GeneratedFile[]> {
  const classes = printer.print(resourceClasses(plan));
  const language = pageLanguage(plan);
  const files = [
    ...runtimeFiles(plan),
    configFile(plan),
    ...entryFiles(plan),
    ...codecFiles(plan),
    ...modelFiles(plan),
    ...fixedErrors(plan),
    ...functionFiles(plan),
    ...packageFiles(plan),
    readmeFile(plan),
    ...sdkPages(language),
    ...modelPages(language),
    ...sharedPages(plan),
  ];
  return [...files, ...(await wireFiles(plan)), ...(await classes)];
}
