import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { TypeId } from "../../../ir/ids.js";
import { Imports } from "../imports.js";
import { layoutCode } from "../layout.js";
import type { TsModel, TypeScriptPlan } from "../plan.js";
import { enumsInUnions, hasCodec, referencesOf } from "../planCodecs.js";
import { type CodecScope, codecName, modelCodec } from "./codecCode.js";

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
  const deciding = enumsInUnions(plan.models);
  const files = new Map<string, TsModel[]>();
  for (const model of plan.models.filter(hasCodec)) {
    const file = plan.codecFiles.get(model.id) ?? "codecs/common.ts";
    const group = files.get(file);
    if (group === undefined) files.set(file, [model]);
    else group.push(model);
  }
  return [...files].map(([file, models]) => ({
    path: `src/${file}`,
    text: codecFile(plan, file, models, deciding),
    owner: "generator" as const,
  }));
}

function codecFile(plan: TypeScriptPlan, file: string, models: readonly TsModel[], deciding: ReadonlySet<TypeId>): string {
  const imports = new Imports(
    file,
    models.map((model) => codecName(model, plan)),
  );
  const defined = new Set<TypeId>();
  const scope: CodecScope = { plan, imports, defined, file, deciding };
  const codecs = inOrder(models).map((model) => {
    const { type, code } = modelCodec(model, scope);
    defined.add(model.id);
    const name = codecName(model, plan);
    return { name, type, code: layoutCode(code, "", { width: 140, before: `export const ${name}: ${type} = ;`.length }) };
  });
  return plan.templates.render("typescript/codecs.ts", { imports: imports.print(), codecs });
}

/** What a type refers to stands above it, but for references that lead back into a cycle. */
function inOrder(models: readonly TsModel[]): readonly TsModel[] {
  const here = new Map(models.map((model) => [model.id, model]));
  const seen = new Set<TypeId>();
  const ordered: TsModel[] = [];
  const visit = (model: TsModel): void => {
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
