import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { Type } from "../../../ir/types.js";
import type { TypeScriptPlan } from "../plan.js";
import { stringLiteral } from "../text.js";
import { lineEnd } from "./pageLanguage.js";

/** Pages about the library: how calls are retried, and dates without a time where the API has such. */
export function sharedPages(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const { packageName, barrels, quirks } = plan.options;
  const line = `import { RFCDate } from ${stringLiteral(`${packageName}/types${barrels ? "" : "/rfcdate.js"}`)};`;
  const view = { imports: quirks.modelValues === "bare" ? [] : [{ line }] };
  const file = (path: string, template: string): GeneratedFile => ({
    path,
    text: plan.templates.render(`typescript/docs/${template}`, view).trimEnd() + lineEnd(plan),
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
