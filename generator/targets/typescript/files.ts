import type { Surface, SurfaceType } from "../../codegen/surface/surface.js";
import type { TypeId } from "../../ir/ids.js";
import type { Naming } from "../../ir/node.js";
import type { Names } from "../../naming/names.js";
import { kebabCase, type TypeScriptOptions } from "./options.js";

/** The file name of something, without its ending: `accesstoken` or `access-token`. */
export function fileStem(name: string, options: TypeScriptOptions): string {
  return options.fileNames === "kebab" ? kebabCase(name) : name.toLowerCase();
}

/** Names of files that every SDK has in a folder of models. */
const fixedStems = new Set([
  "index",
  "sdkvalidationerror",
  "responsevalidationerror",
  "httpclienterrors",
  "sdk-validation-error",
  "response-validation-error",
  "http-client-errors",
]);

export interface ModelPlace {
  readonly file: string;
  readonly folder: string;
  readonly namespace: string;
}

/**
 * Where a type stands: components have a file each, the types of an operation share one, and an inline type stands in the file of what holds it.
 *
 *     schema:Token/property:kind → models/components/token.ts      op:tokens:list/request → models/operations/tokenslist.ts
 */
export function modelPlace(source: SurfaceType, names: Names, options: TypeScriptOptions, holders: Holders): ModelPlace {
  const { role, type, id } = source;
  const [first] = type.naming.trail;
  const { folders } = options;
  if ((role === "error" && type.kind === "object") || holders.unions.has(id)) return place(folders.errors, names.of(id), options);
  if (isOfError(type.naming))
    return place(folders.errors, names.of(holders.errors.find((error) => id.startsWith(`${error}/`)) ?? id), options);
  if (role === "security" && source.operation === null) return place(folders.models, names.of(id), options);
  if (first?.role === "component") {
    const holder = holders.components.get(first.key);
    return place(folders.models, holder === undefined ? options.spelling.type([first.key]) : names.of(holder), options);
  }
  const operation = operationParts(type.naming);
  return operation === null
    ? place(folders.models, names.of(id), options)
    : place(folders.operations, options.spelling.type([operation]), options);
}

function operationParts(naming: Naming): string | null {
  const part = naming.trail.find(({ role }) => role === "operation" || role === "webhook" || role === "callback");
  return part?.key ?? null;
}

function place(folder: string, name: string, options: TypeScriptOptions): ModelPlace {
  const stem = fileStem(name, options) || "model";
  const namespace = folder.split("/").at(-1) ?? "models";
  return { file: `${folder === "" ? "" : `${folder}/`}${fixedStems.has(stem) ? `${stem}-model` : stem}.ts`, folder, namespace };
}

/** Whether something is described inside the answer of a failed call. */
function isOfError({ trail }: Naming): boolean {
  return trail.some(({ role, key }) => role === "error" || (role === "response" && /^[45]/.test(key)));
}

/** Types whose files hold inline ones, too. */
export interface Holders {
  /** By their key in the document. */
  readonly components: ReadonlyMap<string, TypeId>;
  readonly errors: readonly TypeId[];
  /** Unions that are the body of a failed call. */
  readonly unions: ReadonlySet<TypeId>;
}

export function holdersOf({ types, methods }: Surface): Holders {
  const components = new Map<string, TypeId>();
  for (const { id, type } of types) {
    const [first, second] = type.naming.trail;
    if (first?.role === "component" && second === undefined) components.set(first.key, id);
  }
  const bodies = methods
    .flatMap((method) => method.errors.map(({ content }) => content.type))
    .flatMap((type) => (type.kind === "ref" ? type.id : []));
  const unionIds = new Set(types.filter(({ type }) => type.kind === "union").map(({ id }) => id));
  const unions = new Set(bodies.filter((id) => unionIds.has(id)));
  return { components, unions, errors: types.filter(({ role, type }) => role === "error" && type.kind === "object").map(({ id }) => id) };
}

/** The file of a function, the same on disks that know no case. */
export function functionFile(name: string, options: TypeScriptOptions): string {
  return `funcs/${options.fileNames === "kebab" ? kebabCase(name) : name}.ts`;
}
