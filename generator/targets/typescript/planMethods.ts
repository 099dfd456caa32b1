import type { Argument, ErrorCase, Method, Resource, Surface } from "../../codegen/surface/surface.js";
import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { Content, Status } from "../../ir/operation.js";
import type { Names } from "../../naming/names.js";
import { fileStem, functionFile } from "./files.js";
import type { TypeScriptOptions } from "./options.js";
import type { TsArgument, TsErrorRow, TsMethod, TsModel, TsObject, TsRequest, TsResource, TsResult } from "./plan.js";
import { planProperty, typeLookup } from "./planModels.js";
import { planPages } from "./planPages.js";
import { resultTypes } from "./planResult.js";
import { planAlternatives, planCredentials } from "./planSecurity.js";
import { camelCase, keywords } from "./spelling.js";
import { type TsType, type TypeLookup, tsType } from "./tsType.js";

interface Context {
  readonly surface: Surface;
  readonly names: Names;
  readonly options: TypeScriptOptions;
  readonly modelOf: ReadonlyMap<TypeId, TsModel>;
  readonly typeOf: TypeLookup;
}

/** Plans every method once; resources point at them. */
export function planMethods(
  surface: Surface,
  names: Names,
  options: TypeScriptOptions,
  modelOf: ReadonlyMap<TypeId, TsModel>,
): readonly TsMethod[] {
  const context: Context = { surface, names, options, modelOf, typeOf: typeLookup(surface) };
  const resources = new Map(surface.resources.map((resource) => [resource.address, resource]));
  const owner = new Map<Address, Resource>();
  for (const resource of surface.resources) for (const method of resource.methods) if (!owner.has(method)) owner.set(method, resource);
  const taken = new Set<string>();
  return surface.methods.map((method) => {
    const resource = owner.get(method.address) ?? null;
    const path = resource === null ? [] : attributePath(resource, resources, names);
    return planMethod(method, resource, functionName([...path, names.of(method.address)], taken), context);
  });
}

function attributePath(resource: Resource, resources: ReadonlyMap<Address, Resource>, names: Names): readonly string[] {
  const parent = resource.parent === null ? undefined : resources.get(resource.parent);
  return [...(parent === undefined ? [] : attributePath(parent, resources, names)), names.of(`${resource.address}/attribute` as Address)];
}

/** ["customerPortal", "orders", "list"] → customerPortalOrdersList; unique without case, because it names a file. */
function functionName(path: readonly string[], taken: Set<string>): string {
  const joined = path.map((part, i) => (i === 0 ? part : part.slice(0, 1).toUpperCase() + part.slice(1))).join("");
  const safe = keywords.has(joined) ? `${joined}T` : camelCase(joined, "call");
  let name = safe;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${safe}${n}`;
  taken.add(name.toLowerCase());
  return name;
}

function planMethod(method: Method, resource: Resource | null, functionOf: string, context: Context): TsMethod {
  const { names, options, modelOf } = context;
  const { operation, security } = method;
  const own = security.kind === "own" ? modelOf.get(security.type) : undefined;
  const named = operation.examples.find((example) => example.from !== "generated" && example.name !== "");
  const result = planResult(method, context);
  return {
    method,
    name: names.of(method.address),
    function: functionOf,
    file: functionFile(functionOf, options),
    resource: resource?.address ?? null,
    request: planRequest(method, context),
    security:
      security.kind === "own" && own?.kind === "object"
        ? {
            model: own,
            optional: security.security.some((option) => option.length === 0),
            credentials: planCredentials(context.surface.api, security, security.type, names),
          }
        : null,
    alternatives: security.kind === "client" && security.alternatives !== null ? planAlternatives(security.alternatives, names) : null,
    result,
    errors: errorRows(method.errors, modelOf),
    pages: planPages(method, context.typeOf),
    example: named ?? operation.examples[0] ?? null,
    examples: operation.examples,
  };
}

function planRequest(method: Method, context: Context): TsRequest {
  const { request } = method;
  const { options, modelOf, typeOf } = context;
  switch (request.kind) {
    case "none":
      return { kind: "none" };
    case "body": {
      const { argument } = request;
      if (argument.place.kind !== "body") throw new Error("a request that is a body holds one");
      const { content } = argument.place;
      const type = bodyType(content, typeOf);
      return { kind: "body", type, content, optional: argument.slot.presence === "optional" && options.optionalRequest };
    }
    case "object": {
      const model = requestModel(request.type, modelOf);
      const optional =
        options.optionalRequest && visible(request.arguments).every(({ slot }) => slot.presence === "optional" || slot.default !== null);
      return { kind: "object", model, optional, arguments: planArguments(visible(request.arguments), context) };
    }
    case "arguments": {
      if (request.type === null) throw new Error("arguments without a request type");
      const planned = planArguments(visible(request.arguments), context);
      return {
        kind: "arguments",
        model: requestModel(request.type, modelOf),
        arguments: [...planned.filter(({ required }) => required), ...planned.filter(({ required }) => !required)],
      };
    }
    default:
      return assertNever(request);
  }
}

function requestModel(id: TypeId, modelOf: ReadonlyMap<TypeId, TsModel>): TsObject {
  const model = modelOf.get(id);
  if (model?.kind !== "object") throw new Error(`the request type ${id} is no object`);
  return model;
}

function visible(source: readonly Argument[]): readonly Argument[] {
  return source.filter(({ place }) => place.kind !== "parameter" || place.parameter.global !== "hidden");
}

/** What a caller gives as the whole body. */
export function bodyType({ codec, type }: Content, typeOf: TypeLookup): TsType {
  switch (codec.kind) {
    case "xml":
      return { kind: "string" };
    case "text":
      return { kind: "string" };
    case "binary":
    case "events":
      return { kind: "file" };
    case "lines":
      return { kind: "array", items: tsType(type, typeOf) };
    case "json":
    case "form":
    case "multipart":
      return tsType(type, typeOf);
  }
}

/** Names that a function's own signature and code need. */
const parameterWords = new Set([...keywords, "client", "security", "options", "operation", "call", "callPages"]);

function planArguments(source: readonly Argument[], { names, options, typeOf }: Context): readonly TsArgument[] {
  const taken = new Set<string>();
  return source.map((argument): TsArgument => {
    const planned = planProperty(argument.slot, names, options, typeOf);
    const { place } = argument;
    const global = place.kind === "parameter" && place.parameter.global !== "no";
    const type = place.kind === "body" ? withNull(bodyType(place.content, typeOf), planned.type) : planned.type;
    const safe = camelCase(planned.name, "value");
    let parameter = parameterWords.has(safe) ? `${safe}Param` : safe;
    for (let n = 2; taken.has(parameter); n += 1) parameter = `${safe}${n}`;
    taken.add(parameter);
    return { ...planned, type, required: planned.required && !global, argument, parameter };
  });
}

function withNull(type: TsType, declared: TsType): TsType {
  return declared.kind === "nullable" && type.kind !== "nullable" ? { kind: "nullable", of: type } : type;
}

function planResult({ result, errors }: Method, { names, typeOf, options }: Context): TsResult {
  const { shape, mayBeEmpty, cases } = result;
  const base = { mayBeEmpty, cases, errors, field: null, headers: false, wrapped: false };
  /** In an envelope the value is a property, named after its type. */
  const within = (type: TsType): string | null => {
    if (options.envelope === "none") return null;
    return type.kind === "model" && names.has(type.id as Address) ? camelCase(names.of(type.id as Address), "result") : "result";
  };
  switch (shape.kind) {
    case "nothing":
      return { ...base, type: null };
    case "value": {
      const [type] = resultTypes(result, typeOf);
      return type === undefined ? { ...base, type: null } : { ...base, type, field: within(type) };
    }
    case "union": {
      const type: TsType = { kind: "model", id: shape.type, is: "union" };
      return { ...base, type, field: within(type) };
    }
    case "wrapper": {
      const field = `${shape.type.slice(0, -"/response".length)}/response/property:Result` as Address;
      return {
        ...base,
        wrapped: true,
        type: { kind: "model", id: shape.type, is: "object" },
        field: shape.value === null ? null : names.of(field),
        headers: shape.headers.length > 0,
      };
    }
    default:
      return assertNever(shape);
  }
}

/** One row per error class, content type and class of status; each row's highest status gives its place. */
function errorRows(errors: readonly ErrorCase[], modelOf: ReadonlyMap<TypeId, TsModel>): readonly TsErrorRow[] {
  const rows = new Map<string, { model: TypeId; statuses: Status[]; mediaType: string }>();
  for (const error of errors) {
    for (const model of error.types) {
      if (!modelOf.has(model)) continue;
      const key = [model, error.content.mediaType, error.headers.length > 0, Math.floor(rank(error.status) / 100)].join(" ");
      const row = rows.get(key) ?? { model, statuses: [], mediaType: error.content.mediaType };
      row.statuses.push(error.status);
      rows.set(key, row);
    }
  }
  const sorted = [...rows.values()].map((row) => ({ ...row, statuses: [...row.statuses].sort((a, b) => rank(a) - rank(b)) }));
  const last = (row: TsErrorRow): number => rank(row.statuses.at(-1) ?? { kind: "default" });
  return sorted
    .map((row, i) => ({ row, i }))
    .sort((a, b) => last(a.row) - last(b.row) || a.i - b.i)
    .map(({ row }) => row);
}

function rank(status: Status): number {
  switch (status.kind) {
    case "code":
      return status.code;
    case "range":
      return status.hundreds * 100 + 99.5;
    case "default":
      return 1000;
  }
}

/** The tree of resources, children inside their parents. */
export function planResources(
  surface: Surface,
  names: Names,
  options: TypeScriptOptions,
  methods: readonly TsMethod[],
): readonly TsResource[] {
  const byAddress = new Map(methods.map((method) => [method.method.address, method]));
  const byResource = new Map(surface.resources.map((resource) => [resource.address, resource]));
  const build = (address: Address, path: readonly string[]): TsResource[] => {
    const resource = byResource.get(address);
    if (resource === undefined) return [];
    const attribute = names.of(`${address}/attribute` as Address);
    const here = [...path, attribute];
    const className = names.of(address);
    const stem = fileStem(className, options);
    return [
      {
        resource,
        className,
        attribute,
        file: `sdk/${stem === "sdk" || stem === "index" ? `${stem}-group` : stem}.ts`,
        path: here,
        children: resource.children.flatMap((child) => build(child, here)),
        methods: resource.methods.flatMap((method) => byAddress.get(method) ?? []),
      },
    ];
  };
  return surface.resources.filter(({ parent }) => parent === null).flatMap(({ address }) => build(address, []));
}

/** All resources, parents before their children. */
export function allResources(resources: readonly TsResource[]): readonly TsResource[] {
  return resources.flatMap((resource) => [resource, ...allResources(resource.children)]);
}
