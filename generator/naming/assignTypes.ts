import type { Address } from "../ir/node.js";

/** One type that wants a name: candidates from the most to the least liked, compared without case, because they become file names. */
export interface Wish {
  readonly address: Address;
  readonly namespace: string;
  readonly candidates: readonly string[];
}

export interface Taken {
  has(namespace: string, name: string): boolean;
  take(namespace: string, name: string): void;
}

/** The names that are gone, by namespace and without case; a name takes its companions along. */
export class TakenNames implements Taken {
  private readonly names = new Set<string>();

  constructor(private readonly companions: (name: string) => readonly string[]) {}

  has(namespace: string, name: string): boolean {
    return [name, ...this.companions(name)].some((one) => this.names.has(`${namespace}/${one.toLowerCase()}`));
  }

  take(namespace: string, name: string): void {
    for (const one of [name, ...this.companions(name)]) this.names.add(`${namespace}/${one.toLowerCase()}`);
  }
}

/** Each takes its first free candidate, in order; then a digit behind its longest one. */
export function firstComeFirstServed(wishes: readonly Wish[], taken: Taken): ReadonlyMap<Address, string> {
  const names = new Map<Address, string>();
  for (const wish of wishes) {
    const free = wish.candidates.find((name) => !taken.has(wish.namespace, name));
    names.set(wish.address, claim(wish, free ?? null, taken));
  }
  return names;
}

/** Those that want the same name all take their next candidate, round by round, until each name is wanted once. */
export function allLengthen(wishes: readonly Wish[], taken: Taken): ReadonlyMap<Address, string> {
  const level = new Map(wishes.map(({ address }) => [address, 0]));
  for (let round = 0; round < 64; round += 1) {
    const wanted = new Map<string, Wish[]>();
    for (const wish of wishes) {
      const key = `${wish.namespace}/${(wish.candidates[level.get(wish.address) ?? 0] ?? "").toLowerCase()}`;
      const group = wanted.get(key);
      if (group === undefined) wanted.set(key, [wish]);
      else group.push(wish);
    }
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
  const names = new Map<Address, string>();
  for (const wish of wishes) {
    const name = wish.candidates[level.get(wish.address) ?? 0] ?? null;
    names.set(wish.address, claim(wish, name !== null && !taken.has(wish.namespace, name) ? name : null, taken));
  }
  return names;
}

function claim(wish: Wish, free: string | null, taken: Taken): string {
  let name = free ?? wish.candidates.at(-1) ?? "Type";
  if (free === null) {
    const base = name;
    for (let n = 2; taken.has(wish.namespace, name); n += 1) name = `${base}${/\d$/.test(base) ? "_" : ""}${n}`;
  }
  taken.take(wish.namespace, name);
  return name;
}
