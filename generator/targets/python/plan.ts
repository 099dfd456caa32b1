import { snakeCase } from "../../codegen/casing.js";
import type { Model } from "../../codegen/plan/plan.js";
import type { Planned, SdkPlan } from "../sdkPlan.js";
import type { PythonOptions } from "./options.js";
import { pageStem } from "./text.js";

export type PythonPlan = SdkPlan<PythonOptions>;

export function pythonPlan(planned: Planned<PythonOptions>): PythonPlan {
  return {
    ...planned,
    variable: variableOf(planned.options),
    anchor: ({ name }) => name,
    pages: {
      nameOf: (model) => `${namespaceOf(planned, model)}.${model.name}`,
      pathOf: (model) => `${namespaceOf(planned, model)}/${pageStem(model.name)}`,
    },
  };
}

/** Where the class of a model is: `models` or `errors`, as the SDK's callers import it. */
export function namespaceOf({ options }: Pick<PythonPlan, "options">, model: Model): "models" | "errors" {
  return model.kind === "object" && model.isError ? options.errorsModule : "models";
}

/** `acme = Acme()`; a name that is the package's own would hide it, so it becomes initials: `a_client`. */
function variableOf(options: PythonOptions): string {
  const name = snakeCase(options.client);
  if (name !== options.module) return name;
  const initials = name.split("_").map((word) => word.slice(0, 1));
  return `${initials.join("")}_client`;
}
