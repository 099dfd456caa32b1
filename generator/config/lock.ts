import type { JsonObject } from "../ir/json.js";

/**
 * What must stay the same from one run to the next: the public name of each address in each SDK, and the example values that the docs show.
 * It is written by the generator and committed by its user. Maps, because addresses come from documents and may read "404" or "__proto__".
 */
export interface Lock {
  readonly lockVersion: 1;
  readonly sdks: ReadonlyMap<string, LockedSdk>;
  /** operationId (or "<method>_<path>") → name of the example → values. */
  readonly examples: LockedExamples;
}

export interface LockedSdk {
  /** Address → pin. */
  readonly names: ReadonlyMap<string, Pin>;
  /** What is known of an SDK that was made by another generator, until its names are pinned: null from then on. */
  readonly stems: Stems | null;
  /** Examples that this SDK's docs show instead of the shared ones: two published SDKs may have chosen different values. */
  readonly examples: LockedExamples;
}

export interface Pin {
  readonly name: string;
  /** Hash of what the name stands for: finds it again after its address went. Empty in a pin that was written by hand. */
  readonly shape: string;
  /** Nothing has this address at present: the name is kept for its return. */
  readonly gone: boolean;
}

/**
 * Pages of a published SDK, in lower case and without `.md`. They hold no spelling, so they choose among the candidates of the naming rules.
 * `types` and `errors` keep folders below `docs/models` ("components/thing").
 */
export interface Stems {
  readonly types: readonly string[];
  readonly sdks: readonly string[];
  readonly errors: readonly string[];
}

export type LockedExamples = ReadonlyMap<string, ReadonlyMap<string, LockedExample>>;

/** Values of one call, by their wire names. */
export interface LockedExample {
  readonly path: JsonObject;
  readonly query: JsonObject;
  readonly header: JsonObject;
  readonly cookie: JsonObject;
  /** Media type → body. */
  readonly bodies: JsonObject;
}

export const emptyLock: Lock = { lockVersion: 1, sdks: new Map(), examples: new Map() };

/** The examples of one SDK: its own win, operation by operation. */
export function examplesOf(lock: Lock, sdk: string): LockedExamples {
  const own = lock.sdks.get(sdk)?.examples;
  return own === undefined || own.size === 0 ? lock.examples : new Map([...lock.examples, ...own]);
}
