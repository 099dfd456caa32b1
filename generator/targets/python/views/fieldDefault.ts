import { pythonScalar } from "../docs/cells.js";
import { pythonString } from "../docs/literal.js";
import type { PyField, PythonPlan } from "../plan.js";
import type { PyType } from "../pyType.js";

/** A default as Python text, when the type can hold it as it stands: a scalar, or a member of an enum. Lists and maps are the server's business. */
export function defaultText(plan: PythonPlan, field: PyField, enumName: (name: string, id: string) => string): string | null {
  const value = field.default?.value;
  if (value === undefined || value === null || typeof value === "object") return null;
  return scalarText(plan, field.type, value as string | number | boolean, enumName);
}

function scalarText(
  plan: PythonPlan,
  type: PyType,
  value: string | number | boolean,
  enumName: (name: string, id: string) => string,
): string | null {
  const written = typeof value === "string" ? pythonString(value) : pythonScalar(value);
  switch (type.kind) {
    case "nullable":
      return scalarText(plan, type.of, value, enumName);
    case "any":
      return written;
    case "scalar":
      switch (type.name) {
        case "str":
          return typeof value === "string" ? written : null;
        case "int":
          return Number.isInteger(value) ? written : null;
        case "float":
          return typeof value === "number" ? written : null;
        case "bool":
          return typeof value === "boolean" ? written : null;
        default:
          return null;
      }
    case "literal":
      return type.value === value ? written : null;
    case "model": {
      const model = plan.modelOf.get(type.id);
      if (model?.kind !== "enum") return null;
      const member = model.members.find((one) => one.value === value);
      if (member === undefined) return null;
      return plan.options.enumFormat === "union" || model.base === "bool" ? written : `${enumName(model.name, model.id)}.${member.name}`;
    }
    default:
      return null;
  }
}
