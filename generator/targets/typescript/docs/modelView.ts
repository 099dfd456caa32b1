import type { TypeCells } from "../../../codegen/docs/typeCells.js";
import { exampleValue } from "../../../codegen/examples/exampleValue.js";
import { layoutCode } from "../../../codegen/layout.js";
import type { EnumModel, ObjectModel, StreamKind, UnionModel } from "../../../codegen/plan/plan.js";
import { literal } from "../../../codegen/snippets/literal.js";
import type { Json } from "../../../ir/json.js";
import type { Type } from "../../../ir/types.js";
import { Imports } from "../imports.js";
import { isOpen, placeOf, type TypeScriptPlan } from "../plan.js";
import { scalarLiteral, stringLiteral } from "../text.js";
import { streamText, typeText } from "../typeText.js";
import { callWords, type Use } from "./literalWords.js";

/** What the page of a model shows besides its table: an example value, and the values of an enumeration or the members of a union. */
export function modelView(plan: TypeScriptPlan, cells: TypeCells, model: ObjectModel | EnumModel | UnionModel): object {
  switch (model.kind) {
    case "object":
      return exampleOf(plan, model);
    case "enum":
      return { ...exampleOf(plan, model), values: valuesText(plan, model) };
    case "union":
      return {
        members: model.members.map(({ type, stream }) => {
          const text = readType(cells, type, stream);
          return {
            type: text,
            example: plan.options.quirks.modelValues === "bare" ? bareMember(plan, text, type, stream) : wholeMember(plan, type, stream),
          };
        }),
      };
  }
}

/**
 *     import type { Card } from "acme-sdk/models/components/card.js";
 *
 *     const value: Card = {
 *       number: "4242",
 *     };
 */
function wholeMember(plan: TypeScriptPlan, type: Type, stream: StreamKind): string {
  const uses: Set<Use> = new Set();
  const imports = new Imports("", ["value"]);
  const text = streamText(stream, {
    value: () => typeText(type, { plan, imports, side: "write" }),
    eventStream: () => imports.type("lib/event-streams.ts", "EventStream"),
  });
  const head = `const value: ${text} = `;
  // What is read bit by bit comes from a call alone.
  const line = stream === "no" ? `${head}${wholeValue(plan, type, head.length, uses)};` : `declare const value: ${text};`;
  if (uses.has("RFCDate")) imports.value("types/rfcdate.ts", "RFCDate");
  const lines = [
    imports.print().replaceAll(' from "./', ` from "${plan.options.packageName}/`),
    ...(uses.has("openAsBlob") ? [openAsBlob] : []),
  ];
  return [...lines.filter((one) => one !== "").map((one) => one.trimEnd()), ...(lines.join("") === "" ? [] : [""]), line].join("\n");
}

/** As old pages have it: names without their imports, and null for what has no simple value. */
function bareMember(plan: TypeScriptPlan, text: string, type: Type, stream: StreamKind): string {
  const head = `const value: ${text} = `;
  return `${head}${stream === "no" ? valueText(plan, type, head.length, new Set()) : "null"};`;
}

const openAsBlob = 'import { openAsBlob } from "node:fs";';

/**
 *     import { Token } from "acme-sdk/models/components/token.js";
 *
 *     let value: Token = {
 *       id: "<id>",
 *     };
 */
function exampleOf(plan: TypeScriptPlan, model: ObjectModel | EnumModel): { readonly imports: string; readonly example: string } {
  const uses: Set<Use> = new Set();
  const head = `let value: ${model.name} = `;
  const shown = !(model.kind === "object" && model.isError);
  const value = shown ? valueText(plan, { kind: "ref", id: model.id }, head.length, uses) : null;
  const { packageName, barrels } = plan.options;
  const { folder, file } = placeOf(plan, model);
  const own = barrels && folder !== "" ? `${packageName}/${folder}` : `${packageName}/${file.replace(/\.ts$/, ".js")}`;
  const dates = barrels ? `${packageName}/types` : `${packageName}/types/rfcdate.js`;
  const lines = [
    `import { ${model.name} } from ${stringLiteral(own)};`,
    ...(uses.has("RFCDate") ? [`import { RFCDate } from ${stringLiteral(dates)};`] : []),
    ...(uses.has("openAsBlob") && plan.options.quirks.modelValues === "whole" ? [openAsBlob] : []),
  ];
  const open =
    model.kind === "enum" && isOpen(plan, model) && model.base !== "boolean"
      ? `\n\n// Open enum: unrecognized values are captured as ${unrecognized(model)}`
      : "";
  return { imports: lines.join("\n"), example: value === null ? "// No examples available for this model" : `${head}${value};${open}` };
}

function unrecognized({ base }: EnumModel): string {
  return `Unrecognized<${base === "string" ? "string" : "number"}>`;
}

function valueText(plan: TypeScriptPlan, type: Type, before: number, uses: Set<Use>): string {
  return type.kind === "ref" ? wholeValue(plan, type, before, uses) : layoutValue(plan, sample(type), type, before, uses);
}

function wholeValue(plan: TypeScriptPlan, type: Type, before: number, uses: Set<Use>): string {
  return layoutValue(plan, exampleValue(type, null, plan.typeOf), type, before, uses);
}

function layoutValue(plan: TypeScriptPlan, json: Json, type: Type, before: number, uses: Set<Use>): string {
  return layoutCode(literal(callWords(plan)(uses), json, type), "", { width: 80, before: before + 1 });
}

/** A value of a type without a name. */
function sample(type: Type): Json {
  switch (type.kind) {
    case "string":
    case "time":
    case "any":
      return "<value>";
    case "duration":
      return type.wire === "iso8601" ? "<value>" : 1284.03;
    case "decimal":
      return type.wire === "string" ? "<value>" : 1284.03;
    case "integer":
      return type.wire === "string" ? null : 128403;
    case "number":
      return 1284.03;
    case "boolean":
      return true;
    case "literal":
      return type.value;
    case "array":
      return [sample(type.items)];
    case "tuple":
      return type.items.map(sample);
    case "map":
      return {};
    case "nullable":
      return sample(type.of);
    case "instant":
      return "2024-01-01T00:00:00.000Z";
    case "date":
      return "2024-01-01";
    case "null":
    case "bytes":
    case "file":
    case "ref":
      return null;
  }
}

function valuesText(plan: TypeScriptPlan, model: EnumModel): string {
  const values = [...new Set(model.members.map(({ value }) => value))].map(scalarLiteral);
  return [...values, ...(isOpen(plan, model) && model.base !== "boolean" ? [unrecognized(model)] : [])].join(" | ");
}

/** A body that may be read bit by bit, in code. */
export function readType({ code }: TypeCells, type: Type, stream: StreamKind): string {
  return streamText(stream, { value: () => code(type), eventStream: () => "EventStream" });
}
