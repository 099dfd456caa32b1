import type { Argument, ErrorCase, Method, Surface } from "../../codegen/surface/surface.js";
import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { Status } from "../../ir/operation.js";
import type { NamedType } from "../../ir/types.js";
import type { Names } from "../../naming/names.js";
import type { PythonOptions } from "./options.js";
import type { PyArgument, PyErrorRow, PyMethod, PyModel, PyRequest, PyResource, PyResult } from "./plan.js";
import { planField } from "./planModels.js";
import { pyType, type TypeLookup } from "./pyType.js";
import { builtins } from "./spelling.js";

/** Plans every method once; resources point at them. */
export function planMethods(
  surface: Surface,
  names: Names,
  options: PythonOptions,
  modelOf: ReadonlyMap<TypeId, PyModel>,
): readonly PyMethod[] {
  const types = new Map<TypeId, NamedType>(surface.types.map(({ id, type }) => [id, type]));
  const typeOf: TypeLookup = (id) => types.get(id);
  const owner = new Map<Address, Address>();
  for (const resource of surface.resources)
    for (const method of resource.methods) if (!owner.has(method)) owner.set(method, resource.address);
  return surface.methods.map((method) => planMethod(method, owner.get(method.address) ?? null, names, options, modelOf, typeOf));
}

function planMethod(
  method: Method,
  resource: Address | null,
  names: Names,
  options: PythonOptions,
  modelOf: ReadonlyMap<TypeId, PyModel>,
  typeOf: TypeLookup,
): PyMethod {
  const { operation, request, security } = method;
  const own = security.kind === "own" ? modelOf.get(security.type) : undefined;
  const [first] = operation.examples;
  const named = operation.examples.find((example) => example.from !== "generated" && example.name !== "");
  return {
    method,
    name: names.of(method.address),
    resource,
    arguments: planArguments(request.kind === "arguments" ? request.arguments : [], names, options, typeOf),
    request: planRequest(method, typeOf),
    bodyField: request.kind === "arguments" && request.type !== null && operation.body !== null ? names.of(operation.body.address) : null,
    security: own?.kind === "object" ? own : null,
    result: planResult(method, typeOf),
    errors: errorRows(method.errors, modelOf),
    example: named ?? first ?? null,
    examples: operation.examples,
  };
}

/** Required arguments first, each group in its own order. A parameter that shares its name with a field of the body gives way. */
function planArguments(source: readonly Argument[], names: Names, options: PythonOptions, typeOf: TypeLookup): readonly PyArgument[] {
  const fieldNames = new Set(source.filter(({ place }) => place.kind === "field").map(({ address }) => names.of(address)));
  const taken = new Set<string>();
  const planned = source.map((argument): PyArgument => {
    const field =
      argument.place.kind === "rest"
        ? { slot: argument.slot, name: "additional_properties", type: pyType(argument.slot.type, typeOf), required: false, default: null }
        : planField(argument.slot, names, typeOf);
    const clashes = argument.place.kind === "parameter" && fieldNames.has(field.name);
    let name = clashes ? `${field.name}_param` : field.name;
    while (optionNames.has(name) || taken.has(name)) name = `${name}_`;
    taken.add(name);
    const global = argument.place.kind === "parameter" && argument.place.parameter.global !== "no";
    const hides = builtins.has(name) && !options.allowedBuiltins.has(name);
    return { ...field, name, field: field.name, required: field.required && !global, argument, keyword: hides ? `${name}_` : name };
  });
  return [...planned.filter(({ required }) => required), ...planned.filter(({ required }) => !required)];
}

/** Keywords that every method has for its own options. */
const optionNames = new Set(["retries", "server_url", "timeout_ms", "http_headers", "accept_header_override", "security"]);

function planRequest(method: Method, typeOf: TypeLookup): PyRequest {
  const { request } = method;
  switch (request.kind) {
    case "none":
      return { kind: "none" };
    case "body": {
      const { argument } = request;
      if (argument.place.kind !== "body") throw new Error("a request that is a body holds one");
      return { kind: "body", type: pyType(argument.slot.type, typeOf), content: argument.place.content };
    }
    case "object":
      return { kind: "object", model: request.type };
    case "arguments":
      return { kind: "arguments", model: request.type };
    default:
      return assertNever(request);
  }
}

function planResult({ result, operation }: Method, typeOf: TypeLookup): PyResult {
  const { shape, mayBeEmpty } = result;
  switch (shape.kind) {
    case "nothing":
      return { kind: "nothing" };
    case "wrapper":
      return { kind: "wrapper", model: shape.type, pages: operation.pagination !== null, mayBeEmpty };
    case "union":
      return { kind: "value", type: pyType({ kind: "ref", id: shape.type }, typeOf), stream: "no", mayBeEmpty };
    case "value": {
      const { codec } = shape.content;
      const stream = codec.kind === "events" || codec.kind === "lines" ? codec.kind : codec.kind === "binary" ? "bytes" : "no";
      return { kind: "value", type: pyType(shape.type, typeOf), stream, mayBeEmpty };
    }
    default:
      return assertNever(shape);
  }
}

/** One row per error class, content type, declared headers and class of status; each row's highest status gives its place. */
function errorRows(errors: readonly ErrorCase[], modelOf: ReadonlyMap<TypeId, PyModel>): readonly PyErrorRow[] {
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
  const last = (row: PyErrorRow): number => rank(row.statuses.at(-1) ?? { kind: "default" });
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
export function planResources(surface: Surface, names: Names, methods: readonly PyMethod[]): readonly PyResource[] {
  const byAddress = new Map(methods.map((method) => [method.method.address, method]));
  const build = (address: Address, path: readonly string[]): PyResource[] => {
    const resource = surface.resources.find((one) => one.address === address);
    if (resource === undefined) return [];
    const attribute = names.of(`${address}/attribute` as Address);
    const here = [...path, attribute];
    return [
      {
        resource,
        className: names.of(address),
        attribute,
        path: here,
        parent: resource.parent,
        children: resource.children.flatMap((child) => build(child, here)),
        methods: resource.methods.flatMap((method) => byAddress.get(method) ?? []),
      },
    ];
  };
  return surface.resources.filter(({ parent }) => parent === null).flatMap(({ address }) => build(address, []));
}

/** All resources, parents before their children. */
export function allResources(resources: readonly PyResource[]): readonly PyResource[] {
  return resources.flatMap((resource) => [resource, ...allResources(resource.children)]);
}
