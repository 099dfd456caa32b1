import type { EnumModel, Method, Model, ObjectModel, Request, UnionModel } from "../../codegen/plan/plan.js";
import type { TypeId } from "../../ir/ids.js";
import type { Planned, SdkPlan } from "../sdkPlan.js";
import { codecFilesOf } from "./codecFilesOf.js";
import { type ModelPlace, modelPlaces } from "./files.js";
import type { TypeScriptOptions } from "./options.js";
import { camelCase, fileStem, keywords } from "./spelling.js";

/** Global values are options of the client and have no model. */
export interface TypeScriptPlan extends SdkPlan<TypeScriptOptions> {
  /** Where each model stands. */
  readonly places: ReadonlyMap<TypeId, ModelPlace>;
  /** File of each model's codec, from `src`. */
  readonly codecFiles: ReadonlyMap<TypeId, string>;
}

export function typescriptPlan({ options, models: all, ...planned }: Planned<TypeScriptOptions>): TypeScriptPlan {
  const name = camelCase(options.client, "client");
  const models = all.filter(({ role }) => role !== "globals");
  const plan = { ...planned, options, models, modelOf: new Map(models.map((model) => [model.id, model])) };
  const places = modelPlaces(plan, options);
  return {
    ...plan,
    places,
    codecFiles: codecFilesOf(plan),
    variable: keywords.has(name) ? `${name}Client` : name,
    anchor: (method) => method.name.toLowerCase(),
    pages: {
      nameOf: (model) => `${placeOf({ places }, model).namespace}.${model.name}`,
      pathOf(model) {
        const { folder } = placeOf({ places }, model);
        return `${folder === "" ? "" : `${folder}/`}${fileStem(model.name, options.fileNames)}`;
      },
    },
  };
}

/** From `src`: "models/components/token.ts". */
export function placeOf({ places }: Pick<TypeScriptPlan, "places">, { id }: Pick<Model, "id">): ModelPlace {
  const place = places.get(id);
  if (place === undefined) throw new Error(`the model ${id} stands nowhere`);
  return place;
}

/** Whether values of a model are given, read, or both. */
export function useOf({ options }: TypeScriptPlan, { use, role }: Model): Model["use"] {
  return options.bothDirections && (role === "model" || role === "error") ? "both" : use;
}

/** Whether readers keep a value that an enumeration or a tagged union does not list. */
export function isOpen(plan: TypeScriptPlan, model: EnumModel | UnionModel): boolean {
  if (!model.open || useOf(plan, model) === "input") return false;
  return model.kind === "enum" || tagOf(model) !== null;
}

/** The property that decides, when every member has it under one name. */
export function tagOf({ tag }: UnionModel): (Omit<NonNullable<UnionModel["tag"]>, "names"> & { readonly property: string }) | null {
  const [property, ...others] = tag?.names ?? [];
  return tag === null || property === undefined || others.length > 0 ? null : { ...tag, property };
}

/** The property that holds what the document does not list; null: it stands beside the others. */
export function restProperty({ options }: TypeScriptPlan, { fields }: ObjectModel): string | null {
  if (options.flatRest || fields.length === 0) return null;
  return fields.some(({ name }) => name === "additionalProperties") ? "additionalProperties_" : "additionalProperties";
}

/** Whether callers may leave the request out. */
export function isOptional({ options }: TypeScriptPlan, request: Request): boolean {
  if (!options.optionalRequest) return false;
  switch (request.kind) {
    case "none":
    case "arguments":
      return false;
    case "body":
      return request.body.optional;
    case "object":
      return request.arguments.every(({ slot }) => slot.presence === "optional" || slot.default !== null);
  }
}

/** In an envelope the value is a property, named after its type; in what a call wraps around it, it has a name of its own. Null: the value itself is returned. */
export function resultField({ options, modelOf }: TypeScriptPlan, { result }: Method): string | null {
  switch (result.kind) {
    case "nothing":
      return null;
    case "wrapper":
      return result.value?.name ?? null;
    case "value": {
      if (options.envelope === "none") return null;
      const model = result.type.kind === "ref" && result.stream === "no" ? modelOf.get(result.type.id) : undefined;
      return model === undefined ? "result" : camelCase(model.name, "result");
    }
  }
}

/** The error classes that a call declares, each once. */
export function errorsOf({ failures }: Method): readonly ObjectModel[] {
  return [...new Set(failures.flatMap(({ errors }) => errors.map(({ model }) => model)))];
}
