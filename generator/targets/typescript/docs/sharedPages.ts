import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { Type } from "../../../ir/types.js";
import type { TypeScriptPlan } from "../plan.js";
import { lineEnd } from "./pageLanguage.js";

/** Pages about the library: how calls are retried, and dates without a time where the API has such. */
export function sharedPages(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const file = (path: string, template: string): GeneratedFile => ({
    path,
    text: plan.templates.render(`typescript/docs/${template}`, {}).trimEnd() + lineEnd(plan),
    owner: "generator",
  });
  const dates = plan.models.some((model) => model.kind === "object" && model.fields.some(({ type }) => holdsDate(type)));
  return [file("docs/lib/utils/retryconfig.md", "retryconfig.md"), ...(dates ? [file("docs/types/rfcdate.md", "rfcdate.md")] : [])];
}

function holdsDate(type: Type): boolean {
  switch (type.kind) {
    case "date":
      return true;
    case "array":
      return holdsDate(type.items);
    case "map":
      return holdsDate(type.values);
    case "nullable":
      return holdsDate(type.of);
    default:
      return false;
  }
}
