import { buildPlan } from "../codegen/plan/buildPlan.js";
import type { Plan } from "../codegen/plan/plan.js";
import { buildSurface } from "../codegen/surface/buildSurface.js";
import type { LockedSdk, Stems } from "../config/lock.js";
import type { NameTable } from "../ir/names.js";
import { Names } from "../naming/names.js";
import { ordered } from "../naming/ordered.js";
import { resolve } from "../naming/resolve.js";
import { shortest } from "../naming/shortest.js";
import type { ReadSdk } from "./readSdks.js";

export interface NamedSdk extends ReadSdk {
  readonly names: NameTable;
  /** What its code and pages share; null where nothing is called. */
  readonly plan: Plan | null;
}

const strategies = { ordered, shortest };

/** Stage 5: what the SDK offers, what it is called, and what code and pages share. `locked` is its part of the lock. */
export function nameSdk(sdk: ReadSdk, locked: LockedSdk | null): NamedSdk {
  const { calls } = sdk.target.core;
  const { name, naming } = sdk.configuration;
  const [api] = sdk.apis;
  if (calls === null || api === undefined) return { ...sdk, names: { sdk: name, names: [] }, plan: null };
  const { client, style, spelling, rules, operationNames = "short" } = calls;
  const surface = buildSurface(api, style);
  const stems = locked === null || locked.stems === null ? null : knownNames(locked.stems);
  const names = resolve(
    { sdk: name, client, surface, strategy: strategies[naming], spelling, operationNames, pins: locked?.names ?? new Map(), stems },
    sdk.report,
  );
  return { ...sdk, names, plan: buildPlan(surface, client, new Names(names), rules) };
}

/** Pages of a published SDK as the naming compares them: lower case, without folders and separators. */
function knownNames({ types, errors, sdks }: Stems): { readonly types: ReadonlySet<string>; readonly resources: ReadonlySet<string> } {
  const plain = (stems: readonly string[]) => new Set(stems.map((stem) => stem.slice(stem.lastIndexOf("/") + 1).replace(/[-_]/g, "")));
  return { types: plain([...types, ...errors]), resources: plain(sdks) };
}
