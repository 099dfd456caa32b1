import type { GeneratedFile } from "../../codegen/generatedFile.js";
import { modelPages } from "./docs/modelPages.js";
import { sdkPages } from "./docs/sdkPages.js";
import { sharedPages } from "./docs/sharedPages.js";
import type { TypeScriptPlan } from "./plan.js";
import type { ClassPrinter } from "./printer.js";
import { codecFiles } from "./views/codecFiles.js";
import { configFile } from "./views/configFile.js";
import { entryFiles } from "./views/entryFiles.js";
import { fixedErrors } from "./views/fixedErrors.js";
import { functionFiles } from "./views/functionFiles.js";
import { modelFiles } from "./views/modelFiles.js";
import { packageFiles } from "./views/packageFiles.js";
import { readmeFile } from "./views/readmeFile.js";
import { resourceClasses } from "./views/resourceClasses.js";
import { runtimeFiles } from "./views/runtimeFiles.js";
import { wireFiles } from "./views/wireFile.js";

/** Prints a plan: the package, its code and its pages. The classes are printed beside the rest. */
export async function render(plan: TypeScriptPlan, printer: ClassPrinter): Promise<readonly GeneratedFile[]> {
  const classes = printer.print(resourceClasses(plan));
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
    ...sdkPages(plan),
    ...modelPages(plan),
    ...sharedPages(plan),
  ];
  return [...files, ...(await wireFiles(plan)), ...(await classes)];
}
