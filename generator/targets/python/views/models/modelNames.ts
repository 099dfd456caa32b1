import type { PythonPlan } from "../../plan.js";
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
