import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { Plan } from "../codegen/plan/plan.js";
import type { PlanRules } from "../codegen/plan/planning.js";
import type { CallStyle } from "../codegen/surface/callStyle.js";
import type { TemplateStore } from "../codegen/templates/templateStore.js";
import type { Profile } from "../config/profile.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { Api } from "../ir/api.js";
import type { Json } from "../ir/json.js";
import type { NameTable } from "../ir/names.js";
import type { Reading } from "../ir/reading.js";
import type { OperationNames } from "../naming/operations/wordsOfOperations.js";
import type { Spelling } from "../naming/spelling.js";

export type { Reading } from "../ir/reading.js";

/** What the configuration says about one SDK, with the defaults that all SDKs share filled in. */
export interface SdkSettings {
  /** Its key in configuration and lock. */
  readonly sdk: string;
  /** Checked against the target's option schema; keys that were not written are missing. */
  readonly options: { readonly [key: string]: Json };
  /** Whether pages are as they should be or keep the quirks of an older generator; only a target's table of quirks looks at it. */
  readonly profile: Profile;
  /** Version of that older generator; null: the newest that the table knows. */
  readonly pageFormat: string | null;
  /** What a client does with a response that does not fit the document. */
  readonly validation: "lax" | "strict";
  /** Words of the document's title, for the name of the client where no option gives one; may be empty. */
  readonly words: readonly string[];
}

/** Everything that an SDK is printed from. */
export interface TargetRequest<Options> {
  readonly sdk: string;
  /** The SDK's own Apis; for a target that describes the whole run, every distinct one. */
  readonly apis: readonly Api[];
  readonly names: NameTable;
  /** What its code and pages share; null for a target that is not called. */
  readonly plan: Plan | null;
  readonly options: Options;
  readonly templates: TemplateStore;
  /** All other SDKs of the run, read-only. */
  readonly others: readonly OtherSdk[];
  /** Version of sdksmith, for the places where an SDK says what made it. */
  readonly generator: string;
}

export interface OtherSdk {
  readonly sdk: string;
  readonly target: string;
  readonly apis: readonly Api[];
  readonly names: NameTable;
}

/** What the core must know of an SDK's options before anything is planned. */
export interface CoreOptions {
  readonly reading: Reading;
  /** What callers see and how it is spelled; null for a target that nobody calls: it has no names. */
  readonly calls: Calls | null;
}

export interface Calls {
  /** Class name of the client. */
  readonly client: string;
  readonly style: CallStyle;
  readonly spelling: Spelling;
  /** Whether what operations repeat of their route and their group is left out of names. Default: `short`. */
  readonly operationNames?: OperationNames;
  readonly rules: PlanRules;
}

/**
 * A kind of SDK. `readOptions` gives the written options their meaning, `render` prints the plan. A printer is whatever must be started early because it is
 * slow to load; `start` is called before the documents are read.
 */
export interface Target<Options extends CoreOptions, Printer> {
  readonly name: string;
  readOptions(settings: SdkSettings): Options;
  start(): Printer;
  render(request: TargetRequest<Options>, printer: Printer, report: Report): Promise<readonly GeneratedFile[]>;
}

/** A target as the pipeline sees it: what its options and printer are is its own business. */
export interface AnyTarget {
  readonly name: string;
  start(): StartedTarget;
}

export interface StartedTarget {
  configure(settings: SdkSettings): ConfiguredTarget;
}

export interface ConfiguredTarget {
  readonly core: CoreOptions;
  render(request: Omit<TargetRequest<CoreOptions>, "options">, report: Report): Promise<readonly GeneratedFile[]>;
}

/** Closes over a target's own types, so that targets of all kinds fit into one list. */
export function defineTarget<Options extends CoreOptions, Printer>(target: Target<Options, Printer>): AnyTarget {
  return {
    name: target.name,
    start() {
      const printer = target.start();
      return {
        configure(settings) {
          const options = target.readOptions(settings);
          return { core: options, render: (request, report) => target.render({ ...request, options }, printer, report) };
        },
      };
    },
  };
}
