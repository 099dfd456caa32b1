import { posix } from "node:path";
import { stringify } from "yaml";
import type { NamingStrategy, Options } from "../../config/configuration.js";
import type { LockedExamples, Stems } from "../../config/lock.js";
import type { ChosenDocument } from "./documents.js";

/** Everything that was read of one published SDK. */
export interface MigratedSdk {
  readonly name: string;
  readonly target: string;
  /** The folder that it was read from, as the user named it. */
  readonly from: string;
  readonly document: ChosenDocument;
  readonly pageFormat: string | null;
  readonly naming: NamingStrategy;
  readonly options: Options;
  readonly stems: Stems;
  readonly examples: LockedExamples;
}

/**
 * The configuration of migrated SDKs.
 *
 *     # Migrated settings: keys keep the names that they had.
 *     profile: speakeasy
 *     naming: ordered
 *     sdks:
 *       acme:
 *         document: acme/openapi.json
 *         overlays:
 *           - file: acme/overlays/security.yml
 *             jsonpath: legacy
 *         pageFormat: 2.737.0
 *         packageName: acme-sdk
 *       json: {}
 */
export function printConfiguration(sdks: readonly MigratedSdk[], companions: readonly string[]): string {
  const [first] = sdks;
  const naming = first !== undefined && sdks.every((sdk) => sdk.naming === first.naming) ? first.naming : null;
  const entries = sdks.map((sdk) => [sdk.name, entryOf(sdk, naming)] as const);
  const configuration = {
    profile: "speakeasy",
    ...(naming === null ? {} : { naming }),
    sdks: Object.fromEntries([
      ...entries,
      ...companions.filter((name) => sdks.every((sdk) => sdk.name !== name)).map((name) => [name, {}] as const),
    ]),
  };
  return `# Migrated settings: keys keep the names that they had. Pages keep their old format byte for byte; \`profile: standard\` mends its defects.\n${stringify(configuration, { lineWidth: 0 })}`;
}

function entryOf(sdk: MigratedSdk, sharedNaming: NamingStrategy | null): object {
  const overlays = sdk.document.overlays.map(({ file, jsonpath }) => ({ file: `${sdk.name}/overlays/${posix.basename(file)}`, jsonpath }));
  return {
    ...(sdk.name === sdk.target ? {} : { target: sdk.target }),
    document: `${sdk.name}/${posix.basename(sdk.document.document)}`,
    ...(overlays.length === 0 ? {} : { overlays }),
    ...(sdk.pageFormat === null ? {} : { pageFormat: sdk.pageFormat }),
    ...(sharedNaming === null ? { naming: sdk.naming } : {}),
    ...sdk.options,
  };
}
