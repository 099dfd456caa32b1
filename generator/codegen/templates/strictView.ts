import type { View } from "./templateStore.js";

/**
 * A view that throws when a template reads a key that it does not have, at any depth: Handlebars' own strictness lets `{{#if missing}}` and `{{#each missing}}` pass.
 * Used where templates run from their sources, that is in tests.
 */
export function strictView(name: string, view: View): View {
  const guarded = new WeakMap<object, object>();
  const guard = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = guarded.get(value);
    if (known !== undefined) return known;
    const proxy = new Proxy(value, {
      get(target, key) {
        if (typeof key === "string" && !(key in target)) throw new Error(`the view of ${name} has no "${path}${key}"`);
        const found: unknown = Reflect.get(target, key);
        return typeof key === "string" ? guard(found, `${path}${key}.`) : found;
      },
    });
    guarded.set(value, proxy);
    return proxy;
  };
  const root = guard(view, "");
  return typeof root === "object" && root !== null ? root : view;
}
