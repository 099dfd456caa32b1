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

/** Some body is XML: only then an SDK has what reads and writes it. */
export function usesXml({ resources, client }: Pick<Plan, "resources" | "client">): boolean {
  return [...client.methods, ...resources.flatMap(({ methods }) => methods)].some(
    ({ request, result, failures }) =>
      ("body" in request && request.body?.content.codec.kind === "xml") ||
      result.cases.some(({ content }) => content?.codec.kind === "xml") ||
      failures.some(({ content }) => content.codec.kind === "xml"),
  );
}

/** Of the library: `xml.py`, `lib/xml-text.ts`. */
export function isXmlFile(path: string): boolean {
  return /(^|\/)xml[a-z-]*\.\w+$/.test(path);
}
