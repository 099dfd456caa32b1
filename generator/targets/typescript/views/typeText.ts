import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { Imports } from "../imports.js";
import type { TypeScriptPlan } from "../plan.js";
import { typeName } from "../planCodecs.js";
import { scalarLiteral } from "../text.js";
import type { TsType } from "../tsType.js";

/** Where a type is written: what the file imports grows with it. */
export interface TypeScope {
  readonly plan: TypeScriptPlan;
  readonly imports: Imports;
  /** What can be read may be narrower than what can be given. */
  readonly side: "read" | "write";
}

/** `Array<Token>`, `string | null`, `{ [k: string]: number }` */
export function typeText(type: TsType, scope: TypeScope): string {
  switch (type.kind) {
    case "any":
    case "null":
    case "string":
    case "boolean":
    case "number":
    case "bigint":
      return type.kind;
    case "date-time":
      return "Date";
    case "date":
      return scope.imports.type("types/rfcdate.ts", "RFCDate");
    case "bytes":
      return scope.side === "read" ? "Uint8Array" : "Uint8Array | string";
    case "file":
      return scope.side === "read" ? "string" : scope.imports.type("lib/files.ts", "Upload");
    case "literal":
      return scalarLiteral(type.value);
    case "array":
      return `Array<${typeText(type.items, scope)}>`;
    case "tuple": {
      const rest = type.rest === null ? [] : [`...Array<${typeText(type.rest, scope)}>`];
      return `[${[...type.items.map((item) => typeText(item, scope)), ...rest].join(", ")}]`;
    }
    case "map":
      return `{ [k: string]: ${typeText(type.values, scope)} }`;
    case "nullable":
      return `${typeText(type.of, scope)} | null`;
    case "model": {
      const model = scope.plan.modelOf.get(type.id);
      return model === undefined ? "any" : scope.imports.type(model.file, typeName(model));
    }
    case "stream":
      return streamText(type, scope);
    case "credential":
      return `${typeText({ kind: "model", id: type.id, is: "object" }, scope)}${type.orToken ? " | string" : ""}`;
    default:
      return assertNever(type);
  }
}

function streamText(type: Extract<TsType, { kind: "stream" }>, scope: TypeScope): string {
  if (type.of === "bytes") return "ReadableStream<Uint8Array>";
  const items = typeText(type.items, scope);
  const model = type.items.kind === "model" ? scope.plan.modelOf.get(type.items.id) : undefined;
  const flat =
    type.of === "events" && scope.plan.options.flatEvents && model?.kind === "object" && model.fields.some(({ name }) => name === "data");
  return `${scope.imports.type("lib/event-streams.ts", "EventStream")}<${flat ? `NonNullable<${items}["data"]>` : items}>`;
}
