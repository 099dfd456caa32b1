import type { TypeId } from "../../../ir/ids.js";
import type { NamedType, Type } from "../../../ir/types.js";
import type { PythonPlan } from "../plan.js";
import { pyType, type TypeLookup } from "../pyType.js";
import { valueName } from "./declarations.js";
import { ImportSet } from "./imports.js";
import { type TypeScope, typeText } from "./typeText.js";

/** How types are written in a module of methods: as `models.X`, which loads the models when one is needed. */
export interface ResourceScope extends TypeScope {
  readonly typeOf: TypeLookup;
}

export function resourceScope(plan: PythonPlan): ResourceScope {
  const imports = new ImportSet();
  const types = new Map<TypeId, NamedType>(plan.surface.types.map(({ id, type }) => [id, type]));
  return {
    plan,
    imports,
    typesModule: ".types",
    codec: null,
    typeOf: (id) => types.get(id),
    model(model, twin) {
      const apart = model.kind === "object" && model.isError && plan.options.errorsModule === "errors";
      return `${imports.from(".", apart ? "errors" : "models")}.${twin ? `${model.name}TypedDict` : valueName(model)}`;
    },
  };
}

/** A type of the model as an annotation. */
export function modelTypeText(scope: ResourceScope, type: Type): string {
  return typeText(scope, pyType(type, scope.typeOf), "value");
}
