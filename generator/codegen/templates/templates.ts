import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CompiledTemplates, type HandlebarsRuntime, type TemplateFolder, type TemplateStore, templateStore } from "./templateStore.js";

/** The project's own templates, and with them those that targets from outside bring. A store belongs to one run. */
export async function loadTemplates(folders: readonly TemplateFolder[] = []): Promise<TemplateStore> {
  const own = await loadOwnTemplates();
  if (folders.length === 0) return own;
  const { openTemplateFolder } = await import("./templateSources.js");
  const opened = new Map(folders.map((folder) => [folder.target, openTemplateFolder(folder)]));
  return {
    render: (name, view, symbol) => (opened.get(name.slice(0, name.indexOf("/"))) ?? own).render(name, view, symbol),
    runtime: (target) => (opened.get(target) ?? own).runtime(target),
  };
}

/**
 * Loads the templates: those compiled by the build where there is a build, else (the sources run in tests) `templates/` itself, compiled on the way
 * and each view guarded by `strictView`.
 */
async function loadOwnTemplates(): Promise<TemplateStore> {
  const compiled = new URL("../../../templates.js", import.meta.url);
  if (!existsSync(fileURLToPath(compiled))) {
    const { loadTemplateSources } = await import("./templateSources.js");
    return loadTemplateSources(fileURLToPath(new URL("../../../templates", import.meta.url)));
  }
  // Not literals: the compiler has no declarations for these two.
  const runtimeModule: string = "handlebars/runtime.js";
  const { default: handlebars }: { readonly default: HandlebarsRuntime } = await import(runtimeModule);
  const files: CompiledTemplates = await import(compiled.href);
  return templateStore(handlebars, files, (_name, view) => view);
}
