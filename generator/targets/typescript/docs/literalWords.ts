import { type Code, objectCode } from "../../../codegen/layout.js";
import type { CallWords, CodeEntry } from "../../../codegen/snippets/clientCode.js";
import { literal, repeatsDefault } from "../../../codegen/snippets/literal.js";
import { isOptional, restProperty, type TypeScriptPlan } from "../plan.js";
import { propertyKey, scalarLiteral, stringLiteral } from "../text.js";
import { envVariable } from "../views/client/securityCode.js";

/** What the code of an example takes from elsewhere. */
export type Use = "RFCDate" | "openAsBlob";

/** Properties go by their names in the language, dates are objects. */
export const callWords = (plan: TypeScriptPlan) => (uses: Set<Use>) => {
  const shown = plan.options.optionalInSnippets === "always";
  const words: CallWords = {
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
    showsDefaults: () => shown,
    restField: (model) => restProperty(plan, model),
    serverOption: "serverURL",
    record: (_, entries) => recordCode(entries),
    variable: (name) => envVariable(plan, name),
    environment: (variable) => `process.env[${stringLiteral(variable)}] ?? ""`,
    body: (said, request) => said ?? (said === undefined && isOptional(plan, request) ? undefined : {}),
    object(said, request) {
      const entries = said.flatMap(({ argument, value }) =>
        value === undefined || (!shown && repeatsDefault({ ...argument, type: { kind: "any" } }, value))
          ? []
          : [[argument.field ?? argument.name, literal(words, value, argument.type)] as const],
      );
      return entries.length === 0 && isOptional(plan, request) ? null : recordCode(entries);
    },
  };
  return words;
};

export function recordCode(entries: readonly CodeEntry[]): Code {
  return objectCode(
    entries.map(([name, code]) => [propertyKey(name), code] as const),
    true,
  );
}
