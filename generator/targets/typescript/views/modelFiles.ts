import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { Docs } from "../../../ir/node.js";
import { Imports } from "../imports.js";
import type { TsEnum, TsModel, TsObject, TsProperty, TsUnion, TypeScriptPlan } from "../plan.js";
import { hasCodec, typeName } from "../planCodecs.js";
import { camelCase } from "../spelling.js";
import { docComment, scalarLiteral, typeKey } from "../text.js";
import { hiddenParameters } from "./codecCode.js";
import { type ErrorClassView, errorClass } from "./errorClass.js";
import { type SchemaView, schemaViews } from "./schemaViews.js";
import { type TypeScope, typeText } from "./typeText.js";

/** The files of models: types, error classes, and what reads and writes single values. */
export function modelFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  return [...modelsByFile(plan)].map(([file, models]) => ({
    path: `src/${file}`,
    text: modelFile(plan, file, models),
    owner: "generator" as const,
  }));
}

export function modelsByFile(plan: TypeScriptPlan): ReadonlyMap<string, readonly TsModel[]> {
  const files = new Map<string, TsModel[]>();
  for (const model of plan.models) {
    const group = files.get(model.file);
    if (group === undefined) files.set(model.file, [model]);
    else group.push(model);
  }
  return files;
}

interface TypeView {
  readonly docs: string;
  readonly declaration: string;
  readonly error: ErrorClassView | null;
}

function modelFile(plan: TypeScriptPlan, file: string, models: readonly TsModel[]): string {
  const imports = new Imports(file, models.flatMap(declaredNames));
  const types = models.map((model) => typeView(plan, model, imports));
  const schemas: readonly SchemaView[] = models.filter(hasCodec).flatMap((model) => schemaViews(plan, model, imports));
  return plan.templates.render("typescript/models.ts", { imports: imports.print(), types, schemas }).trimStart();
}

/** Every name that the file of a model exports on its account. */
function declaredNames(model: TsModel): readonly string[] {
  const name = typeName(model);
  const words = camelCase(model.name, "value");
  return [...new Set([model.name, name, `${name}$inboundSchema`, `${name}$outboundSchema`, `${words}ToJSON`, `${words}FromJSON`])];
}

function typeView(plan: TypeScriptPlan, model: TsModel, imports: Imports): TypeView {
  const scope: TypeScope = { plan, imports, side: model.use === "output" ? "read" : "write" };
  const isError = model.kind === "object" && model.isError;
  const docs = docComment(docText(model.docs), "");
  return {
    docs: isError ? "" : docs,
    declaration: declaration(model, scope),
    error: isError ? errorClass(plan, model, scope, docs) : null,
  };
}

/** What an editor shows: summary, description, and what deprecates it. */
export function docText(docs: Docs): string {
  const { summary, description, link, deprecated } = docs;
  const texts = [
    summary ?? "",
    description !== null && description !== summary ? description : "",
    link === null ? "" : `@see {@link ${link.url}}${link.description === null ? "" : ` - ${link.description}`}`,
  ];
  const note = deprecated === null ? "" : `@deprecated ${deprecated.message ?? "This will be removed in a future release."}`;
  return [...texts, note].filter((text) => text.trim() !== "").join("\n\n");
}

function declaration(model: TsModel, scope: TypeScope): string {
  const name = typeName(model);
  switch (model.kind) {
    case "object":
      return `export type ${name} = ${objectText(model, scope)};`;
    case "enum":
      return enumDeclaration(model, scope);
    case "union":
      return `export type ${name} =${lines(unionMembers(model, scope), name)};`;
    case "alias":
      return `export type ${name} = ${typeText(model.of, scope)};`;
    default:
      return assertNever(model);
  }
}

/**
 *     {
 *       /** When it was made. *\/
 *       createdAt: Date;
 *       comment?: string | null | undefined;
 *     }
 */
function objectText(model: TsObject, scope: TypeScope): string {
  const hidden = new Set(hiddenParameters(model));
  const fields = model.fields.filter((field) => !hidden.has(field)).map((field) => propertyText(field, scope, "  "));
  const { rest } = model;
  if (rest !== null && rest.property !== null)
    fields.push(`  ${typeKey(rest.property)}?: { [k: string]: ${typeText(rest.type, scope)} } | undefined;\n`);
  if (rest !== null && rest.property === null)
    fields.push(`  [additionalProperties: string]: ${fields.length === 0 ? typeText(rest.type, scope) : "any"};\n`);
  return fields.length === 0 ? "{}" : `{\n${fields.join("")}}`;
}

export function propertyText(field: TsProperty, scope: TypeScope, indent: string): string {
  const type = typeText(field.type, scope);
  return `${docComment(docText(field.slot.docs), indent)}${indent}${typeKey(field.name)}${field.required ? `: ${type}` : `?: ${type} | undefined`};\n`;
}

/**
 *     export const Kind = { Full: "full" } as const;
 *     export type Kind = ClosedEnum<typeof Kind>;
 *
 * or, as a union, `export type Kind = "full" | "part" | Unrecognized<string>;`
 */
function enumDeclaration(model: TsEnum, { plan, imports }: TypeScope): string {
  const { name, open, base } = model;
  const values = [...new Set(model.members.map(({ value }) => value))];
  const openable = base !== "boolean" && open;
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

function unionMembers(model: TsUnion, scope: TypeScope): readonly string[] {
  const members = model.members.map((member, index) => {
    const text = typeText(member, scope);
    const tags = model.tag?.members.filter((tag) => tag.member === index).map(({ value }) => value) ?? [];
    return model.tag === null || tags.length === 0 || isConstant(member, model, scope.plan)
      ? text
      : `(${text} & { ${typeKey(model.tag.property)}: ${tags.map(scalarLiteral).join(" | ")} })`;
  });
  const unknown =
    model.open && model.tag !== null
      ? [`${scope.imports.type("types/discriminatedUnion.ts", "Unknown")}<${scalarLiteral(model.tag.property)}>`]
      : [];
  return [...new Set([...members, ...unknown])];
}

/** Whether the type of a member says its tag itself. */
function isConstant(member: TsUnion["members"][number], { tag }: TsUnion, plan: TypeScriptPlan): boolean {
  const model = member.kind === "model" ? plan.modelOf.get(member.id) : undefined;
  const field = model?.kind === "object" ? model.fields.find(({ name }) => name === tag?.property) : undefined;
  return field?.type.kind === "literal" || field?.type.kind !== "string";
}

/** Members of a union behind the `=`, or one below the other. */
function lines(members: readonly string[], name: string): string {
  const line = members.join(" | ");
  if (members.length === 0) return " never";
  return line.length + name.length < 120 && !line.includes("\n") ? ` ${line}` : `\n${members.map((member) => `  | ${member}`).join("\n")}`;
}
