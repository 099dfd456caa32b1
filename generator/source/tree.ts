import { MAX_ALIASED, MAX_DEPTH } from "./limits.js";
import { type Draft, type DraftObject, isDraftObject, setOwn } from "./values.js";

/** A tree, or the keys that lead to the value which makes it impossible. */
type Unshared =
  | { readonly kind: "tree"; readonly value: Draft }
  | { readonly kind: "cycle" | "tooMany" | "tooDeep"; readonly keys: readonly string[] };

/** True when values are nested deeper than `MAX_DEPTH`. For values without sharing, as `JSON.parse` makes them. */
export function isTooDeep(value: Draft, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, depth + 1));
  for (const key in value) if (isTooDeep(value[key] ?? null, depth + 1)) return true;
  return false;
}

/** The number of keys of all objects in a tree. */
export function countKeys(value: Draft): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item);
    return count;
  }
  for (const key in value) count += 1 + countKeys(value[key] ?? null);
  return count;
}

/**
 * YAML aliases make one value stand in two places, even inside itself. Gives each place a value of its own, so that every value has exactly
 * one pointer and an overlay changes one place only; the parsed value is changed in place. A cycle has no such tree, and aliases of aliases
 * could make it larger than any memory.
 */
export function unshare(root: Draft): Unshared {
  const seen = new Set<object>();
  const around = new Set<object>();
  const path: string[] = [];
  let added = 0;

  const visit = (container: Draft[] | DraftObject): "cycle" | "tooMany" | "tooDeep" | null => {
    if (path.length > MAX_DEPTH) return "tooDeep";
    seen.add(container);
    around.add(container);
    for (const key of Object.keys(container)) {
      const child = Array.isArray(container) ? container[Number(key)] : container[key];
      if (typeof child !== "object" || child === null) continue;
      path.push(key);
      if (around.has(child)) return "cycle";
      const mine = seen.has(child) ? shallowCopy(child) : child;
      if (mine !== child) {
        added += Object.keys(mine).length + 1;
        if (added > MAX_ALIASED) return "tooMany";
        put(container, key, mine);
      }
      const problem = visit(mine);
      if (problem !== null) return problem;
      path.pop();
    }
    around.delete(container);
    return null;
  };

  const problem = Array.isArray(root) || isDraftObject(root) ? visit(root) : null;
  return problem === null ? { kind: "tree", value: root } : { kind: problem, keys: path };
}

function shallowCopy(value: Draft[] | DraftObject): Draft[] | DraftObject {
  if (Array.isArray(value)) return [...value];
  const copy: DraftObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, value[key] ?? null);
  return copy;
}

function put(container: Draft[] | DraftObject, key: string, value: Draft): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else setOwn(container, key, value);
}
