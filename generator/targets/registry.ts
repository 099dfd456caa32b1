import type { TemplateFolder } from "../codegen/templates/templateStore.js";
import type { OptionProperties } from "./optionSchema.js";
import { pythonOptions } from "./python/options.js";
import type { AnyTarget } from "./target.js";
import { typescriptOptions } from "./typescript/options.js";

/** A target as the configuration knows it; its code is loaded when an SDK of it is written. */
export interface TargetEntry {
  readonly name: string;
  /** `document`: one SDK of one document. `run`: describes all SDKs of the run, so that it needs no document of its own. */
  readonly scope: "document" | "run";
  /** Whether `--spec` without a configuration writes it. */
  readonly byDefault: boolean;
  readonly options: OptionProperties;
  load(): Promise<AnyTarget>;
}

/** A target that is no part of sdksmith: the configuration names the package that brings it. */
export interface OutsideTarget extends TargetEntry {
  /** Its templates and files to copy; null: it has none. */
  readonly templates: TemplateFolder | null;
  /** Changes whenever a file of the package does, so that what it writes is written anew. */
  readonly revision: string;
}

/** The only list of built-in targets: to add one, add a line. */
export const builtInTargets: readonly TargetEntry[] = [
  {
    name: "python",
    scope: "document",
    byDefault: true,
    options: pythonOptions,
    load: async () => (await import("./python/target.js")).pythonTarget,
  },
  {
    name: "typescript",
    scope: "document",
    byDefault: true,
    options: typescriptOptions,
    load: async () => (await import("./typescript/target.js")).typescriptTarget,
  },
  { name: "json", scope: "run", byDefault: false, options: {}, load: async () => (await import("./json/target.js")).jsonTarget },
];
