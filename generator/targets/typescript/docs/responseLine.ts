import { fromSdkPage, modelLink, unlinked } from "../../../codegen/docs/modelLinks.js";
import type { Method } from "../../../codegen/plan/plan.js";
import { withoutNull } from "../../../codegen/types/settledTypes.js";
import type { TypeScriptPlan } from "../plan.js";
import { readType } from "./cells.js";

/** `Promise\<[components.X](../../models/components/x.md)\>` */
export function responseLine(plan: TypeScriptPlan, { result }: Method): string {
  if (result.kind === "nothing") return "Promise\\<void\\>";
  if (result.kind === "wrapper") return `Promise\\<${modelLink(plan.pages, result.model, fromSdkPage)}\\>`;
  const type = withoutNull(result.type);
  const model = type.kind === "ref" && result.stream === "no" ? plan.modelOf.get(type.id) : undefined;
  if (model !== undefined && model.kind !== "alias") return `Promise\\<${modelLink(plan.pages, model, fromSdkPage)}\\>`;
  const label = readType(type, result.stream, plan);
  return `Promise\\<${unlinked(label, plan.options.quirks.emptyTypeLink, fromSdkPage, /[[\]*<>]/g)}\\>`;
}
