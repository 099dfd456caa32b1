import type { LiteralWords } from "../../../codegen/snippets/literal.js";
import { restProperty, type TypeScriptPlan } from "../plan.js";
import { propertyKey, scalarLiteral, stringLiteral } from "../text.js";

/** What the code of an example takes from elsewhere. */
export type Uses = Set<"RFCDate" | "openAsBlob">;

/** Properties go by their names in the language, dates are objects. */
export function literalWords(plan: TypeScriptPlan, uses: Uses): LiteralWords {
  return {
    plan,
    nothing: "null",
    scalar: scalarLiteral,
    key: stringLiteral,
    fieldKey: propertyKey,
    special(type, value) {
      switch (type.kind) {
        case "instant":
          if (typeof value === "string") return `new Date(${stringLiteral(value)})`;
          return typeof value === "number" ? `new Date(${value * 1000})` : null;
        case "date":
          if (typeof value !== "string") return null;
          uses.add("RFCDate");
          return `new RFCDate(${stringLiteral(value)})`;
        case "integer":
          return type.wire === "string" && (typeof value === "number" || typeof value === "string")
            ? `BigInt(${scalarLiteral(value)})`
            : null;
        case "file":
          uses.add("openAsBlob");
          return 'await openAsBlob("example.file")';
        default:
          return null;
      }
    },
    member: () => null,
    ambiguous: "first",
    showsDefaults: () => plan.options.optionalInSnippets === "always",
    restField: (model) => restProperty(plan, model),
  };
}
