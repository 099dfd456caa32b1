import type { SurfaceType } from "../../codegen/surface/surface.js";
import type { Address, Naming } from "../../ir/node.js";
import type { Names } from "../../naming/names.js";
import type { TypeId } from "../../ir/ids.js";
import { kebabCase, type TypeScriptOptions } from "./options.js";

/** The file name of something, without its ending: `accesstoken` or `access-token`. */
export function fileStem(name: string, options: TypeScriptOptions): string {
  return options.fileNames === "kebab" ? kebabCase(name) : name.toLowerCase();
}

/** Names of files that every SDK has in a folder of models. */
const fixedStems = new Set(["index", "sdkvalidationerror", "responsevalidationerror", "httpclienterrors", "sdk-validation-error", "response-validation-error", "http-client-errors"]);

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
export function modelPlace(source: SurfaceType, names: Names, options: TypeScriptOptions, holders: ReadonlyMap<string, TypeId>): ModelPlace {
  const { role, type, id } = source;
  const [first] = type.naming.trail;
  const { folders } = options;
  if (role === "error" && type.kind === "object") return place(folders.errors, names.of(id), options);
  if (role === "security" && source.operation === null) return place(folders.models, names.of(id), options);
  if (first?.role === "component") {
    const holder = holders.get(first.key);
    return place(folders.models, holder === undefined ? options.spelling.type([first.key]) : names.of(holder), options);
  }
  const operation = operationParts(type.naming);
  return operation === null ? place(folders.models, names.of(id), options) : place(folders.operations, options.spelling.type([operation]), options);
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

/** Components by their key, for the files of their inline types. */
export function componentHolders(types: readonly SurfaceType[]): ReadonlyMap<string, TypeId> {
  const holders = new Map<string, TypeId>();
  for (const { id, type } of types) {
    const [first, second] = type.naming.trail;
    if (first?.role === "component" && second === undefined) holders.set(first.key, id);
  }
  return holders;
}

/** The file of a function, the same on disks that know no case. */
export function functionFile(name: string, options: TypeScriptOptions): string {
  return `funcs/${options.fileNames === "kebab" ? kebabCase(name) : name}.ts`;
}

export const clientAddress = "client" as Address;
