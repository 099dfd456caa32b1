import { snakeCase } from "../../../../codegen/casing.js";
import type { Model } from "../../../../codegen/plan/plan.js";
import type { PythonPlan } from "../../plan.js";
import { pageStem } from "../../text.js";
import { declaredNames } from "./declarations.js";

/** Every class name of the API: an import that has one of them steps aside. */
export function declaredNamesOf({ options, models }: PythonPlan): ReadonlySet<string> {
  return new Set([options.baseError, options.defaultError, ...models.flatMap((model) => [model.name, ...declaredNames(model)])]);
}

/** Without case, as isort has names. */
export function byName(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left === right ? (a < b ? -1 : 1) : left < right ? -1 : 1;
}

/**
 * The modules that older SDKs had, one per schema and one per operation (`tokens_listop`), with the names that they held: code of users imports from them.
 */
export function stemsOf(plan: PythonPlan, part: "models" | "errors" | "all"): ReadonlyMap<string, readonly string[]> {
  const stems = new Map<string, string[]>();
  const add = (stem: string, names: readonly string[]): void => {
    stems.set(stem, [...new Set([...(stems.get(stem) ?? []), ...names])].sort());
  };
  for (const model of plan.models) {
    const isError = model.kind === "object" && model.isError;
    if (part !== "all" && (part === "errors") !== isError) continue;
    add(stemOf(model), isError ? [model.name, ...declaredNames(model)] : declaredNames(model));
  }
  if (part !== "models") {
    add(pageStem(plan.options.baseError), [plan.options.baseError]);
    add(pageStem(plan.options.defaultError), [plan.options.defaultError]);
    add("responsevalidationerror", ["ResponseValidationError"]);
    add("no_response_error", ["NoResponseError"]);
  }
  return stems;
}

/** An inline type stands beside what holds it: the component at the root of its trail, or its operation. */
function stemOf(model: Model): string {
  const [root] = model.trail;
  if (root?.role === "operation") return `${snakeCase(root.key)}op`;
  if (root?.role === "component") return pageStem(root.key.replace(/[^A-Za-z0-9_]+/g, "_"));
  return pageStem(model.name);
}
