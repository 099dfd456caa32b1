import { methodUnsupported } from "../../diagnostics/targets.js";
import { sdkTarget } from "../sdkTarget.js";
import { pageWords } from "./docs/pageLanguage.js";
import { sharedPages } from "./docs/sharedPages.js";
import { readTypeScriptOptions } from "./options.js";
import { typescriptPlan } from "./plan.js";
import { startPrinter } from "./printer/printer.js";
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

/** What `fetch` refuses to send (Fetch, 2.2.1). */
const forbidden = new Set(["TRACE", "TRACK", "CONNECT"]);

/** TypeScript SDKs: an ESM and CommonJS package without dependencies. The classes are printed beside the rest. */
export const typescriptTarget = sdkTarget({
  name: "typescript",
  readOptions: readTypeScriptOptions,
  start: startPrinter,
  plan: typescriptPlan,
  pages: pageWords,
  async files(plan, printer, report) {
    for (const { method, origin } of plan.api.operations)
      if (forbidden.has(method.toUpperCase())) report(methodUnsupported(origin, { method: method.toUpperCase(), language: "TypeScript" }));
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
      ...sharedPages(plan),
    ];
    return [...files, ...(await wireFiles(plan)), ...(await classes)];
  },
});
