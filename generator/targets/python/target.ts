import { defineTarget } from "../target.js";
import { makePlan } from "./makePlan.js";
import { type PythonOptions, readPythonOptions } from "./options.js";
import type { PythonPlan } from "./plan.js";
import { render } from "./render.js";

/** Python SDKs: sync and async methods over httpx, models in pydantic. */
export const pythonTarget = defineTarget<PythonOptions, PythonPlan, null>({
  name: "python",
  readOptions: readPythonOptions,
  start: () => null,
  plan: makePlan,
  render: async (plan) => render(plan),
});
