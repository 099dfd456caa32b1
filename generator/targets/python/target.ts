import { defineTarget } from "../target.js";
import { docsPages } from "./docs/pages.js";
import { readPythonOptions } from "./options.js";
import { pythonPlan } from "./plan.js";
import { modelFiles } from "./views/models/modelFiles.js";
import { packageFiles } from "./views/package/packageFiles.js";

/** Python SDKs: sync and async methods over httpx, models in pydantic. */
export const pythonTarget = defineTarget({
  name: "python",
  readOptions: readPythonOptions,
  start: () => null,
  async render(request) {
    const plan = pythonPlan(request);
    return [...packageFiles(plan), ...modelFiles(plan), ...docsPages(plan)];
  },
});
