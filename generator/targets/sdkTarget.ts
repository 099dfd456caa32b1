import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { CommonOptions } from "./commonOptions.js";
import { languagePages, type PageWords } from "./sdkPages.js";
import type { Planned, SdkPlan } from "./sdkPlan.js";
import { type AnyTarget, defineTarget, type Target } from "./target.js";

/** A language that SDKs are written in. */
interface SdkTarget<Options extends CommonOptions, Plan extends SdkPlan<Options>, Printer>
  extends Omit<Target<Options, Printer>, "render"> {
  /** Adds what the language decides of its own. */
  readonly plan: (planned: Planned<Options>) => Plan;
  /** What it says on reference pages. */
  readonly pages: (plan: Plan) => PageWords;
  /** All files but those pages. */
  readonly files: (plan: Plan, printer: Printer, report: Report) => Promise<readonly GeneratedFile[]>;
}

/** The target of a language: reads the options, makes the plan, prints files and pages. */
export function sdkTarget<Options extends CommonOptions, Plan extends SdkPlan<Options>, Printer>(
  language: SdkTarget<Options, Plan, Printer>,
): AnyTarget {
  return defineTarget<Options, Printer>({
    ...language,
    async render({ plan: shared, sdk, options, templates, generator }, printer, report) {
      if (shared === null) throw new Error(`the SDK ${sdk} was asked for without a document`);
      const plan = language.plan({ ...shared, options, templates, generator });
      // What is printed in a thread of its own is printed beside the pages.
      const files = language.files(plan, printer, report);
      return [...languagePages(plan, language.name, language.pages(plan)), ...(await files)];
    },
  });
}
