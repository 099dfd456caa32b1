import handlebars from "handlebars";
import { strictView } from "./strictView.js";
import { readTargetFiles, readTemplateFiles, type TemplateFiles } from "./templateFiles.js";
import {
  type CompiledTemplates,
  compileOptions,
  type TemplateFolder,
  type TemplateHelpers,
  type TemplateStore,
  templateStore,
} from "./templateStore.js";

type PrecompileOptions = NonNullable<Parameters<typeof handlebars.precompile>[1]>;

/** A store over the files below `root` as they stand, compiled when first used; each view is guarded. */
export function loadTemplateSources(root: string): TemplateStore {
  return templateStore(handlebars, compileTemplates(readTemplateFiles(root), {}), strictView);
}

/** A store over the templates of one target that is no part of sdksmith: read at once, compiled when the first is rendered, each view guarded. */
export function openTemplateFolder({ target, root, helpers }: TemplateFolder): TemplateStore {
  const files = readTargetFiles(root, target);
  let store: TemplateStore | null = null;
  return {
    render(name, view, symbol) {
      store ??= templateStore(handlebars, compileTemplates(files, helpers), strictView, helpers);
      return store.render(name, view, symbol);
    },
    runtime: (of) => files.runtime.flatMap((runtime) => (runtime.target === of ? runtime.files : [])),
  };
}

function compileTemplates(files: TemplateFiles, helpers: TemplateHelpers): CompiledTemplates {
  const knownHelpers = { ...compileOptions.knownHelpers, ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) };
  const templates: Record<string, Record<string, object>> = {};
  for (const { target, path, text } of files.templates) {
    const ofTarget = templates[target] ?? {};
    templates[target] = ofTarget;
    try {
      ofTarget[path] = specification(text, { ...compileOptions, knownHelpers });
    } catch (error) {
      throw new Error(`template ${target}/${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  return {
    templates,
    runtime: Object.fromEntries(files.runtime.map((of) => [of.target, of.files.map((file) => [file.path, file.text] as const)])),
  };
}

/** What `precompile` prints, evaluated: the same object that stands in the built module, so that tests render through the very same code path. */
function specification(text: string, options: PrecompileOptions): object {
  const evaluate = new Function(`return ${handlebars.precompile(text, options)}`);
  const value: unknown = evaluate();
  if (typeof value !== "object" || value === null) throw new Error("a template did not compile to an object");
  return value;
}
