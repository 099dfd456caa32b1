import type { ModelPages } from "../codegen/docs/modelLinks.js";
import type { Plan } from "../codegen/plan/plan.js";
import type { TargetRequest } from "./target.js";

/** What an SDK shares with those of other languages, and what it is printed with. */
export interface SdkPlan<Options> extends Plan, Pick<TargetRequest<Options>, "options" | "templates" | "generator"> {
  /** Name of the variable that snippets keep the client in. */
  readonly variable: string;
  readonly pages: ModelPages;
}

export function sdkPlan<Options>(request: TargetRequest<Options>, own: Pick<SdkPlan<Options>, "variable" | "pages">): SdkPlan<Options> {
  const { plan, sdk, options, templates, generator } = request;
  if (plan === null) throw new Error(`the SDK ${sdk} was asked for without a document`);
  return { ...plan, options, templates, generator, ...own };
}
