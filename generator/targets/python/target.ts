import { sdkTarget } from "../sdkTarget.js";
import { pageWords } from "./docs/pageLanguage.js";
import { readPythonOptions } from "./options.js";
import { pythonPlan } from "./plan.js";
import { modelFiles } from "./views/models/modelFiles.js";
import { packageFiles } from "./views/package/packageFiles.js";

/** Python SDKs: sync and async methods over httpx, models in pydantic. */
export const pythonTarget = sdkTarget({
  name: "python",
  readOptions: readPythonOptions,
  start: () => null,
  plan: pythonPlan,
  pages: pageWords,
  files: async (plan) => [...packageFiles(plan), ...modelFiles(plan)],
});
