import handlebars from "handlebars";
import { strictView } from "./strictView.js";
import { readTemplateFiles, type TemplateFiles } from "./templateFiles.js";
import { type CompiledTemplates, compileOptions, type TemplateStore, templateStore } from "./templates.js";

/** A store over the files below `root` as they stand, compiled when first used; each view is guarded. */
export function loadTemplateSources(root: string): TemplateStore {
  return templateStore(handlebars, compileTemplates(readTemplateFiles(root)), strictView);
}

function compileTemplates(files: TemplateFiles): CompiledTemplates {
  const templates: Record<string, Record<string, object>> = {};
  for (const { target, path, text } of files.templates) {
    const ofTarget = templates[target] ?? {};
    templates[target] = ofTarget;
    ofTarget[path] = specification(text);
  }
  return {
    templates,
    runtime: Object.fromEntries(files.runtime.map((of) => [of.target, of.files.map((file) => [file.path, file.text] as const)])),
  };
}

/** What `precompile` prints, evaluated: the same object that stands in the built module, so that tests render through the very same code path. */
function specification(text: string): object {
  const evaluate = new Function(`return ${handlebars.precompile(text, compileOptions)}`);
  const value: unknown = evaluate();
  if (typeof value !== "object" || value === null) throw new Error("a template did not compile to an object");
  return value;
}
