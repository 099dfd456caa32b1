import type { TemplateHelpers } from "../codegen/templates/templateStore.js";
import type { OptionProperties } from "./optionSchema.js";
import type { AnyTarget } from "./target.js";

/** What a package was made for: a number behind it that is not this one means that targets and sdksmith no longer speak the same language. */
export const contract = "sdksmith/target 1";

/** A kind of SDK that is no part of sdksmith: the default export of a package that a configuration names. */
export interface TargetPackage {
  readonly contract: string;
  /** Used by `--target` and in front of its templates' names: letters, digits, `-` and `_`. */
  readonly name: string;
  readonly scope: "document" | "run";
  /** What an entry of the configuration may say besides the settings that every SDK has. */
  readonly options: OptionProperties;
  /** Folder of its templates, with the files to copy below `runtime/`; null: it has none. */
  readonly templates: URL | null;
  /** Words that its templates may call besides `symbol`. */
  readonly helpers: TemplateHelpers;
  /** Called when an SDK of it is written: the place to import what is slow to load. */
  load(): Promise<AnyTarget>;
}

/** What must be said of a target, and what may be. */
export type TargetParts = Pick<TargetPackage, "name" | "load"> & Partial<Omit<TargetPackage, "contract">>;

/**
 * Makes the default export of a package.
 *
 *     export default targetPackage({
 *       name: "acme",
 *       options: { indent: { type: "integer", description: "Spaces before each line.", default: 2 } },
 *       templates: new URL("./templates/", import.meta.url),
 *       load: async () => (await import("./target.js")).acmeTarget,
 *     });
 */
export function targetPackage(parts: TargetParts): TargetPackage {
  return { contract, scope: "document", options: {}, templates: null, helpers: {}, ...parts };
}
