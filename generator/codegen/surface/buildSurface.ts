import { singleAddress } from "../../ir/address.js";
import type { Api, Service } from "../../ir/api.js";
import type { OperationId, TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { Operation } from "../../ir/operation.js";
import type { NamedType, ObjectType, Type } from "../../ir/types.js";
import type { CallStyle } from "./callStyle.js";
import { errorsOf } from "./errorsOf.js";
import { mainContent, requestOf } from "./requestOf.js";
import { resultOf } from "./resultOf.js";
import { clientSecurity, credentialTypes, methodSecurity } from "./securityOf.js";
import type { Method, Resource, Surface, SurfaceType, TypeRole } from "./surface.js";

/**
 * Api and call style → what the SDK offers. Types come in one depth-first walk over the operations in document order (parameters, body, responses), then the
 * webhooks: the order in which names are given.
 */
export function buildSurface(api: Api, style: CallStyle): Surface {
  const schemas = new Map(api.types.map((type) => [type.id, type]));
  const typeOf = (id: TypeId): NamedType | undefined => schemas.get(id);
  const types = new TypeWalk(typeOf);
  const client = clientSecurity(api, style);
  const methods = api.operations.map((operation): Method => {
    const request = requestOf(operation, style, typeOf);
    const result = resultOf(operation);
    const security = methodSecurity(api, operation);
    const errors = errorsOf(operation, typeOf);
    types.made(security.type, "security", operation);
    types.made(request.type, "request", operation);
    types.walkOperation(operation);
    types.made(result.type, "response", operation);
    return { address: operation.address, operation, request: request.request, result: result.result, errors, security: security.security };
  });
  for (const webhook of api.webhooks) types.walkOperation(webhook);
  for (const parameter of api.globals) types.walk(parameter.type);
  types.made(globalsType(api), "globals", null);
  for (const credential of credentialTypes(api)) types.made(credential, "credential", null);
  types.made(client.type, "security", null);
  // What a document of schemas alone holds.
  if (api.operations.length + api.webhooks.length === 0) for (const type of api.types) types.walk({ kind: "ref", id: type.id });
  const errorIds = new Set(methods.flatMap(({ errors }) => errors.flatMap((error) => error.types)));
  const found = types.all().map((one) => (errorIds.has(one.id) ? { ...one, role: "error" as const } : one));
  return {
    api,
    resources: resourcesOf(api.services, null, new Map(api.operations.map(({ id, address }) => [id, address]))),
    methods,
    types: found,
    security: client.security,
  };
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
  const address = singleAddress("globals");
  return {
    kind: "object",
    id: address,
    address,
    origin: first.origin,
    extensions: {},
    naming: { trail: [{ role: "wrapper", key: "Globals", title: null }], override: null },
    docs: { summary: null, description: null, link: null, deprecated: null },
    example: null,
    use: "input",
    variantOf: null,
    fields: api.globals.map((parameter) => ({
      ...parameter,
      presence: "optional" as const,
      direction: "both" as const,
      role: "plain" as const,
      xml: null,
    })),
    rest: null,
    xml: null,
  };
}

/** Gathers named types in order of first use. */
class TypeWalk {
  private readonly found = new Map<TypeId, SurfaceType>();

  constructor(private readonly typeOf: (id: TypeId) => NamedType | undefined) {}

  all(): readonly SurfaceType[] {
    return [...this.found.values()];
  }

  made(type: NamedType | null, role: TypeRole, operation: Operation | null): void {
    if (type !== null) this.found.set(type.id, { id: type.id, type, role, operation });
  }

  walkOperation(operation: Operation): void {
    for (const parameter of operation.parameters) this.walk(parameter.type);
    const content = operation.body === null ? null : mainContent(operation.body);
    if (content !== null) this.walk(content.type);
    for (const response of operation.responses) {
      for (const header of response.headers) this.walk(header.type);
      for (const content of response.contents) this.walk(content.type);
    }
    for (const callback of operation.callbacks) this.walkOperation(callback);
  }

  walk(type: Type): void {
    switch (type.kind) {
      case "array":
        this.walk(type.items);
        return;
      case "tuple":
        for (const item of type.items) this.walk(item);
        if (type.rest !== null) this.walk(type.rest);
        return;
      case "map":
        this.walk(type.values);
        return;
      case "nullable":
        this.walk(type.of);
        return;
      case "ref":
        this.enter(type.id);
        return;
      default:
        return;
    }
  }

  private enter(id: TypeId): void {
    const type = this.found.has(id) ? undefined : this.typeOf(id);
    if (type === undefined) return;
    this.found.set(id, { id, type, role: "model", operation: null });
    switch (type.kind) {
      case "object":
        for (const field of type.fields) this.walk(field.type);
        if (type.rest !== null) this.walk(type.rest);
        return;
      case "union":
        for (const member of type.members) this.walk(member.type);
        return;
      case "alias":
        this.walk(type.of);
        return;
      case "enum":
        return;
    }
  }
}
