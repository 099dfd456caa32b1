import type { EnumModel, Property } from "../../../../codegen/plan/plan.js";
import type { Type } from "../../../../ir/types.js";
import type { PythonPlan } from "../../plan.js";
import { pythonScalar } from "../../text.js";

/** A default as Python text, when the type can hold it as it stands: a scalar, or a member of an enum. Lists and maps are the server's business. */
export function defaultText(
  plan: PythonPlan,
  { default: byDefault, type }: Pick<Property, "default" | "type">,
  enumName: (model: EnumModel) => string,
): string | null {
  const value = byDefault?.value;
  if (value === undefined || value === null || typeof value === "object") return null;
  return scalarText(plan, type, value as string | number | boolean, enumName);
}

function scalarText(plan: PythonPlan, type: Type, value: string | number | boolean, enumName: (model: EnumModel) => string): string | null {
  const written = pythonScalar(value);
  switch (type.kind) {
    case "nullable":
      return scalarText(plan, type.of, value, enumName);
    case "any":
      return written;
    case "string":
    case "bytes":
    case "time":
    case "duration":
      return typeof value === "string" ? written : null;
    case "integer":
      return type.wire === "number" && Number.isInteger(value) ? written : null;
    case "number":
      return typeof value === "number" ? written : null;
    case "boolean":
      return typeof value === "boolean" ? written : null;
    case "literal":
      return type.value === value ? written : null;
    case "ref": {
      const model = plan.modelOf.get(type.id);
      if (model?.kind !== "enum") return null;
      const member = model.members.find((one) => one.value === value);
      if (member === undefined) return null;
      return plan.options.enumFormat === "union" || model.base === "boolean" ? written : `${enumName(model)}.${member.name}`;
    }
    default:
      return null;
  }
}
