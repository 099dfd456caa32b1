import { singleAddress } from "../../ir/address.js";
import { acceptOf, attributeOf, constantOf, functionOf, moduleOf } from "../../ir/derivedAddress.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import { refsOf } from "../../ir/types.js";
import { callExample, namedExamples } from "../examples/callExample.js";
import { byDefault } from "../surface/serversOf.js";
import type * as surface from "../surface/surface.js";
import { errorRows, failuresOf } from "./errorRows.js";
import type { Method, Model, Request, Resource } from "./plan.js";
import type { Shared } from "./planClient.js";
import type { Planning } from "./planning.js";
import { planPages } from "./planPages.js";
import { planRequest } from "./planRequest.js";
import { planResult, planStreaming } from "./planResult.js";
import { planMethodSecurity } from "./planSecurity.js";

/** Plans every method once; resources point at them. */
export function planMethods(modelOf: ReadonlyMap<TypeId, Model>, shared: Shared, planning: Planning): readonly Method[] {
  return planning.surface.methods.map((method) => planMethod(method, modelOf, shared, planning));
}

function planMethod(method: surface.Method, modelOf: ReadonlyMap<TypeId, Model>, shared: Shared, planning: Planning): Method {
  const { names, types } = planning;
  const { address, operation, errors, holders } = method;
  const resource = holders.at(-1) ?? null;
  const request = planRequest(method, modelOf, planning);
  const result = planResult(method, modelOf, planning);
  const or = (of: Address): string => (names.has(of) ? names.of(of) : names.of(address));
  return {
    address,
    id: operation.id,
    name: names.of(address),
    function: or(functionOf(address)),
    constant: or(constantOf(address)),
    path: holders.map((holder) => names.of(attributeOf(holder))),
    resource,
    verb: operation.method,
    url: operation.path.split("#")[0] ?? operation.path,
    writtenUrl: operation.path,
    docs: operation.docs,
    request,
    result,
    streaming: planStreaming(request, result, modelOf),
    types: typesOf(method, request, planning),
    errors: errorRows(errors, modelOf),
    failures: failuresOf(errors, resource ?? singleAddress("client"), modelOf, names),
    pages: planPages(method, planning),
    security: planMethodSecurity(method, shared.security, modelOf, names),
    retry: operation.retry,
    timeoutMs: operation.timeoutMs,
    servers: operation.servers.map(byDefault),
    globals: operation.parameters.flatMap(({ wire, global }) => {
      const held = global === "no" ? undefined : shared.globals.find(({ slot }) => slot.wire === wire);
      return held === undefined ? [] : [{ global: held, hidden: global === "hidden" }];
    }),
    accepts: { name: or(acceptOf(address)), mediaTypes: [...new Set(result.cases.flatMap(({ content }) => content?.mediaType ?? []))] },
    examples: namedExamples(operation, types.typeOf),
    example: callExample(operation, types.typeOf),
  };
}

function typesOf({ operation, result, security, errors }: surface.Method, request: Request, { types }: Planning): readonly TypeId[] {
  const { shape } = result;
  const taken = request.kind === "none" ? [] : request.kind === "body" ? [request.body.type] : request.arguments.map(({ type }) => type);
  const answers = operation.responses.flatMap(({ contents }) => contents.map(({ type }) => types.settle(type)));
  return [
    ...("model" in request && request.model !== null ? [request.model.id] : []),
    ...[...taken, ...answers].flatMap(refsOf),
    ...(security.kind === "own" ? [security.type] : []),
    ...(shape.kind === "wrapper" || shape.kind === "union" ? [shape.type] : []),
    ...errors.flatMap((error) => error.types),
  ];
}

/** The tree of resources, children inside their parents. */
export function planResources(methods: readonly Method[], { surface, names }: Planning): readonly Resource[] {
  const byMethod = new Map(methods.map((method) => [method.address, method]));
  const byAddress = new Map(surface.resources.map((resource) => [resource.address, resource]));
  const build = (address: Address, path: readonly string[]): readonly Resource[] => {
    const resource = byAddress.get(address);
    if (resource === undefined) return [];
    const attribute = names.of(attributeOf(address));
    const here = [...path, attribute];
    return [
      {
        address,
        className: names.of(address),
        attribute,
        module: names.of(moduleOf(address)),
        path: here,
        trail: resource.service.naming.trail,
        docs: resource.service.docs,
        children: resource.children.flatMap((child) => build(child, here)),
        methods: resource.methods.flatMap((method) => byMethod.get(method) ?? []),
      },
    ];
  };
  return surface.resources.filter(({ parent }) => parent === null).flatMap(({ address }) => build(address, []));
}

/** Parents before their children. */
export function inARow(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => [resource, ...inARow(resource.children)]);
}
