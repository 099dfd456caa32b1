import type { ModelPages } from "../codegen/docs/modelLinks.js";
import type { Method, Plan } from "../codegen/plan/plan.js";
import type { CommonOptions } from "./commonOptions.js";
import type { TargetRequest } from "./target.js";

/** What an SDK shares with those of other languages, and what it is printed with. */
export interface SdkPlan<Options extends CommonOptions = CommonOptions>
  extends Plan,
    Pick<TargetRequest<Options>, "options" | "templates" | "generator"> {
  /** Name of the variable that snippets keep the client in. */
  readonly variable: string;
  readonly pages: ModelPages;
  /** The part of a link behind `#` that leads to a method. */
  readonly anchor: (method: Method) => string;
}

/** A plan with what it is printed with; a language adds its own. */
export type Planned<Options extends CommonOptions> = Omit<SdkPlan<Options>, "variable" | "pages" | "anchor">;

/** The library of a language, as far as this SDK needs it: what reads and writes XML is there where some body is XML. */
export function libraryFiles({ templates, ...plan }: SdkPlan, language: string) {
  const needsXml = usesXml(plan);
  return templates.runtime(language).filter(({ path }) => needsXml || !/(^|\/)xml[a-z-]*\.\w+$/.test(path));
}

function usesXml({ resources, client }: Pick<Plan, "resources" | "client">): boolean {
  return [...client.methods, ...resources.flatMap(({ methods }) => methods)].some(
    ({ request, result, failures }) =>
      ("body" in request && request.body?.content.codec.kind === "xml") ||
      result.cases.some(({ content }) => content?.codec.kind === "xml") ||
      failures.some(({ content }) => content.codec.kind === "xml"),
  );
}
