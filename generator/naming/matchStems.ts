import type { Address } from "../ir/node.js";
import type { Wish } from "./assignTypes.js";

/**
 * The pages of a published SDK say which names exist, in lower case, but not whose they are. The rules propose candidates for each type; this gives each
 * stem to one type so that as many types as possible have one, earlier types and liked candidates first (augmenting paths, Kuhn 1955).
 * Types that no stem fits are not in the result.
 */
export function matchStems(wishes: readonly Wish[], stems: ReadonlySet<string>): ReadonlyMap<Address, string> {
  const owner = new Map<string, number>();
  const chosen = new Map<number, string>();
  const known = wishes.map((wish) => wish.candidates.filter((name) => stems.has(name.toLowerCase())));

  const place = (index: number, visited: Set<string>): boolean => {
    const free = known[index]?.find((name) => !owner.has(name.toLowerCase()));
    if (free !== undefined) {
      owner.set(free.toLowerCase(), index);
      chosen.set(index, free);
      return true;
    }
    for (const name of known[index] ?? []) {
      const stem = name.toLowerCase();
      if (visited.has(stem)) continue;
      visited.add(stem);
      const holder = owner.get(stem);
      if (holder !== undefined && place(holder, visited)) {
        owner.set(stem, index);
        chosen.set(index, name);
        return true;
      }
    }
    return false;
  };
  for (const index of wishes.keys()) place(index, new Set());

  const names = new Map<Address, string>();
  for (const [index, name] of chosen) {
    const wish = wishes[index];
    if (wish !== undefined) names.set(wish.address, name);
  }
  return names;
}
