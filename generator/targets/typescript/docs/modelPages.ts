import { exampleValue } from "../../../codegen/examples/exampleValue.js";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { markdownTable } from "../../../codegen/markdownTable.js";
import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { TypeId } from "../../../ir/ids.js";
import { layoutCode } from "../layout.js";
import type { TsEnum, TsModel, TsObject, TsUnion, TypeScriptPlan } from "../plan.js";
import { scalarLiteral, stringLiteral } from "../text.js";
import type { TsType } from "../tsType.js";
import { codeType, exampleCell, pagePath, requiredMark, typeCell } from "./cells.js";
import { deprecationMessage, describeField, fieldLabel } from "./fieldRows.js";
import { type LiteralScope, literal } from "./literal.js";
import { lineEnd } from "./sdkPages.js";

/** One page per model and error class: docs/models/components/accesstoken.md. */
export function modelPages(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const borrowed = bodyDescriptions(plan);
  return plan.models.flatMap((model) => {
    const text = modelPage(plan, model, borrowed.get(model.id) ?? null);
    return text === null ? [] : [{ path: `docs/${pagePath(model, plan)}.md`, text, owner: "generator" as const }];
  });
}

function modelPage(plan: TypeScriptPlan, model: TsModel, borrowed: string | null): string | null {
  const end = lineEnd(plan);
  switch (model.kind) {
    case "object":
      return (
        plan.templates
          .render("typescript/docs/object.md", { ...pageHead(model, borrowed), ...exampleOf(plan, model), table: fieldsTable(plan, model) })
          .trimEnd() + end
      );
    case "enum":
      return (
        plan.templates
          .render("typescript/docs/enum.md", { ...pageHead(model, borrowed), ...exampleOf(plan, model), values: valuesText(model) })
          .trimEnd() + end
      );
    case "union":
      return plan.templates.render("typescript/docs/union.md", { ...pageHead(model, borrowed), members: unionMembers(plan, model) });
    case "alias":
      return null;
    default:
      return assertNever(model);
  }
}

function pageHead(
  model: TsModel,
  borrowed: string | null,
): { readonly title: string; readonly description: string; readonly warning: string } {
  const { deprecated } = model.docs;
  const description = model.docs.description || borrowed;
  return {
    title: deprecated === null ? model.name : `~~${model.name}~~`,
    description: description === null ? "" : `${description}\n\n`,
    warning: deprecated === null ? "" : `> :warning: **DEPRECATED**: ${deprecationMessage(model.docs)}.\n\n`,
  };
}

/** Words of answers and bodies, for the types that they are and that have none of their own: inline ones, and components that one shared answer introduces. */
function bodyDescriptions(plan: TypeScriptPlan): ReadonlyMap<TypeId, string> {
  const found = new Map<TypeId, string>();
  for (const { method } of plan.methods) {
    const { body, responses } = method.operation;
    const holders = [...(body === null ? [] : [{ ...body, shared: null }]), ...responses];
    for (const { address, docs, contents, shared } of holders) {
      for (const { type } of contents) {
        if (type.kind !== "ref" || docs.description === null || found.has(type.id)) continue;
        if (shared !== null || type.id.startsWith(address)) found.set(type.id, docs.description);
      }
    }
  }
  return found;
}

/**
 *     import { Token } from "acme-sdk/models/components/token.js";
 *
 *     let value: Token = {
 *       id: "<id>",
 *     };
 */
function exampleOf(plan: TypeScriptPlan, model: TsObject | TsEnum): { readonly imports: string; readonly example: string } {
  const scope: LiteralScope = { plan, uses: new Set() };
  const value =
    model.kind === "object" && model.isError
      ? null
      : valueText(scope, { kind: "model", id: model.id, is: model.kind }, `let value: ${model.name} = `.length);
  const { packageName, barrels } = plan.options;
  const own = barrels && model.folder !== "" ? `${packageName}/${model.folder}` : `${packageName}/${model.file.replace(/\.ts$/, ".js")}`;
  const lines = [
    `import { ${model.name} } from ${stringLiteral(own)};`,
    ...(scope.uses.has("RFCDate")
      ? [`import { RFCDate } from ${stringLiteral(barrels ? `${packageName}/types` : `${packageName}/types/rfcdate.js`)};`]
      : []),
  ];
  const open =
    model.kind === "enum" && model.open && model.base !== "boolean"
      ? `\n\n// Open enum: unrecognized values are captured as Unrecognized<${model.base === "string" ? "string" : "number"}>`
      : "";
  return {
    imports: lines.join("\n"),
    example: value === null ? "// No examples available for this model" : `let value: ${model.name} = ${value};${open}`,
  };
}

function valueText(scope: LiteralScope, type: TsType, before: number): string {
  const { plan } = scope;
  const model = type.kind === "model" ? plan.modelOf.get(type.id) : undefined;
  const json = model === undefined ? sample(type) : exampleValue({ kind: "ref", id: model.id }, null, plan.typeOf);
  return layoutCode(literal(scope, json, type), "", { width: 80, before: before + 1 });
}

/** A value of a type without a name. */
function sample(type: TsType): Parameters<typeof literal>[1] {
  switch (type.kind) {
    case "string":
      return "<value>";
    case "number":
      return type.integer ? 128403 : 1284.03;
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
    case "date-time":
      return "2024-01-01T00:00:00.000Z";
    case "date":
      return "2024-01-01";
    case "any":
      return "<value>";
    default:
      return null;
  }
}

function fieldsTable(plan: TypeScriptPlan, model: TsObject): string {
  const place = {
    toDocs:
      model.folder === ""
        ? "."
        : model.folder
            .split("/")
            .map(() => "..")
            .join("/"),
  };
  const withExamples = model.fields.some(({ slot }) => slot.example !== null);
  const rows = model.fields.map((field) => {
    const row = [fieldLabel(field), typeCell(field.type, plan, place), requiredMark(field.required), describeField(plan, field)];
    return withExamples ? [...row, field.slot.example === null ? "" : exampleCell(field.slot.example.value)] : row;
  });
  const { rest } = model;
  if (rest !== null && rest.property !== null)
    rows.push([
      `\`${rest.property}\``,
      typeCell({ kind: "map", values: rest.type }, plan, place),
      requiredMark(false),
      "N/A",
      ...(withExamples ? [""] : []),
    ]);
  return markdownTable(["Field", "Type", "Required", "Description", ...(withExamples ? ["Example"] : [])], rows);
}

function valuesText(model: TsEnum): string {
  const values = [...new Set(model.members.map(({ value }) => value))].map(scalarLiteral);
  const unknown = model.open && model.base !== "boolean" ? [`Unrecognized<${model.base === "string" ? "string" : "number"}>`] : [];
  return [...values, ...unknown].join(" | ");
}

function unionMembers(plan: TypeScriptPlan, model: TsUnion): readonly { readonly type: string; readonly example: string }[] {
  return model.members.map((member) => {
    const type = codeType(member, plan);
    const scope: LiteralScope = { plan, uses: new Set() };
    return { type, example: `const value: ${type} = ${valueText(scope, member, `const value: ${type} = `.length)};` };
  });
}
