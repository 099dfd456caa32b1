import { defineTarget } from "../target.js";
import { readPythonOptions } from "./options.js";
import { pythonPlan } from "./plan.js";
import { render } from "./render.js";

/** Python SDKs: sync and async methods over httpx, models in pydantic. */
export const pythonTarget = defineTarget({
  name: "python",
  readOptions: readPythonOptions,
  start: () => null,
  render: async (request) => render(pythonPlan(request)),
});
