import type { TypeId } from "../../ir/ids.js";
import { fileStem } from "./files.js";
import type { TypeScriptOptions } from "./options.js";
import type { TsMethod, TsModel, TsResource } from "./plan.js";
import { allResources } from "./planMethods.js";
import type { TsType } from "./tsType.js";

/** Types that have a codec: what a call wraps around a response, and credentials, are put together by the library. */
export function hasCodec(model: TsModel): boolean {
  switch (model.source.role) {
    case "model":
    case "request":
    case "globals":
    case "error":
      return true;
    case "response":
    case "security":
    case "credential":
      return false;
  }
}

/** The name that stands for the values: of an error those of its data, the class is only thrown. */
export function typeName(model: TsModel): string {
  return model.kind === "object" && model.isError ? `${model.name}Data` : model.name;
}

/** `Token$codec`: a name that only the SDK's own files know, unique among the types of all folders. */
export function planCodecNames(models: readonly TsModel[]): ReadonlyMap<TypeId, string> {
  const taken = new Set<string>();
  return new Map(
    models.filter(hasCodec).map((model) => {
      const base = typeName(model);
      let name = `${base}$codec`;
      for (let n = 2; taken.has(name); n += 1) name = `${base}$codec${n}`;
      taken.add(name);
      return [model.id, name];
    }),
  );
}

/** The named types that a model refers to directly. */
export function referencesOf(model: TsModel): readonly TypeId[] {
  switch (model.kind) {
    case "object":
      return [...model.fields.flatMap(({ type }) => namedIn(type)), ...(model.rest === null ? [] : namedIn(model.rest.type))];
    case "union":
      return model.members.flatMap(namedIn);
    case "alias":
      return namedIn(model.of);
    case "enum":
      return [];
  }
}

/** The named types in a type expression. */
export function namedIn(type: TsType): readonly TypeId[] {
  switch (type.kind) {
    case "model":
      return [type.id];
    case "array":
    case "stream":
      return namedIn(type.items);
    case "tuple":
      return [...type.items.flatMap(namedIn), ...(type.rest === null ? [] : namedIn(type.rest))];
    case "map":
      return namedIn(type.values);
    case "nullable":
      return namedIn(type.of);
    default:
      return [];
  }
}

/** The types that the descriptor of a method names. */
export function rootsOf(method: TsMethod): readonly TypeId[] {
  const { request, result } = method;
  const { operation } = method.method;
  const sent = request.kind === "body" ? namedIn(request.type) : request.kind === "none" ? [] : [request.model.id];
  const responses = [...result.cases.flatMap(({ content }) => content ?? []), ...result.errors.map(({ content }) => content)];
  const model: readonly TypeId[] = responses.flatMap(({ type }) => refsIn(type));
  return [...sent, ...model, ...operation.responses.flatMap(({ contents }) => contents.flatMap(({ type }) => refsIn(type)))];
}

function refsIn(type: TsMethod["method"]["operation"]["responses"][number]["contents"][number]["type"]): readonly TypeId[] {
  switch (type.kind) {
    case "ref":
      return [type.id];
    case "array":
      return refsIn(type.items);
    case "tuple":
      return [...type.items.flatMap(refsIn), ...(type.rest === null ? [] : refsIn(type.rest))];
    case "map":
      return refsIn(type.values);
    case "nullable":
      return refsIn(type.of);
    default:
      return [];
  }
}

/**
 * The file of each codec. What one resource alone uses stands in its file, everything else in `common.ts`: whatever a type refers to is used by at least the
 * same resources, and all types of a cycle by the same, so resource files import from `common.ts` alone and no two files import each other.
 */
export function planCodecFiles(
  models: readonly TsModel[],
  methods: readonly TsMethod[],
  resources: readonly TsResource[],
  options: TypeScriptOptions,
  seeThrough: (id: TypeId) => readonly TypeId[],
): ReadonlyMap<TypeId, string> {
  const modelOf = new Map(models.map((model) => [model.id, model]));
  const stems = new Map(allResources(resources).map(({ resource, className }) => [resource.address, fileStem(className, options)]));
  const users = new Map<TypeId, Set<string>>();
  const visit = (id: TypeId, user: string): void => {
    const known = users.get(id) ?? new Set<string>();
    if (known.has(user)) return;
    users.set(id, known.add(user));
    const model = modelOf.get(id);
    for (const next of model === undefined ? seeThrough(id) : referencesOf(model)) visit(next, user);
  };
  for (const method of methods) {
    const user = method.resource === null ? "client" : (stems.get(method.resource) ?? "client");
    for (const id of rootsOf(method)) visit(id, user);
  }
  // Payloads of webhooks, and whatever else no call shows, count as one more resource.
  for (const { id } of models) if (!users.has(id)) visit(id, "webhooks");
  const files = models.filter(hasCodec).map(({ id }): readonly [TypeId, string] => {
    const [only, ...others] = users.get(id) ?? [];
    return [id, `codecs/${only === undefined || others.length > 0 || only === "common" ? "common" : only}.ts`];
  });
  return new Map(files);
}

/** Enumerations whose values help to choose the member of a union that is told apart by trying. */
export function enumsInUnions(models: readonly TsModel[]): ReadonlySet<TypeId> {
  const modelOf = new Map(models.map((model) => [model.id, model]));
  const seen = new Set<TypeId>();
  const visit = (id: TypeId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const model = modelOf.get(id);
    if (model !== undefined) for (const next of referencesOf(model)) visit(next);
  };
  for (const model of models) if (model.kind === "union" && model.tag === null) for (const id of referencesOf(model)) visit(id);
  return new Set([...seen].filter((id) => modelOf.get(id)?.kind === "enum"));
}
