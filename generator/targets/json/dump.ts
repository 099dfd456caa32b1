import type { Api } from "../../ir/api.js";
import type { Name } from "../../ir/names.js";
import type { TargetRequest } from "../target.js";

/** Everything that the run knows, as data. */
export interface Dump {
  readonly apis: readonly Api[];
  readonly sdks: readonly DumpedSdk[];
}

export interface DumpedSdk {
  readonly name: string;
  readonly target: string;
  /** Indexes into `apis`. */
  readonly apis: readonly number[];
  readonly names: readonly DumpedName[];
}

/** Without what chose the name: on the second run the lock chooses all of them, and two runs must print the same. */
export type DumpedName = Omit<Name, "by">;

/** Collects the distinct Apis of the run in the order of the SDKs, and each SDK's names in the order of their addresses. */
export function dumpOf({ apis, others }: Pick<TargetRequest<unknown>, "apis" | "others">): Dump {
  const distinct = [...new Set([...others.flatMap((other) => other.apis), ...apis])];
  const sdks = others.map(({ sdk, target, apis: own, names }) => ({
    name: sdk,
    target,
    apis: own.map((api) => distinct.indexOf(api)),
    names: names.names
      .filter(({ kind }) => kind !== "private")
      .map(({ address, kind, spelled, shape }) => ({ address, kind, spelled, shape }))
      .sort(byAddress),
  }));
  return { apis: distinct, sdks };
}

function byAddress(a: DumpedName, b: DumpedName): number {
  if (a.address !== b.address) return a.address < b.address ? -1 : 1;
  return a.kind < b.kind ? -1 : 1;
}
