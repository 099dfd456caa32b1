import { wordSet } from "../../codegen/casing.js";
import type { Model, Plan } from "../../codegen/plan/plan.js";
import { wrapsModel } from "../../codegen/plan/planning.js";
import { isWithin } from "../../ir/address.js";
import type { TypeId } from "../../ir/ids.js";
import type { TypeScriptOptions } from "./options.js";
import { fileStem } from "./spelling.js";

/** Names of files that every SDK has in a folder of models. */
const fixedStems = wordSet(
  "index sdkvalidationerror responsevalidationerror httpclienterrors sdk-validation-error response-validation-error http-client-errors",
);

export interface ModelPlace {
  /** From `src`: "models/components/token.ts"; inline types stand in the file of what holds them. */
  readonly file: string;
  readonly folder: string;
  /** How pages call the folder: "components". */
  readonly namespace: string;
}

/**
 * Where each type stands: components have a file each, the types of an operation share one, and an inline type stands in the file of what holds it.
 *
 *     schema:Token/property:kind → models/components/token.ts      op:tokens:list/request → models/operations/tokenslist.ts
 */
export function modelPlaces(plan: Plan, options: TypeScriptOptions): ReadonlyMap<TypeId, ModelPlace> {
  const holders = holdersOf(plan);
  return new Map(plan.models.map((model) => [model.id, modelPlace(model, options, holders)]));
}

function modelPlace(model: Model, options: TypeScriptOptions, holders: Holders): ModelPlace {
  const { role, id, trail, name } = model;
  const [first] = trail;
  const { folders, spelling } = options;
  if ((model.kind === "object" && model.isError) || holders.unions.has(id)) return place(folders.errors, name, options);
  if (isOfError(trail)) {
    const holder = holders.errors.find((error) => error.id !== id && isWithin(id, error.id));
    return place(folders.errors, holder?.name ?? name, options);
  }
  if (role === "security" && model.operation === null) return place(folders.models, name, options);
  if (first?.role === "component") return place(folders.models, holders.components.get(first.key) ?? spelling.type([first.key]), options);
  const operation = trail.find((part) => part.role === "operation" || part.role === "webhook" || part.role === "callback");
  return operation === undefined
    ? place(folders.models, name, options)
    : place(folders.operations, spelling.type([operation.key]), options);
}

function place(folder: string, name: string, options: TypeScriptOptions): ModelPlace {
  const stem = fileStem(name, options.fileNames) || "model";
  const namespace = folder.split("/").at(-1) ?? "models";
  return { file: `${folder === "" ? "" : `${folder}/`}${fixedStems.has(stem) ? `${stem}-model` : stem}.ts`, folder, namespace };
}

/** Whether something is described inside the answer of a failed call. */
function isOfError(trail: Model["trail"]): boolean {
  return trail.some(({ role, key }) => role === "error" || (role === "response" && /^[45]/.test(key)));
}

/** Types whose files hold inline ones, too. */
interface Holders {
  /** Names by the key in the document. */
  readonly components: ReadonlyMap<string, string>;
  readonly errors: readonly Model[];
  /** Unions that are the body of a failed call. */
  readonly unions: ReadonlySet<TypeId>;
}

function holdersOf({ models, failedBodies }: Plan): Holders {
  const components = new Map(
    models.flatMap((model) => {
      const [first, second] = model.trail;
      return first?.role === "component" && second === undefined && !wrapsModel(model) ? [[first.key, model.name] as const] : [];
    }),
  );
  const unions = new Set(models.filter(({ kind, id }) => kind === "union" && failedBodies.has(id)).map(({ id }) => id));
  return { components, unions, errors: models.filter((model) => model.kind === "object" && model.isError) };
}

/** The file of a function, the same on disks that know no case. */
export function functionFile({ function: name }: Plan["methods"][number], options: TypeScriptOptions): string {
  return `funcs/${options.fileNames === "kebab" ? fileStem(name, "kebab") : name}.ts`;
}
