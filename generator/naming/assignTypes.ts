import type { Address } from "../ir/node.js";
import { groups } from "../ir/node.js";

/** One type that wants a name: candidates from the most to the least liked, compared without case, because they become file names. */
export interface Wish {
  readonly address: Address;
  readonly namespace: string;
  readonly candidates: readonly string[];
}

/** The names that are gone, by namespace and without case; a name takes its companions along. */
export class TakenNames {
  private readonly names = new Set<string>();

  constructor(private readonly companions: (name: string) => readonly string[]) {}

  has(namespace: string, name: string): boolean {
    return [name, ...this.companions(name)].some((one) => this.names.has(`${namespace}/${one.toLowerCase()}`));
  }

  take(namespace: string, name: string): void {
    for (const one of [name, ...this.companions(name)]) this.names.add(`${namespace}/${one.toLowerCase()}`);
  }

  /** Takes the first name that is free in each of the namespaces, else the base with a number behind it. */
  claim(namespaces: readonly string[], wanted: readonly string[], base: string): string {
    const isFree = (name: string): boolean => !namespaces.some((namespace) => this.has(namespace, name));
    let name = wanted.find(isFree) ?? null;
    for (let n = 2; name === null; n += 1) {
      const numbered = `${base}${/\d$/.test(base) ? "_" : ""}${n}`;
      if (isFree(numbered)) name = numbered;
    }
    for (const namespace of namespaces) this.take(namespace, name);
    return name;
  }
}

/** Each takes its first free candidate, in order; then a digit behind its longest one. */
export function firstComeFirstServed(wishes: readonly Wish[], taken: TakenNames): ReadonlyMap<Address, string> {
  return new Map(wishes.map((wish) => [wish.address, claim(wish, wish.candidates, taken)]));
}

/** Those that want the same name all take their next candidate, round by round, until each name is wanted once. */
export function allLengthen(wishes: readonly Wish[], taken: TakenNames): ReadonlyMap<Address, string> {
  const level = new Map(wishes.map(({ address }) => [address, 0]));
  const chosen = (wish: Wish): string | undefined => wish.candidates[level.get(wish.address) ?? 0];
  for (let round = 0; round < 64; round += 1) {
    const wanted = groups(wishes, (wish) => `${wish.namespace}/${(chosen(wish) ?? "").toLowerCase()}`);
    let moved = false;
    for (const group of wanted.values()) {
      for (const wish of group) {
        const at = level.get(wish.address) ?? 0;
        const clash = group.length > 1 || taken.has(wish.namespace, wish.candidates[at] ?? "");
        if (!clash || at + 1 >= wish.candidates.length) continue;
        level.set(wish.address, at + 1);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return new Map(
    wishes.map((wish) => {
      const name = chosen(wish);
      return [wish.address, claim(wish, name === undefined ? [] : [name], taken)];
    }),
  );
}

/** One of the wanted names; else the longest one, as it is or with a number. */
function claim({ namespace, candidates }: Wish, wanted: readonly string[], taken: TakenNames): string {
  const longest = candidates.at(-1) ?? "Type";
  return taken.claim([namespace], [...wanted, longest], longest);
}
