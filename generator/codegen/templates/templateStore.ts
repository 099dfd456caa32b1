import type Handlebars from "handlebars";
import { partialName } from "./partialName.js";
import type { RuntimeFile } from "./templateFiles.js";

/** A view: plain data that holds each word of a page. Templates decide nothing. */
export type View = object;

/** Prints a symbol (a type, a class) and notes that its file must import it. The only helper that templates know: `{{symbol returns}}`. */
export type PrintSymbol = (symbol: unknown) => string;

/** Further words that the templates of a target from outside may call: `{{shout title}}`. Each makes text of plain values. */
export type TemplateHelpers = { readonly [name: string]: (...values: readonly unknown[]) => string };

/** Where the templates of a target from outside lie. */
export interface TemplateFolder {
  readonly target: string;
  readonly root: string;
  readonly helpers: TemplateHelpers;
}

/** All templates and runtime files of one run, loaded before anything is planned, so that rendering touches no disk. */
export interface TemplateStore {
  /** Renders `templates/<name>.hbs`, such as "acme/client.txt". `symbol` stands behind `{{symbol x}}`; without it a symbol is printed as a string. */
  render(name: string, view: View, symbol?: PrintSymbol): string;
  /** The library files of a target, in the order of their paths. */
  runtime(target: string): readonly RuntimeFile[];
}

/** What the build writes to `dist/templates.js`. */
export interface CompiledTemplates {
  readonly templates: { readonly [target: string]: { readonly [path: string]: TemplateSpecification } };
  readonly runtime: { readonly [target: string]: readonly (readonly [path: string, text: string])[] };
}

/** Templates as Handlebars prints them after compilation: an opaque object that only its runtime reads. */
type TemplateSpecification = object;
export type HandlebarsRuntime = typeof Handlebars;

/**
 * Strict: a missing key is an error and not an empty string. No escaping: text comes from typed writers. No helpers but the listed ones.
 * `preventIndent` stays off: a partial that stands alone on its line takes over the indentation of that line.
 */
export const compileOptions = { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: { symbol: true } } as const;

/** A store over compiled templates; `guard` sees each view before it is rendered, `helpers` are those that the templates were compiled with. */
export function templateStore(
  handlebars: HandlebarsRuntime,
  files: CompiledTemplates,
  guard: (name: string, view: View) => View,
  helpers: TemplateHelpers = {},
): TemplateStore {
  // Handlebars puts its own options behind the values.
  const further = Object.fromEntries(
    Object.entries(helpers).map(([name, help]) => [name, (...values: readonly unknown[]) => help(...values.slice(0, -1))]),
  );
  const environments = new Map<string, Environment>();
  return {
    render(name, view, symbol = String) {
      const slash = name.indexOf("/");
      const target = name.slice(0, slash);
      const environment = environments.get(target) ?? createEnvironment(handlebars, Object.entries(files.templates[target] ?? {}));
      environments.set(target, environment);
      const template = environment.get(name.slice(slash + 1));
      if (template === undefined) throw new Error(`there is no template "${name}"`);
      try {
        return template(guard(name, view), { helpers: { ...further, symbol } });
      } catch (error) {
        throw new Error(`template ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    },
    runtime(target) {
      return (files.runtime[target] ?? []).map(([path, text]) => ({ path, text }));
    },
  };
}

type Environment = ReadonlyMap<string, Handlebars.TemplateDelegate>;

/** Partials are visible within one target only, so that two targets may use the same word. */
function createEnvironment(handlebars: HandlebarsRuntime, templates: readonly (readonly [string, TemplateSpecification])[]): Environment {
  const own = handlebars.create();
  const environment = new Map<string, Handlebars.TemplateDelegate>();
  for (const [path, specification] of templates) {
    const template = own.template(specification);
    const partial = partialName(path);
    if (partial === null) environment.set(path, template);
    else own.registerPartial(partial, template);
  }
  return environment;
}
