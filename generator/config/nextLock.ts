import type { NameTable } from "../ir/names.js";
import type { Lock, Pin } from "./lock.js";

/**
 * The lock after a run. Every name that an SDK has now is pinned; a pin whose address nobody uses any more stays, unless its name went to another address:
 * when the thing comes back it gets its old name. SDKs that were not part of the run keep what they had; stems have done their work.
 */
export function nextLock(before: Lock, tables: readonly NameTable[]): Lock {
  const sdks = new Map(before.sdks);
  for (const table of tables) {
    const sdk = before.sdks.get(table.sdk);
    // What describes other SDKs has no names of its own.
    if (sdk === undefined && table.names.length === 0) continue;
    sdks.set(table.sdk, { names: nextNames(sdk?.names ?? new Map(), table), stems: null, examples: sdk?.examples ?? new Map() });
  }
  return { ...before, sdks };
}

function nextNames(before: ReadonlyMap<string, Pin>, table: NameTable): ReadonlyMap<string, Pin> {
  const visible = table.names.filter(({ kind }) => kind !== "private");
  const names = new Map<string, Pin>(visible.map((name) => [name.address, { name: name.spelled, shape: name.shape, gone: false }]));
  const moved = new Set([...names.values()].map(identityOf));
  for (const [address, pin] of before) {
    if (!names.has(address) && !moved.has(identityOf(pin))) names.set(address, { ...pin, gone: true });
  }
  return names;
}

function identityOf(pin: Pin): string {
  return `${pin.shape}\n${pin.name}`;
}

/** What a run changed in the public names of one SDK. */
export interface NameChanges {
  readonly sdk: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Compares the names that an SDK has now with those that the lock held before the run; nothing for an SDK that the lock did not know.
 * A name that stays while its address changes is no change for those who call it.
 */
export function nameChanges(before: Lock, table: NameTable): NameChanges | null {
  const old = before.sdks.get(table.sdk)?.names;
  // A lock that no run has written yet holds at most a few pins that somebody wrote by hand.
  if (old === undefined || [...old.values()].every((pin) => pin.shape === "")) return null;
  const added: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  const now = new Set<string>();
  for (const name of table.names) {
    if (name.kind === "private") continue;
    now.add(name.address);
    const was = old.get(name.address);
    if (was === undefined || was.gone) added.push(name.spelled);
    else if (was.name !== name.spelled) renamed.push({ from: was.name, to: name.spelled });
  }
  const removed = [...old].filter(([address, pin]) => !now.has(address) && !pin.gone).map(([, pin]) => pin.name);
  const [stayed, left] = [new Set(removed), new Set(added)];
  return {
    sdk: table.sdk,
    added: unique(added.filter((name) => !stayed.has(name))),
    removed: unique(removed.filter((name) => !left.has(name))),
    renamed,
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
