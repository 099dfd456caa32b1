import type { Method } from "../../codegen/surface/surface.js";
import type { Input, Output, Path } from "../../ir/behaviour.js";
import type { Operation } from "../../ir/operation.js";
import type { Slot, Type } from "../../ir/types.js";
import type { Names } from "../../naming/names.js";
import type { TsPages } from "./plan.js";
import { type TypeLookup, tsType } from "./tsType.js";

/** Pagination in the words of TypeScript; null where the description names what does not exist. `field` is the property of the result that holds the body. */
export function planPages(method: Method, field: string | null, names: Names, typeOf: TypeLookup): TsPages | null {
  const { operation, result } = method;
  const { pagination } = operation;
  if (pagination === null || result.shape.kind !== "wrapper" || result.shape.value === null || field === null) return null;
  const body = result.shape.value;
  const found = pagination.items === null ? null : walk(body, pagination.items, names, typeOf);
  const items = found === null ? null : [field, ...found.path];
  const item = itemOf(found?.type ?? null, typeOf);
  switch (pagination.kind) {
    case "page":
    case "offset": {
      const input = inputOf(method, pagination.input, names, typeOf);
      if (input === null || items === null) return null;
      const limit = pagination.limit === null ? null : inputOf(method, pagination.limit, names, typeOf);
      const first = numberOf(input.slot) ?? (pagination.kind === "page" ? 1 : 0);
      const limits = limit === null ? null : { input: limit.path, default: numberOf(limit.slot) };
      return { kind: pagination.kind, input: input.path, first, limit: limits, items, last: pagination.last, item };
    }
    case "cursor": {
      const input = inputOf(method, pagination.input, names, typeOf);
      return input === null ? null : { kind: "cursor", input: input.path, items, next: outputOf(pagination.next), item };
    }
    case "url":
      return { kind: "url", items, next: outputOf(pagination.next), item };
    case "link":
      return { kind: "link", items, item };
  }
}

function outputOf(output: Output): { readonly body: Path } | { readonly header: string } {
  return output.in === "body" ? { body: output.path } : { header: output.name };
}

function numberOf(slot: Slot | null): number | null {
  return typeof slot?.default?.value === "number" ? slot.default.value : null;
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly slot: Slot | null;
}

function inputOf({ operation, request }: Method, input: Input, names: Names, typeOf: TypeLookup): Place | null {
  if (input.in === "parameter") {
    const parameter = operation.parameters.find(({ wire }) => wire === input.path[0]);
    return parameter === undefined ? null : { path: [names.of(parameter.address)], slot: parameter };
  }
  const content = bodyType(operation);
  const found = content === null ? null : walk(content, input.path, names, typeOf);
  if (found === null || operation.body === null) return null;
  return { path: request.kind === "body" ? found.path : [names.of(operation.body.address), ...found.path], slot: found.slot };
}

function bodyType({ body }: Operation): Type | null {
  return body?.contents[0]?.type ?? null;
}

/** Follows a path of the wire through the types and gives that of the properties. */
function walk(
  type: Type,
  path: Path,
  names: Names,
  typeOf: TypeLookup,
): { readonly path: readonly (string | number)[]; readonly type: Type; readonly slot: Slot | null } | null {
  const properties: (string | number)[] = [];
  let current: Type = type;
  let slot: Slot | null = null;
  for (const key of path) {
    const at = settled(current, typeOf);
    if (typeof key === "number") {
      if (at.kind !== "array") return null;
      properties.push(key);
      current = at.items;
      continue;
    }
    const named = at.kind === "ref" ? typeOf(at.id) : undefined;
    const field = named?.kind === "object" ? named.fields.find(({ wire }) => wire === key) : undefined;
    if (field === undefined) return null;
    properties.push(names.of(field.address));
    current = field.type;
    slot = field;
  }
  return { path: properties, type: current, slot };
}

/** Without `null` and aliases. */
function settled(type: Type, typeOf: TypeLookup): Type {
  let current = type;
  for (let depth = 0; depth < 32; depth += 1) {
    if (current.kind === "nullable") current = current.of;
    else if (current.kind === "ref") {
      const named = typeOf(current.id);
      if (named?.kind !== "alias") return current;
      current = named.of;
    } else return current;
  }
  return current;
}

function itemOf(list: Type | null, typeOf: TypeLookup): TsPages["item"] {
  const type = list === null ? null : settled(list, typeOf);
  return type?.kind === "array" ? tsType(type.items, typeOf) : { kind: "any" };
}
