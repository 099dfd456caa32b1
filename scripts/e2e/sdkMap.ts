import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Api } from "../../generator/ir/api.js";
import type { NamedType, TypeOf } from "../../generator/ir/types.js";

/** What the `json` target wrote about one SDK: its Apis, and what everything in them is called there. */
export interface SdkMap {
  readonly apis: readonly Api[];
  /** Address → name; null for what has none in this SDK. */
  readonly nameOf: (address: string) => string | null;
  readonly typeOf: TypeOf;
}

/** Reads `names/<sdk>.json` in the folder of the `json` target, and the Apis that it names. */
export function readMap(folder: string, sdk: string): SdkMap {
  const read = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const { apis: paths, names }: { apis: readonly string[]; names: readonly { address: string; kind: string; spelled: string }[] } = read(
    `names/${sdk}.json`,
  );
  const apis: readonly Api[] = paths.map(read);
  const byAddress = new Map(names.map(({ address, spelled }) => [address, spelled]));
  const types = new Map<string, NamedType>(apis.flatMap((api) => api.types.map((type) => [type.id, type] as const)));
  return { apis, nameOf: (address) => byAddress.get(address) ?? null, typeOf: (id) => types.get(id) };
}
