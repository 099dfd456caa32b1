import { snakeCase } from "../../../../codegen/casing.js";
import type { Model } from "../../../../codegen/plan/plan.js";
import { wrapsModel } from "../../../../codegen/plan/planning.js";
import { components } from "../../../../codegen/types/components.js";
import { referencesOf, usersOf } from "../../../../codegen/types/references.js";
import { uniqueNames } from "../../../../codegen/uniqueNames.js";
import { groups } from "../../../../ir/node.js";
import type { PythonPlan } from "../../plan.js";

/** A private module of models: `_tokens`, `_shared_pagination`. Declarations stand in an order in which each follows what it needs. */
export interface ModelModule {
  readonly name: string;
  readonly models: readonly Model[];
}

/**
 * Puts models into modules by the exact set of resources that use them, so that a call loads what it needs and nothing else: a module only imports modules
 * with more users, so imports never form a circle.
 */
export function modelModules(plan: PythonPlan): readonly ModelModule[] {
  const users = usersOf(
    plan,
    ({ path }) => snakeCase(path[0] ?? "client"),
    ({ role }) => (role === "credential" ? "security" : role === "security" || role === "globals" ? role : "types"),
  );
  const modules = groups(
    plan.models.filter((model) => !wrapsModel(model)),
    ({ id }) => [...(users.get(id) ?? [])].sort().join(" "),
  );
  const names = uniqueNames(
    [...modules].map(([key, [first]]) => (key.includes(" ") ? `_shared_${snakeCase(first?.name ?? "")}` : `_${key}`)),
    ["_errors", "_stems"],
  );
  return [...modules.values()].map((models, i) => ({ name: names[i] ?? "", models: inOrder(models) }));
}

/**
 * What a model needs comes first. In a circle the classes come before the unions and aliases: a class finds a quoted name wherever it is used, while an
 * alias is read by the modules that import it, which do not have the names inside.
 */
function inOrder(models: readonly Model[]): readonly Model[] {
  const here = new Map(models.map((model) => [model.id, model]));
  const needsOf = (model: Model): readonly Model[] => referencesOf(model).flatMap((id) => here.get(id) ?? []);
  return components(models, needsOf).flatMap((circle) => {
    if (circle.length === 1) return circle;
    const members = new Set(circle);
    const aliases = new Set(circle.filter(({ kind }) => kind !== "object"));
    const classes = models.filter((model) => members.has(model) && !aliases.has(model));
    const sorted = components([...aliases], (alias) => needsOf(alias).filter((need) => aliases.has(need)));
    return [...classes, ...sorted.flat()];
  });
}
