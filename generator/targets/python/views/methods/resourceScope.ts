import { ImportSet } from "../../imports.js";
import { namespaceOf, type PythonPlan } from "../../plan.js";
import type { TypeScope } from "../../typeText.js";

/** How types are written in a module of methods: as `models.X`, which loads the models when one is needed. */
export function resourceScope(plan: PythonPlan): TypeScope {
  const imports = new ImportSet();
  return {
    plan,
    imports,
    typesModule: ".types",
    codec: null,
    model: (model, twin) => `${imports.from(".", namespaceOf(plan, model))}.${twin ? `${model.name}TypedDict` : model.valueName}`,
  };
}
