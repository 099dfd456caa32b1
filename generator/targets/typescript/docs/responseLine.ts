import type { Method } from "../../../codegen/plan/plan.js";
import { withoutNull } from "../../../codegen/plan/settledTypes.js";
import type { TypeScriptPlan } from "../plan.js";
import { modelLink, readType } from "./cells.js";

const place = { toDocs: "../.." };

/** `Promise\<[components.X](../../models/components/x.md)\>` */
export function responseLine(plan: TypeScriptPlan, { result }: Method): string {
  if (result.kind === "nothing") return "Promise\\<void\\>";
  if (result.kind === "wrapper") return `Promise\\<${modelLink(plan, result.model, place)}\\>`;
  const type = withoutNull(result.type);
  const model = type.kind === "ref" && result.stream === "no" ? plan.modelOf.get(type.id) : undefined;
  if (model !== undefined && model.kind !== "alias") return `Promise\\<${modelLink(plan, model, place)}\\>`;
  const label = readType(type, result.stream, plan);
  switch (plan.options.quirks.emptyTypeLink) {
    case "empty":
      return `Promise\\<[${label}](${place.toDocs}/models/.md)\\>`;
    case "none":
      return `Promise\\<${label.replace(/[[\]*<>]/g, "\\$&")}\\>`;
  }
}
