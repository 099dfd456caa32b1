import { snakeCase } from "../../codegen/casing.js";
import type { Model, Plan } from "../../codegen/plan/plan.js";
import type { TemplateStore } from "../../codegen/templates.js";
import type { TargetRequest } from "../target.js";
import type { PythonOptions } from "./options.js";

/** What an SDK shares with those of other languages, and what only Python has. */
export interface PythonPlan extends Plan {
  readonly options: PythonOptions;
  /** Name of the variable that snippets keep the client in. */
  readonly variable: string;
  readonly templates: TemplateStore;
  readonly generator: string;
}

export function pythonPlan({ plan, options, templates, generator }: TargetRequest<PythonOptions>): PythonPlan {
  if (plan === null) throw new Error("a Python SDK was asked for without a document");
  return { ...plan, options, variable: variableOf(options), templates, generator };
}

/** Where the class of a model is: `models` or `errors`, as the SDK's callers import it. */
export function namespaceOf({ options }: PythonPlan, model: Model): "models" | "errors" {
  return model.kind === "object" && model.isError ? options.errorsModule : "models";
}

/** `acme = Acme()`; a name that is the package's own would hide it, so it becomes initials: `a_client`. */
function variableOf(options: PythonOptions): string {
  const name = snakeCase(options.client);
  if (name !== options.module) return name;
  const initials = name.split("_").map((word) => word.slice(0, 1));
  return `${initials.join("")}_client`;
}
