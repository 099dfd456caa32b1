import { placeDocs } from "../../../../codegen/docs/describe.js";
import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { EnumModel, Model, ObjectModel, Property, UnionModel } from "../../../../codegen/plan/plan.js";
import { wrapsModel } from "../../../../codegen/plan/planning.js";
import { groups } from "../../../../ir/node.js";
import type { Type } from "../../../../ir/types.js";
import { hasCodec } from "../../codecFilesOf.js";
import { Imports } from "../../imports.js";
import { isOpen, placeOf, restProperty, type TypeScriptPlan, tagOf, useOf } from "../../plan.js";
import { camelCase } from "../../spelling.js";
import { docComment, docText, scalarLiteral, typeKey } from "../../text.js";
import { readText, type TypeScope, typeText } from "../../typeText.js";
import { hiddenParameters } from "./codecCode.js";
import { type ErrorClassView, errorClass } from "./errorClass.js";
import { type SchemaView, schemaViews } from "./schemaViews.js";

/** The files of models: types, error classes, and what reads and writes single values. */
export function modelFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  return [...modelsByFile(plan)].map(([file, models]) => ({
    path: `src/${file}`,
    text: modelFile(plan, file, models),
    owner: "generator" as const,
  }));
}

export function modelsByFile(plan: TypeScriptPlan): ReadonlyMap<string, readonly Model[]> {
  return groups(plan.models, (model) => placeOf(plan, model).file);
}

interface TypeView {
  readonly docs: string;
  /** null: an error whose data is a model of its own. */
  readonly declaration: string | null;
  readonly error: ErrorClassView | null;
}

function modelFile(plan: TypeScriptPlan, file: string, models: readonly Model[]): string {
  const imports = new Imports(file, models.flatMap(declaredNames));
  const types = models.map((model) => typeView(plan, model, imports));
  const schemas: readonly SchemaView[] = models.filter(hasCodec).flatMap((model) => schemaViews(plan, model, imports));
  return plan.templates.render("typescript/models.ts", { imports: imports.print(), types, schemas }).trimStart();
}

/** Every name that the file of a model exports on its account. */
function declaredNames(model: Model): readonly string[] {
  const { valueName: name } = model;
  const words = camelCase(model.name, "value");
  if (wrapsModel(model)) return [model.name];
  return [...new Set([model.name, name, `${name}$inboundSchema`, `${name}$outboundSchema`, `${words}ToJSON`, `${words}FromJSON`])];
}

function typeView(plan: TypeScriptPlan, model: Model, imports: Imports): TypeView {
  const scope: TypeScope = { plan, imports, side: useOf(plan, model) === "output" ? "read" : "write" };
  const isError = model.kind === "object" && model.isError;
  const docs = docComment(docText(model.docs), "");
  return {
    docs: isError ? "" : docs,
    declaration: wrapsModel(model) ? null : declaration(model, scope),
    error: isError ? errorClass(plan, model, scope, docs) : null,
  };
}

function declaration(model: Model, scope: TypeScope): string {
  const { valueName: name } = model;
  switch (model.kind) {
    case "object":
      return `export type ${name} = ${objectText(model, scope)};`;
    case "enum":
      return enumDeclaration(model, scope);
    case "union":
      return `export type ${name} =${lines(unionMembers(model, scope), name)};`;
    case "alias":
      return `export type ${name} = ${typeText(model.of, scope)};`;
  }
}

/**
 *     {
 *       /** When it was made. *\/
 *       createdAt: Date;
 *       comment?: string | null | undefined;
 *     }
 */
function objectText(model: ObjectModel, scope: TypeScope): string {
  const hidden = new Set(hiddenParameters(model));
  const fields = model.fields.filter((field) => !hidden.has(field)).map((field) => propertyText(field, scope, "  "));
  const { rest } = model;
  const beside = rest === null ? null : restProperty(scope.plan, model);
  if (rest !== null && beside !== null) fields.push(`  ${typeKey(beside)}?: { [k: string]: ${typeText(rest, scope)} } | undefined;\n`);
  if (rest !== null && beside === null)
    fields.push(`  [additionalProperties: string]: ${fields.length === 0 ? typeText(rest, scope) : "any"};\n`);
  return fields.length === 0 ? "{}" : `{\n${fields.join("")}}`;
}

function propertyText(field: Property, scope: TypeScope, indent: string): string {
  const type = propertyType(field, scope);
  return `${docComment(docText(placeDocs(field.slot)), indent)}${indent}${typeKey(field.name)}${field.required ? `: ${type}` : `?: ${type} | undefined`};\n`;
}

function propertyType({ place, type }: Property, scope: TypeScope): string {
  if (place.kind === "result") return readText(type, place.stream, scope);
  const text = typeText(type, scope);
  // What a client gets its tokens with, or a token instead.
  return place.kind === "credential" && place.orToken ? `${text} | string` : text;
}

/**
 *     export const Kind = { Full: "full" } as const;
 *     export type Kind = ClosedEnum<typeof Kind>;
 *
 * or, as a union, `export type Kind = "full" | "part" | Unrecognized<string>;`
 */
function enumDeclaration(model: EnumModel, { plan, imports }: TypeScope): string {
  const { name, base } = model;
  const values = [...new Set(model.members.map(({ value }) => value))];
  const openable = base !== "boolean" && isOpen(plan, model);
  if (plan.options.enumFormat === "enum" && base !== "boolean") {
    const members = model.members.map(
      (member) => `${docComment(docText(member.docs), "  ")}  ${typeKey(member.name)}: ${scalarLiteral(member.value)},\n`,
    );
    const kind = imports.type("types/enums.ts", openable ? "OpenEnum" : "ClosedEnum");
    return `export const ${name} = {\n${members.join("")}} as const;\nexport type ${name} = ${kind}<typeof ${name}>;`;
  }
  const unknown = openable ? [`${imports.type("types/unrecognized.ts", "Unrecognized")}<${base === "string" ? "string" : "number"}>`] : [];
  return `export type ${name} =${lines([...values.map(scalarLiteral), ...unknown], name)};`;
}

function unionMembers(model: UnionModel, scope: TypeScope): readonly string[] {
  const tag = tagOf(model);
  const members = model.members.map((member, index) => {
    const text = readText(member.type, member.stream, scope);
    const tags = tag?.values.filter((one) => one.member === index).map(({ value }) => value) ?? [];
    if (tag === null || tags.length === 0 || saysTag(member.type, tag.property, scope.plan)) return text;
    const said = tags.map(scalarLiteral).join(" | ");
    return `(${text} & { ${typeKey(tag.property)}${tag.always ? `: ${said}` : `?: ${said} | undefined`} })`;
  });
  const unknown =
    tag !== null && isOpen(scope.plan, model)
      ? [`${scope.imports.type("types/discriminatedUnion.ts", "Unknown")}<${scalarLiteral(tag.property)}>`]
      : [];
  return [...new Set([...members, ...unknown])];
}

/** Whether the type of a member says its tag itself, so that a `switch` can tell it from the others. */
function saysTag(type: Type, property: string, plan: TypeScriptPlan, path: readonly Model[] = []): boolean {
  const model = type.kind === "ref" ? plan.modelOf.get(type.id) : undefined;
  if (model === undefined || path.includes(model)) return false;
  if (model.kind === "union") return model.members.every((member) => saysTag(member.type, property, plan, [...path, model]));
  return model.kind === "object" && model.fields.some((field) => field.name === property && field.type.kind === "literal");
}

/** Members of a union behind the `=`, or one below the other. */
function lines(members: readonly string[], name: string): string {
  const line = members.join(" | ");
  if (members.length === 0) return " never";
  return line.length + name.length < 120 && !line.includes("\n") ? ` ${line}` : `\n${members.map((member) => `  | ${member}`).join("\n")}`;
}
