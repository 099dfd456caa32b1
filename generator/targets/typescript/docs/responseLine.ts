import type { TsMethod, TypeScriptPlan } from "../plan.js";
import { codeType, modelLink } from "./cells.js";

const place = { toDocs: "../.." };

/** `Promise\<[components.X](../../models/components/x.md)\>` */
export function responseLine(plan: TypeScriptPlan, { result }: TsMethod): string {
  const type = result.type?.kind === "nullable" ? result.type.of : result.type;
  if (type === null) return "Promise\\<void\\>";
  const model = type.kind === "model" ? plan.modelOf.get(type.id) : undefined;
  if (model !== undefined && model.kind !== "alias") return `Promise\\<${modelLink(model, plan, place)}\\>`;
  const label = codeType(type, plan);
  switch (plan.options.quirks.emptyTypeLink) {
    case "empty":
      return `Promise\\<[${label}](${place.toDocs}/models/.md)\\>`;
    case "none":
      return `Promise\\<${label.replace(/[[\]*<>]/g, "\\$&")}\\>`;
  }
}
