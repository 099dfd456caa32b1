import { snakeCase } from "../../../codegen/casing.js";
import type { TypeId } from "../../../ir/ids.js";
import type { PyModel, PythonPlan } from "../plan.js";
import { allResources } from "../planMethods.js";
import type { PyType } from "../pyType.js";
import { components } from "./components.js";

/** A private module of models: `_tokens`, `_shared_pagination`. Declarations stand in an order in which each follows what it needs. */
export interface ModelModule {
  readonly name: string;
  readonly models: readonly PyModel[];
}

/**
 * Puts models into modules by the exact set of resources that use them, so that a call loads what it needs and nothing else. If A uses B, whoever uses A uses
 * B: a module only imports modules with more users, and types that contain each other have the same users, so imports never form a circle.
 */
export function partitionModels(plan: PythonPlan): readonly ModelModule[] {
  const users = usersOf(plan);
  const groups = new Map<string, PyModel[]>();
  for (const model of plan.models) {
    const key = [...(users.get(model.id) ?? [])].sort().join(" ");
    groups.set(key, [...(groups.get(key) ?? []), model]);
  }
  const taken = new Set<string>(["_errors", "_stems"]);
  return [...groups].map(([key, models]) => {
    const single = key !== "" && !key.includes(" ");
    const base = single ? `_${key}` : `_shared_${snakeCase(models[0]?.name ?? "")}`;
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base}_${n}`;
    taken.add(name);
    return { name, models: inOrder(models) };
  });
}

/** For each model the resources, as module names, whose methods lead to it. */
function usersOf(plan: PythonPlan): ReadonlyMap<TypeId, ReadonlySet<string>> {
  const users = new Map<TypeId, Set<string>>();
  const enter = (user: string, id: TypeId): void => {
    const model = plan.modelOf.get(id);
    const known = users.get(id) ?? new Set<string>();
    if (model === undefined || known.has(user)) return;
    known.add(user);
    users.set(id, known);
    for (const inner of modelsIn(model)) enter(user, inner);
  };
  const topOf = new Map(
    plan.resources.flatMap((top) => allResources([top]).map((resource) => [resource.resource.address, snakeCase(top.attribute)] as const)),
  );
  for (const method of plan.methods) {
    const user = method.resource === null ? "client" : (topOf.get(method.resource) ?? "client");
    for (const id of modelsOfMethod(plan, method)) enter(user, id);
  }
  for (const model of plan.models) if (!users.has(model.id)) enter(ownUser(model), model.id);
  return users;
}

/** Who uses a model that no method leads to. */
function ownUser({ source }: PyModel): string {
  switch (source.role) {
    case "security":
    case "credential":
      return "security";
    case "globals":
      return "globals";
    case "model":
    case "request":
    case "response":
    case "error":
      return "types";
  }
}

function modelsOfMethod(plan: PythonPlan, method: PythonPlan["methods"][number]): readonly TypeId[] {
  const { request, result } = method;
  return [
    ...(request.kind === "body" ? idsIn(request.type) : request.kind !== "none" && request.model !== null ? [request.model] : []),
    ...method.arguments.flatMap(({ type }) => idsIn(type)),
    ...(method.security === null ? [] : [method.security.id]),
    ...(result.kind === "wrapper" ? [result.model] : result.kind === "value" ? idsIn(result.type) : []),
    ...method.errors.map(({ model }) => model),
    ...method.method.result.cases.flatMap(({ content }) =>
      content?.type.kind === "ref" && plan.modelOf.has(content.type.id) ? [content.type.id] : [],
    ),
  ];
}

/** Models that a declaration names. */
export function modelsIn(model: PyModel): readonly TypeId[] {
  switch (model.kind) {
    case "object":
      return [...model.fields.flatMap(({ type }) => idsIn(type)), ...(model.rest === null ? [] : idsIn(model.rest))];
    case "union":
      return model.members.flatMap(idsIn);
    case "alias":
      return idsIn(model.of);
    case "enum":
      return [];
  }
}

function idsIn(type: PyType): readonly TypeId[] {
  switch (type.kind) {
    case "list":
      return idsIn(type.items);
    case "dict":
      return idsIn(type.values);
    case "nullable":
      return idsIn(type.of);
    case "union":
      return type.members.flatMap(idsIn);
    case "model":
      return [type.id];
    default:
      return [];
  }
}

/**
 * What a model needs comes first. In a circle the classes come before the unions and aliases: a class finds a quoted name wherever it is used, while an
 * alias is read by the modules that import it, which do not have the names inside.
 */
function inOrder(models: readonly PyModel[]): readonly PyModel[] {
  const here = new Map(models.map((model) => [model.id, model]));
  const needsOf = (model: PyModel): readonly PyModel[] => modelsIn(model).flatMap((id) => here.get(id) ?? []);
  return components(models, needsOf).flatMap((circle) => {
    if (circle.length === 1) return circle;
    const aliases = new Set(circle.filter(({ kind }) => kind !== "object"));
    const classes = models.filter((model) => circle.includes(model) && !aliases.has(model));
    const sorted = components([...aliases], (alias) => needsOf(alias).filter((need) => aliases.has(need)));
    return [...classes, ...sorted.flat()];
  });
}
