import { callExample } from "../../generator/codegen/examples/callExample.js";
import type { Api, Service } from "../../generator/ir/api.js";
import type { Json } from "../../generator/ir/json.js";
import type { CallExample, Operation } from "../../generator/ir/operation.js";
import type { Call } from "./call.js";
import { type Fitted, fitValue } from "./fitValue.js";
import type { SdkMap } from "./sdkMap.js";

/** A call of one operation, and what it is given in the form of the wire. */
export interface PlannedCall {
  readonly call: Call;
  readonly operation: Operation;
  readonly api: Api;
  /** By address of the parameter. */
  readonly values: ReadonlyMap<string, Json>;
  readonly body: { readonly mediaType: string; readonly value: Json } | null;
}

/** Every operation once, with its stored example; what the example lacks and the operation requires is made up. */
export function planCalls(map: SdkMap): readonly PlannedCall[] {
  return map.apis.flatMap((api) => {
    const places = resourcesOf(api, map);
    return api.operations.map((operation) =>
      planCall(api, operation, callExample(operation, map.typeOf), places.get(operation.id) ?? [], map),
    );
  });
}

/** One call of an operation with the arguments of an example. */
export function planCall(api: Api, operation: Operation, example: CallExample, resource: readonly string[], map: SdkMap): PlannedCall {
  const given = example.arguments.flatMap(({ slot, value }) => {
    const parameter = operation.parameters.find(({ address }) => address === slot);
    const name = map.nameOf(slot);
    return parameter === undefined || name === null || parameter.global === "hidden"
      ? []
      : [
          {
            slot,
            name,
            argument: argumentName(operation, `${parameter.in}:${parameter.wire}`, map) ?? name,
            fitted: fitValue(parameter.type, value, map),
          },
        ];
  });
  const body = bodyOf(operation, example, map);
  return {
    call: {
      id: operation.id,
      resource,
      method: nameOf(operation.address, map),
      function: map.nameOf(`${operation.address}/function`),
      arguments: given.map(({ name, argument, fitted }) => ({ name, argument, value: fitted.sdk })),
      body:
        body === null
          ? null
          : { name: map.nameOf(operation.body?.address ?? ""), arguments: fieldArguments(operation, map), value: body.fitted.sdk },
      gathered: map.nameOf(`${operation.address}/request`) !== null,
      credentials: credentialsOf(api, map),
      credentialType: map.nameOf("security"),
      security: securityOf(api, operation, map),
      take: "value",
      encoding: null,
      headers: {},
      timeoutMs: null,
      retries: null,
      client: {},
      server: "call",
      chance: 1,
      silence: false,
    },
    operation,
    api,
    values: new Map(given.map(({ slot, fitted }) => [slot, fitted.wire])),
    body: body === null ? null : { mediaType: body.mediaType, value: body.fitted.wire },
  };
}

/** operation → attributes from the client to the resource that holds it: ["customerPortal", "orders"]. */
export function resourcesOf(api: Api, map: SdkMap): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (service: Service, above: readonly string[]): void => {
    const path = [...above, nameOf(`${service.address}/attribute`, map)];
    for (const id of service.operations) if (!found.has(id)) found.set(id, path);
    for (const inner of service.services) visit(inner, path);
  };
  for (const service of api.services) visit(service, []);
  return found;
}

function argumentName(operation: Operation, key: string, map: SdkMap): string | null {
  return map.nameOf(`${operation.address}/argument:${key}`);
}

/** Fields of a body that are arguments of their own: name of the field → name of the argument. */
export function fieldArguments(operation: Operation, map: SdkMap): { readonly [field: string]: string } {
  const type = operation.body?.content.type;
  const of = type?.kind === "nullable" ? type.of : type;
  const named = of?.kind === "ref" ? map.typeOf(of.id) : undefined;
  const fields = named?.kind === "object" ? named.fields : [];
  return Object.fromEntries(
    fields.flatMap(({ address, wire }) => {
      const [field, argument] = [map.nameOf(address), argumentName(operation, `field:${wire}`, map)];
      return field === null || argument === null ? [] : [[field, argument]];
    }),
  );
}

function bodyOf(operation: Operation, { body }: CallExample, map: SdkMap): { readonly mediaType: string; readonly fitted: Fitted } | null {
  if (body === null || operation.body === null) return null;
  const { mediaType, codec, type } = operation.body.content;
  const raw = codec.kind === "binary" && typeof body.value === "string";
  return { mediaType, fitted: raw ? { wire: body.value, sdk: { $content: body.value } } : fitValue(type, body.value, map) };
}

/** A value for each scheme that the client takes. */
function credentialsOf(api: Api, map: SdkMap): { readonly [name: string]: Json } {
  const entries = api.schemes.flatMap(({ id, kind }) => {
    const name = map.nameOf(`security/property:${id}`);
    return name === null ? [] : [[name, credential(kind)] as const];
  });
  return Object.fromEntries(entries);
}

/** Those of the first alternative, where an operation takes its own. */
function securityOf(api: Api, operation: Operation, map: SdkMap): { readonly [name: string]: Json } | null {
  const first = operation.security?.find((option) => option.length > 0);
  if (first === undefined) return null;
  const entries = first.flatMap(({ scheme }) => {
    const name = map.nameOf(`${operation.address}/security/property:${scheme}`);
    return name === null ? [] : [[name, credential(api.schemes.find(({ id }) => id === scheme)?.kind ?? "http")] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function credential(kind: string): Json {
  return kind === "basic" ? { username: "user", password: "secret" } : "token";
}

function nameOf(address: string, map: SdkMap): string {
  const name = map.nameOf(address);
  if (name === null) throw new Error(`the name map has nothing at ${address}`);
  return name;
}
