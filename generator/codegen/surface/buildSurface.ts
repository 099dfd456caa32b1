import { singleAddress } from "../../ir/address.js";
import type { Api, Service } from "../../ir/api.js";
import { errorOf } from "../../ir/derivedAddress.js";
import type { OperationId, TypeId } from "../../ir/ids.js";
import { type Address, namedAs } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import { type NamedType, type ObjectType, partsOf, refsOf, type Type, type TypeOf } from "../../ir/types.js";
import type { CallStyle } from "./callStyle.js";
import { errorsOf } from "./errorsOf.js";
import { requestOf } from "./requestOf.js";
import { resultOf } from "./resultOf.js";
import { clientSecurity, credentialTypes, methodSecurity } from "./securityOf.js";
import type { Method, Resource, Surface, SurfaceType, TypeRole } from "./surface.js";
import { fieldOf, madeObject } from "./syntheticType.js";

/**
 * Api and call style → what the SDK offers. Types come in one depth-first walk over the operations in document order (parameters, body, responses), then the
 * webhooks: the order in which names are given.
 */
export function buildSurface(api: Api, style: CallStyle): Surface {
  const schemas = new Map(api.types.map((type) => [type.id, type]));
  const typeOf: TypeOf = (id) => schemas.get(id);
  const types = new TypeWalk(typeOf);
  const client = clientSecurity(api, style);
  const holders = holdersOf(api.services, []);
  const methods = api.operations.map((operation): Method => {
    const request = requestOf(operation, style, typeOf);
    const result = resultOf(operation);
    const security = methodSecurity(api, operation, style);
    const errors = errorsOf(operation, typeOf);
    types.made(security.type, "security", operation);
    types.made(request.type, "request", operation);
    types.walkOperation(operation);
    types.made(result.type, "response", operation);
    return {
      address: operation.address,
      holders: holders.get(operation.id) ?? [],
      operation,
      request: request.request,
      result: result.result,
      errors,
      security: security.security,
    };
  });
  for (const webhook of api.webhooks) types.walkOperation(webhook);
  for (const parameter of api.globals) types.walk(parameter.type);
  types.made(globalsType(api), "globals", null);
  for (const credential of credentialTypes(api, style)) types.made(credential, "credential", null);
  types.made(client.type, "security", null);
  // What a document of schemas alone holds.
  if (api.operations.length + api.webhooks.length === 0) for (const type of api.types) types.walk({ kind: "ref", id: type.id });
  const errorIds = new Set(methods.flatMap(({ errors }) => errors.flatMap((error) => error.types)));
  const shared = style.errorData === "own" ? new Set<TypeId>() : sharedModels(api, errorIds, typeOf);
  const found = types.all().flatMap((one): readonly SurfaceType[] => {
    if (!errorIds.has(one.id)) return [one];
    if (!shared.has(one.id)) return [{ ...one, role: "error" }];
    const id = errorOf(one.id);
    return [one, { ...one, id, type: { ...one.type, id }, role: "error", wraps: one.id }];
  });
  const classOf = (id: TypeId): TypeId => (shared.has(id) ? errorOf(id) : id);
  return {
    api,
    resources: resourcesOf(api.services, null, new Map(api.operations.map(({ id, address }) => [id, address]))),
    methods: methods.map((method) => ({
      ...method,
      errors: method.errors.map((error) => ({ ...error, types: error.types.map(classOf) })),
    })),
    types: found,
    security: client.security,
  };
}

/** For each operation the services that lead to it; of one that stands under two tags, those of the first. */
function holdersOf(services: readonly Service[], above: readonly Address[]): ReadonlyMap<OperationId, readonly Address[]> {
  const found = new Map<OperationId, readonly Address[]>();
  for (const { address, operations, services: inner } of services) {
    const path = [...above, address];
    for (const [id, holders] of [...operations.map((id) => [id, path] as const), ...holdersOf(inner, path)])
      if (!found.has(id)) found.set(id, holders);
  }
  return found;
}

function resourcesOf(
  services: readonly Service[],
  parent: Address | null,
  methods: ReadonlyMap<OperationId, Address>,
): readonly Resource[] {
  return services.flatMap((service) => {
    const children = resourcesOf(service.services, service.address, methods);
    const own: Resource = {
      address: service.address,
      service,
      parent,
      methods: service.operations.flatMap((id) => methods.get(id) ?? []),
      children: service.services.map(({ address }) => address),
    };
    return [own, ...children];
  });
}

/** x-globals: the values that the client holds, as one type. */
function globalsType(api: Api): ObjectType | null {
  const first = api.globals[0];
  if (first === undefined) return null;
  const { trail } = namedAs("wrapper", "Globals");
  const fields = api.globals.map((parameter) => fieldOf({ ...parameter, presence: "optional" }));
  return madeObject(singleAddress("globals"), first.origin, trail, "input", fields);
}

/** Of the types that failed answers may be, those that stand anywhere else as well: in a request, in a success, inside of another type. */
function sharedModels({ operations, webhooks, globals }: Api, errorIds: ReadonlySet<TypeId>, typeOf: TypeOf): ReadonlySet<TypeId> {
  const values = new TypeWalk(typeOf);
  for (const operation of operations)
    values.walkOperation({ ...operation, responses: operation.responses.filter(({ outcome }) => outcome === "success") });
  for (const webhook of webhooks) values.walkOperation(webhook);
  for (const { type } of globals) values.walk(type);
  for (const error of [...errorIds].flatMap((id) => typeOf(id) ?? [])) for (const part of partsOf(error)) values.walk(part);
  return new Set(values.all().flatMap(({ id }) => (errorIds.has(id) ? [id] : [])));
}

/** Gathers named types in order of first use. */
class TypeWalk {
  private readonly found = new Map<TypeId, SurfaceType>();

  constructor(private readonly typeOf: TypeOf) {}

  all(): readonly SurfaceType[] {
    return [...this.found.values()];
  }

  made(type: NamedType | null, role: TypeRole, operation: Operation | null): void {
    if (type !== null) this.found.set(type.id, { id: type.id, type, role, operation, wraps: null });
  }

  walkOperation(operation: Operation): void {
    for (const parameter of operation.parameters) this.walk(parameter.type);
    if (operation.body !== null) this.walk(operation.body.content.type);
    for (const response of operation.responses) {
      for (const header of response.headers) this.walk(header.type);
      for (const content of response.contents) this.walk(content.type);
    }
    for (const callback of operation.callbacks) this.walkOperation(callback);
  }

  walk(type: Type): void {
    for (const id of refsOf(type)) {
      const named = this.found.has(id) ? undefined : this.typeOf(id);
      if (named === undefined) continue;
      this.found.set(id, { id, type: named, role: "model", operation: null, wraps: null });
      for (const part of partsOf(named)) this.walk(part);
    }
  }
}
