import { fromSdkPage, modelLink, unlinked } from "../../../codegen/docs/modelLinks.js";
import type { Method } from "../../../codegen/plan/plan.js";
import { withoutNull } from "../../../codegen/types/settledTypes.js";
import type { Type } from "../../../ir/types.js";
import type { PythonPlan } from "../plan.js";
import { codeType, typeCell } from "./cells.js";

/** `[models.X](../../models/x.md)`; null for a method that returns nothing. */
export function responseLine(plan: PythonPlan, { result }: Method): string | null {
  const { sync, async } = plan.options.eventStream;
  switch (result.kind) {
    case "nothing":
      return null;
    case "wrapper":
      return modelLink(plan.pages, result.model, fromSdkPage);
    case "value": {
      const of = codeType(result.type, plan);
      switch (result.stream) {
        case "events":
          return withoutPage(plan, `Union[eventstreaming.${sync}[${of}], eventstreaming.${async}[${of}]]`);
        case "lines":
          return withoutPage(plan, `jsonl.JsonLStream[${of}]`);
        case "bytes":
          return withoutPage(plan, "httpx.Response");
        case "no":
          return valueLine(plan, result.type, of);
      }
    }
  }
}

function valueLine(plan: PythonPlan, type: Type, label: string): string {
  const of = withoutNull(type);
  const model = of.kind === "ref" ? plan.modelOf.get(of.id) : undefined;
  return model === undefined ? withoutPage(plan, label, type) : modelLink(plan.pages, model, fromSdkPage, label);
}

/** A type without a page; models inside of a list or a map have theirs. */
function withoutPage(plan: PythonPlan, label: string, type: Type | null = null): string {
  const { emptyTypeLink } = plan.options.quirks;
  const holds = (type?.kind === "array" || type?.kind === "map") && label.includes("models.");
  return holds && emptyTypeLink === "none"
    ? typeCell(plan, { type, required: true }, fromSdkPage)
    : unlinked(label, emptyTypeLink, fromSdkPage, /[[\]*]/g);
}
