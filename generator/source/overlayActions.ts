import { isObject, type Json, type JsonObject } from "../ir/json.js";
import type { Match } from "./overlayPath.js";
import { type Provenances, recordProvenance } from "./provenance.js";
import { copyOf, type Draft, type DraftObject, isArray, isDraftObject, setOwn } from "./values.js";

/** One update of one value. */
interface Update {
  readonly match: Match;
  readonly value: Json;
  /** Whether a list is appended to a list item by item (the legacy dialect) or as one item (the specification). */
  readonly concatenate: boolean;
  /** The file of the overlay and the keys of `value` in it: where the document's new parts come from. */
  readonly source: number;
  readonly keys: readonly string[];
  readonly provenances: Provenances;
}

/**
 * Updates a value: objects are merged, lists get the update appended, other values are replaced by such values. False when the kinds do not fit.
 * The update is copied, so two places never share a value. Overlay Specification 1.1.0, 4.4.3.
 */
export function applyUpdate(update: Update): boolean {
  const { match, value } = update;
  if (isDraftObject(match.value)) {
    if (!isObject(value)) return false;
    merge(update, match.value, value, update.keys);
    return true;
  }
  if (Array.isArray(match.value)) {
    if (isArray(value) && update.concatenate) append(update, match.value, value, update.keys);
    else append(update, match.value, [value], update.keys, "theListItself");
    return true;
  }
  const key = match.keys.at(-1);
  if (isObject(value) || isArray(value) || match.container === null || key === undefined) return false;
  put(update, match.container, key, value, update.keys);
  return true;
}

/** Merges deeply: objects key by key, lists end to end; everything else is replaced. */
function merge(update: Update, target: DraftObject, source: JsonObject, keys: readonly string[]): void {
  for (const key of Object.keys(source)) {
    const value = source[key] ?? null;
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isDraftObject(present) && isObject(value)) merge(update, present, value, [...keys, key]);
    else if (Array.isArray(present) && isArray(value)) append(update, present, value, [...keys, key]);
    else put(update, target, key, value, [...keys, key]);
  }
}

function append(
  update: Update,
  target: Draft[],
  items: readonly Json[],
  keys: readonly string[],
  each: "anItem" | "theListItself" = "anItem",
): void {
  items.forEach((item, index) => {
    put(update, target, String(target.length), item, each === "anItem" ? [...keys, String(index)] : keys);
  });
}

function put({ source, provenances }: Update, container: Draft[] | DraftObject, key: string, value: Json, keys: readonly string[]): void {
  if (Array.isArray(container)) container[Number(key)] = copyOf(value);
  else setOwn(container, key, copyOf(value));
  recordProvenance(provenances, container, key, { kind: "elsewhere", source, keys });
}

/** Removes values; the items behind a removed list item move up, but are still found where their text stands. */
export function removeMatches(matches: readonly Match[], provenances: Provenances): void {
  const removed = new Map<Draft[] | DraftObject, Set<string>>();
  for (const { container, keys } of matches) {
    const key = keys.at(-1);
    if (container === null || key === undefined) continue;
    removed.set(container, (removed.get(container) ?? new Set()).add(key));
  }
  for (const [container, keys] of removed) {
    if (Array.isArray(container)) removeItems(container, keys, provenances);
    else for (const key of keys) delete container[key];
  }
}

function removeItems(list: Draft[], removed: ReadonlySet<string>, provenances: Provenances): void {
  const before = provenances.get(list);
  const kept = list.map((value, index) => ({ value, key: String(index) })).filter(({ key }) => !removed.has(key));
  provenances.set(list, new Map(kept.map(({ key }, index) => [String(index), before?.get(key) ?? { kind: "renamed", key }])));
  list.splice(0, list.length, ...kept.map(({ value }) => value));
}
