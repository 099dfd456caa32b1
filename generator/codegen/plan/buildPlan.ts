import type { TypeId } from "../../ir/ids.js";
import type { NamedType } from "../../ir/types.js";
import type { Method, Surface } from "../surface/surface.js";
import { SettledTypes } from "../types/settledTypes.js";
import type { Plan } from "./plan.js";
import { planClient, planGlobals } from "./planClient.js";
import { inARow, planMethods, planResources } from "./planMethods.js";
import { planModels } from "./planModels.js";
import type { NameLookup, PlanRules } from "./planning.js";
import { planClientSecurity } from "./planSecurity.js";

/** Surface, settled names and a language's few rules → all that its code and pages share. */
export function buildPlan(surface: Surface, className: string, names: NameLookup, rules: PlanRules): Plan {
  const byId = new Map<TypeId, NamedType>(surface.types.map(({ id, type }) => [id, type]));
  const types = new SettledTypes((id) => byId.get(id), rules.typeOf);
  const planning = { surface, names, types, rules, wrapped: wrappedResults(surface) };
  const models = planModels(planning);
  const modelOf = new Map(models.map((model) => [model.id, model]));
  const shared = { globals: planGlobals(planning), security: planClientSecurity(modelOf, planning) };
  const methods = planMethods(modelOf, shared, planning);
  const resources = planResources(methods, planning);
  return {
    api: surface.api,
    client: planClient(className, resources, methods, shared, planning),
    resources,
    allResources: inARow(resources),
    methods,
    models,
    modelOf,
    failedBodies: new Set(
      surface.methods.flatMap(({ errors }) => errors.flatMap(({ content }) => (content.type.kind === "ref" ? content.type.id : []))),
    ),
    typeOf: types.typeOf,
  };
}

/** The methods whose result has a type that was made for it, by that type. */
function wrappedResults({ methods }: Surface): ReadonlyMap<TypeId, Method> {
  return new Map(
    methods.flatMap((method) => {
      const { shape } = method.result;
      return shape.kind === "wrapper" || shape.kind === "union" ? [[shape.type, method] as const] : [];
    }),
  );
}
