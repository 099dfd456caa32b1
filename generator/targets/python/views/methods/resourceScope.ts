import { ImportSet } from "../../imports.js";
import { namespaceOf, type PythonPlan } from "../../plan.js";
import type { TypeScope } from "../../typeText.js";

/** How types are written in a module of methods: as `models.X`, which loads the models when one is needed. A member of the class hides what is imported under its name. */
export function resourceScope(plan: PythonPlan, members: readonly string[]): TypeScope {
  const imports = new ImportSet(new Set(members));
  return {
    plan,
    imports,
    typesModule: ".types",
    codec: null,
    asValues: true,
    model: (model, twin) => `${imports.from(".", namespaceOf(plan, model))}.${twin ? `${model.name}TypedDict` : model.valueName}`,
  };
}
