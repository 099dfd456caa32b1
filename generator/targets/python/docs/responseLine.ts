import type { Method } from "../../../codegen/plan/plan.js";
import { withoutNull } from "../../../codegen/plan/settledTypes.js";
import type { Type } from "../../../ir/types.js";
import type { PythonPlan } from "../plan.js";
import { codeType, modelLink, pageName, typeCell } from "./cells.js";

const place = { toDocs: "../.." };

/** `[models.X](../../models/x.md)`; null for a method that returns nothing. */
export function responseLine(plan: PythonPlan, { result }: Method): string | null {
  const { sync, async } = plan.options.eventStream;
  switch (result.kind) {
    case "nothing":
      return null;
    case "wrapper":
      return modelLink(plan, result.model, pageName(plan, result.model), place);
    case "value": {
      const of = codeType(result.type, plan);
      switch (result.stream) {
        case "events":
          return unlinked(plan, `Union[eventstreaming.${sync}[${of}], eventstreaming.${async}[${of}]]`);
        case "lines":
          return unlinked(plan, `jsonl.JsonLStream[${of}]`);
        case "bytes":
          return unlinked(plan, "httpx.Response");
        case "no":
          return valueLine(plan, result.type, of);
      }
    }
  }
}

function valueLine(plan: PythonPlan, type: Type, label: string): string {
  const of = withoutNull(type);
  const model = of.kind === "ref" ? plan.modelOf.get(of.id) : undefined;
  return model === undefined ? unlinked(plan, label, type) : modelLink(plan, model, label, place);
}

/** A type without a page: old pages link it to nowhere, others the models inside it. */
function unlinked(plan: PythonPlan, label: string, type: Type | null = null): string {
  switch (plan.options.quirks.emptyTypeLink) {
    case "empty":
      return `[${label}](${place.toDocs}/models/.md)`;
    case "none":
      if ((type?.kind === "array" || type?.kind === "map") && label.includes("models."))
        return typeCell(plan, { type, required: true }, place);
      return label.replace(/[[\]*]/g, "\\$&");
  }
}
