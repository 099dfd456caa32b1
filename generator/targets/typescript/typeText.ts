import type { StreamKind } from "../../codegen/plan/plan.js";
import { assertNever } from "../../diagnostics/diagnostic.js";
import type { Type } from "../../ir/types.js";
import type { Imports } from "./imports.js";
import { placeOf, type TypeScriptPlan } from "./plan.js";
import { scalarLiteral } from "./text.js";

/** Where a type is written: what the file imports grows with it. */
export interface TypeScope {
  readonly plan: TypeScriptPlan;
  readonly imports: Imports;
  /** What can be read may be narrower than what can be given. */
  readonly side: "read" | "write";
}

/** `Array<Token>`, `string | null`, `{ [k: string]: number }` */
export function typeText(type: Type, scope: TypeScope): string {
  switch (type.kind) {
    case "any":
    case "null":
    case "string":
    case "boolean":
    case "number":
      return type.kind;
    case "time":
      return "string";
    case "duration":
      return type.wire === "iso8601" ? "string" : "number";
    case "integer":
      return type.wire === "string" ? "bigint" : "number";
    case "decimal":
      return type.wire;
    case "instant":
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
    case "ref": {
      const model = scope.plan.modelOf.get(type.id);
      return model === undefined ? "any" : scope.imports.type(placeOf(scope.plan, model).file, model.valueName);
    }
    default:
      return assertNever(type);
  }
}

/** What a method returns of a body that is read bit by bit: `EventStream<Message>`, `ReadableStream<Uint8Array>`. */
export function readText(type: Type, stream: StreamKind, scope: TypeScope): string {
  switch (stream) {
    case "no":
      return typeText(type, scope);
    case "bytes":
      return "ReadableStream<Uint8Array>";
    case "events":
    case "lines": {
      const items = typeText(type, scope);
      const model = type.kind === "ref" ? scope.plan.modelOf.get(type.id) : undefined;
      const hasData = model?.kind === "object" && model.fields.some(({ name }) => name === "data");
      const flat = stream === "events" && scope.plan.options.flatEvents && hasData;
      return `${scope.imports.type("lib/event-streams.ts", "EventStream")}<${flat ? `NonNullable<${items}["data"]>` : items}>`;
    }
    default:
      return assertNever(stream);
  }
}
