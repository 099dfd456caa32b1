import type { StreamKind } from "../../codegen/plan/plan.js";
import { typeWriter } from "../../codegen/types/typeWords.js";
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

/** What is the same wherever TypeScript writes a type. */
export const scalarWords = {
  any: "any",
  null: "any",
  string: "string",
  boolean: "boolean",
  number: "number",
  time: "string",
  instant: "Date",
  duration: ({ wire }: Extract<Type, { kind: "duration" }>) => (wire === "iso8601" ? "string" : "number"),
  integer: ({ wire }: Extract<Type, { kind: "integer" }>) => (wire === "string" ? "bigint" : "number"),
  decimal: ({ wire }: Extract<Type, { kind: "decimal" }>) => wire,
  literal: ({ value }: Extract<Type, { kind: "literal" }>) => scalarLiteral(value),
} as const;

/** `Array<Token>`, `string | null`, `{ [k: string]: number }` */
export const typeText = typeWriter(({ plan, imports, side }: TypeScope) => ({
  ...scalarWords,
  null: "null",
  date: () => imports.type("types/rfcdate.ts", "RFCDate"),
  bytes: side === "read" ? "Uint8Array" : "Uint8Array | string",
  file: () => (side === "read" ? "string" : imports.type("lib/files.ts", "Upload")),
  array: ({ items }, inner) => `Array<${inner(items)}>`,
  tuple: ({ items, rest }, inner) => `[${[...items.map(inner), ...(rest === null ? [] : [`...Array<${inner(rest)}>`])].join(", ")}]`,
  map: ({ values }, inner) => `{ [k: string]: ${inner(values)} }`,
  nullable: ({ of }, inner) => `${inner(of)} | null`,
  ref: (model) => imports.type(placeOf(plan, model).file, model.valueName),
}));

/** What a method returns of a body that is read bit by bit: `EventStream<Message>`, `ReadableStream<Uint8Array>`. */
export function readText(type: Type, stream: StreamKind, scope: TypeScope): string {
  return streamText(stream, {
    value: () => typeText(type, scope),
    eventStream: () => scope.imports.type("lib/event-streams.ts", "EventStream"),
  });
}

/** The same where names are written otherwise: what is not read bit by bit is its value. */
export function streamText(
  stream: StreamKind,
  { value, eventStream }: { readonly value: () => string; readonly eventStream: () => string },
): string {
  switch (stream) {
    case "no":
      return value();
    case "bytes":
      return "ReadableStream<Uint8Array>";
    case "events":
    case "lines":
      return `${eventStream()}<${value()}>`;
  }
}
