import type { TypeId } from "../../ir/ids.js";
import { refsOf } from "../../ir/types.js";
import type { Method, Model, Plan } from "../plan/plan.js";

/** The named types that the declaration of a model refers to. */
export function referencesOf(model: Model): readonly TypeId[] {
  switch (model.kind) {
    case "object":
      return [...model.fields.flatMap(({ type }) => refsOf(type)), ...(model.rest === null ? [] : refsOf(model.rest))];
    case "union":
      return model.members.flatMap(({ type }) => refsOf(type));
    case "alias":
      return refsOf(model.of);
    case "enum":
      return [];
  }
}

/**
 * For each model the users whose calls lead to it: `userOf` says who a method belongs to, `others` whose a model is that no call shows (payloads of webhooks,
 * credentials of the client). If A refers to B, whoever uses A uses B, and models that refer to each other have the same users.
 */
export function usersOf(
  { models, modelOf, methods }: Pick<Plan, "models" | "modelOf" | "methods">,
  userOf: (method: Method) => string,
  others: (model: Model) => string,
): ReadonlyMap<TypeId, ReadonlySet<string>> {
  const users = new Map<TypeId, Set<string>>();
  const enter = (user: string, from: TypeId): void => {
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const model = modelOf.get(id);
      const known = users.get(id) ?? new Set<string>();
      if (model === undefined || known.has(user)) continue;
      users.set(id, known.add(user));
      open.push(...referencesOf(model));
    }
  };
  for (const method of methods) for (const id of method.types) enter(userOf(method), id);
  for (const model of models) if (!users.has(model.id)) enter(others(model), model.id);
  return users;
}
