import { snakeCase } from "../../codegen/casing.js";
import type { Surface } from "../../codegen/surface/surface.js";
import type { TypeId } from "../../ir/ids.js";
import type { NamedType } from "../../ir/types.js";
import { Names } from "../../naming/names.js";
import type { TargetRequest } from "../target.js";
import type { PythonOptions } from "./options.js";
import type { PythonPlan } from "./plan.js";
import { planMethods, planResources } from "./planMethods.js";
import { planField, planModels } from "./planModels.js";

/** Decides everything that the code and the pages of a Python SDK share. */
export function makePlan(request: TargetRequest<PythonOptions>): PythonPlan {
  const { options } = request;
  const [surface] = request.surfaces;
  if (surface === undefined) throw new Error("a Python SDK was asked for without a document");
  const names = new Names(request.names);
  const models = planModels(surface, names, options);
  const modelOf = new Map(models.map((model) => [model.id, model]));
  const methods = planMethods(surface, names, options, modelOf);
  const resources = planResources(surface, names, methods);
  return {
    options,
    surface,
    models,
    modelOf,
    resources,
    methods,
    client: {
      className: options.client,
      variable: variableOf(options),
      resources,
      methods: methods.filter(({ resource }) => resource === null),
      globals: globalFields(surface, names),
    },
    templates: request.templates,
    generator: request.generator,
  };
}

function globalFields(surface: Surface, names: Names) {
  const types = new Map<TypeId, NamedType>(surface.types.map(({ id, type }) => [id, type]));
  return surface.api.globals.map((parameter) => ({ ...planField(parameter, names, (id) => types.get(id)), required: false }));
}

/** `acme = Acme()`; a name that is the package's own would hide it, so it becomes initials: `a_client`. */
function variableOf(options: PythonOptions): string {
  const name = snakeCase(options.client);
  if (name !== options.module) return name;
  return `${name
    .split("_")
    .map((word) => word.slice(0, 1))
    .join("")}_client`;
}
