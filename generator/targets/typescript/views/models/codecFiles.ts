import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { layoutCode } from "../../../../codegen/layout.js";
import type { Model } from "../../../../codegen/plan/plan.js";
import { referencesOf } from "../../../../codegen/types/references.js";
import type { TypeId } from "../../../../ir/ids.js";
import { groups } from "../../../../ir/node.js";
import { codecName, hasCodec } from "../../codecFilesOf.js";
import { Imports } from "../../imports.js";
import { type TypeScriptPlan, tagOf } from "../../plan.js";
import { type CodecScope, modelCodec } from "./codecCode.js";

/**
 * The tables that relate values to their JSON, few files for many types:
 *
 *     export const Token$codec: ObjectCodec<Token> = {
 *       kind: "object",
 *       fields: {
 *         id: "string",
 *       },
 *     };
 */
export function codecFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const deciding = enumsInUnions(plan);
  const files = groups(plan.models.filter(hasCodec), ({ id }) => plan.codecFiles.get(id) ?? "codecs/common.ts");
  return [...files].map(([file, models]) => ({
    path: `src/${file}`,
    text: codecFile(plan, file, models, deciding),
    owner: "generator" as const,
  }));
}

function codecFile(plan: TypeScriptPlan, file: string, models: readonly Model[], deciding: ReadonlySet<TypeId>): string {
  const imports = new Imports(file, models.map(codecName));
  const defined = new Set<TypeId>();
  const scope: CodecScope = { plan, imports, defined, file, deciding };
  const codecs = inOrder(models).map((model) => {
    const { type, code } = modelCodec(model, scope);
    defined.add(model.id);
    const name = codecName(model);
    return { name, type, code: layoutCode(code, "", { width: 140, before: `export const ${name}: ${type} = ;`.length }) };
  });
  return plan.templates.render("typescript/codecs.ts", { imports: imports.print(), codecs });
}

/** What a type refers to stands above it, but for references that lead back into a cycle. */
function inOrder(models: readonly Model[]): readonly Model[] {
  const here = new Map(models.map((model) => [model.id, model]));
  const seen = new Set<TypeId>();
  const ordered: Model[] = [];
  const visit = (model: Model): void => {
    if (seen.has(model.id)) return;
    seen.add(model.id);
    for (const id of referencesOf(model)) {
      const next = here.get(id);
      if (next !== undefined) visit(next);
    }
    ordered.push(model);
  };
  for (const model of models) visit(model);
  return ordered;
}

/** Enumerations whose values help to choose the member of a union that is told apart by trying. */
function enumsInUnions({ models, modelOf }: TypeScriptPlan): ReadonlySet<TypeId> {
  const seen = new Set<TypeId>();
  const open = models.flatMap((model) => (model.kind === "union" && tagOf(model) === null ? referencesOf(model) : []));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const model = modelOf.get(id);
    if (seen.has(id) || model === undefined) continue;
    seen.add(id);
    open.push(...referencesOf(model));
  }
  return new Set([...seen].filter((id) => modelOf.get(id)?.kind === "enum"));
}
