import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { Model } from "../../../../codegen/plan/plan.js";
import type { TypeId } from "../../../../ir/ids.js";
import { ImportSet } from "../../imports.js";
import type { PythonPlan } from "../../plan.js";
import { pythonString, wrapped } from "../../text.js";
import { codecNotes } from "./codecs.js";
import { declarations, declaredNames } from "./declarations.js";
import { errorsModule } from "./errorsModule.js";
import { type ModelModule, modelModules } from "./modelModules.js";
import { byName, declaredNamesOf, stemsOf } from "./modelNames.js";
import type { ModuleScope } from "./moduleScope.js";

/** The packages of models and errors: private modules that hold the classes, and lazy packages that export them. */
export function modelFiles(plan: PythonPlan): readonly GeneratedFile[] {
  const modules = modelModules(plan);
  const names = declaredNamesOf(plan);
  const homes = new Map<TypeId, string>(modules.flatMap((module) => module.models.map((model) => [model.id, module.name] as const)));
  const root = `src/${plan.options.module}`;
  const file = (path: string, text: string): GeneratedFile => ({ path: `${root}/${path}`, text, owner: "generator" });
  const errors = errorsModule(plan, homes);
  const apart = plan.options.errorsModule === "errors";
  const exports = new Map<string, readonly string[]>();
  const errorExports = new Map<string, readonly string[]>();
  for (const module of modules) {
    const data = module.models.filter((model) => model.kind === "object" && model.isError);
    const others = module.models.filter((model) => !data.includes(model));
    const declared = (models: readonly Model[]): readonly string[] => models.flatMap(declaredNames).sort(byName);
    if (!apart) exports.set(`.${module.name}`, declared(module.models));
    else {
      if (others.length > 0) exports.set(`.${module.name}`, declared(others));
      if (data.length > 0) errorExports.set(`..models.${module.name}`, declared(data));
    }
  }
  (apart ? errorExports : exports).set("._errors", errors.names);
  return [
    ...modules.map((module) => file(`models/${module.name}.py`, moduleText(plan, module, homes, names))),
    file(`${apart ? "errors" : "models"}/_errors.py`, errors.text),
    file("models/__init__.py", packageText(plan, "The models of the API: what its operations take and return.", exports)),
    file("models/_stems.py", stemsText(stemsOf(plan, apart ? "models" : "all"))),
    ...(apart
      ? [
          file("errors/__init__.py", packageText(plan, "The errors of the API and what they carry.", errorExports)),
          file("errors/_stems.py", stemsText(stemsOf(plan, "errors"))),
        ]
      : []),
    ...globalsFiles(plan, homes).map(([path, text]) => file(path, text)),
  ];
}

function moduleText(plan: PythonPlan, module: ModelModule, homes: ReadonlyMap<TypeId, string>, names: ReadonlySet<string>): string {
  const imports = new ImportSet(names);
  const declared = new Set<TypeId>();
  const quoted = new Set<string>();
  const scope: ModuleScope = {
    plan,
    imports,
    typesModule: "..types",
    codec: (type) => codecNotes(imports, type),
    asValues: false,
    outerNames: new Set(),
    quoted,
    model(model, twin) {
      const name = twin ? `${model.name}TypedDict` : model.valueName;
      const home = homes.get(model.id);
      if (home !== undefined && home !== module.name) return imports.from(`.${home}`, name);
      if (declared.has(model.id)) return name;
      quoted.add(name);
      return `"${name}"`;
    },
  };
  const blocks = module.models.flatMap((model) => {
    const made = declarations(scope, model);
    declared.add(model.id);
    return made;
  });
  return plan.templates.render("python/models/module.py", { title: "Models.", imports: imports.text(), blocks });
}

function packageText(plan: PythonPlan, title: string, exports: ReadonlyMap<string, readonly string[]>): string {
  const modules = [...exports].sort(([a], [b]) => (a < b ? -1 : 1)).map(([module, names]) => ({ module, names }));
  const all = modules.flatMap(({ names }) => names).sort(byName);
  return plan.templates.render("python/models/package.py", { title, modules, all });
}

/** `STEMS = {"token": ["Token", "TokenTypedDict"]}` */
function stemsText(stems: ReadonlyMap<string, readonly string[]>): string {
  const entries = [...stems]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, names]) => `    ${wrapped(`${pythonString(stem)}: [`, names.map(pythonString), "]", "    ", 1)},\n`);
  return `"""Where code of users expects the models: module → names."""\n\nSTEMS: dict[str, list[str]] = {\n${entries.join("")}}\n`;
}

function globalsFiles(plan: PythonPlan, homes: ReadonlyMap<TypeId, string>): readonly (readonly [string, string])[] {
  const model = plan.models.find(({ role }) => role === "globals");
  if (model === undefined) return [];
  const home = homes.get(model.id) ?? "";
  const lines = (from: string): string =>
    [model.name, `${model.name}TypedDict`].map((name) => `from ${from} import ${name} as ${name}\n`).join("");
  const files = { __init__: ".globals", globals: `..${home}` };
  const title = '"""Values that a client holds for all operations."""\n\n';
  return Object.entries(files).map(([name, from]) => [`models/internal/${name}.py`, title + lines(from)] as const);
}
