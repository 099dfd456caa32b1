import type { Model } from "../../../../codegen/plan/plan.js";
import { codecName } from "../../codecFilesOf.js";
import type { Imports } from "../../imports.js";
import { type TypeScriptPlan, useOf } from "../../plan.js";
import { camelCase } from "../../spelling.js";
import { errorsFile } from "./fixedErrors.js";

/** What reads or writes single values of a type. */
export interface SchemaView {
  readonly code: string;
}

/**
 *     export const Token$inboundSchema: Schema<Token> = /*#__PURE__*\/ inbound(Token$codec);
 *
 *     export function tokenFromJSON(jsonString: string): Result<Token, SDKValidationError> {
 *       return fromJSON(Token$codec, jsonString);
 *     }
 *
 * for what the API sends, and the opposite for what it takes. Enumerations and errors are never a whole document.
 */
export function schemaViews(plan: TypeScriptPlan, model: Model, imports: Imports): readonly SchemaView[] {
  const file = plan.codecFiles.get(model.id);
  if (file === undefined || (model.kind === "object" && model.isError)) return [];
  const { valueName: type } = model;
  const use = useOf(plan, model);
  const library = "lib/schemas.ts";
  const codec = imports.value(file, codecName(model));
  const words = camelCase(model.name, "value");
  const schema = imports.type(library, "Schema");
  const views: SchemaView[] = [];
  const isWhole = model.kind !== "enum";
  if (use !== "input") {
    views.push({ code: constant(`${type}$inboundSchema`, `${schema}<${type}>`, imports.value(library, "inbound"), codec) });
    if (isWhole) {
      const result = imports.type("types/fp.ts", "Result");
      const error = imports.type(errorsFile(plan, "SDKValidationError"), "SDKValidationError");
      views.push({
        code: `export function ${words}FromJSON(jsonString: string): ${result}<${type}, ${error}> {\n  return ${imports.value(library, "fromJSON")}(${codec}, jsonString);\n}`,
      });
    }
  }
  if (use !== "output") {
    views.push({ code: constant(`${type}$outboundSchema`, `${schema}<unknown, ${type}>`, imports.value(library, "outbound"), codec) });
    if (isWhole)
      views.push({
        code: `export function ${words}ToJSON(value: ${type}): string {\n  return ${imports.value(library, "toJSON")}(${codec}, value);\n}`,
      });
  }
  return views;
}

function constant(name: string, type: string, make: string, codec: string): string {
  const head = `export const ${name}: ${type} =`;
  const call = `/*#__PURE__*/ ${make}(${codec});`;
  return `/** @internal */\n${head}${head.length + call.length < 140 ? " " : "\n  "}${call}`;
}
