import type { Input, Pagination, Path } from "../../ir/behaviour.js";
import type { Slot, Type } from "../../ir/types.js";
import type * as surface from "../surface/surface.js";
import type { PageInput, Pages } from "./plan.js";
import type { Planning } from "./planning.js";
import { type SettledTypes, withoutNull } from "./settledTypes.js";

/** Pagination as the document has it, with the places that it names found; null where it names an input that does not exist, or the answer has no body that pages could stand in. */
export function planPages(method: surface.Method, planning: Planning): Pages | null {
  const { operation, result } = method;
  const { pagination } = operation;
  if (pagination === null || result.shape.kind !== "wrapper" || result.shape.value === null) return null;
  const { types } = planning;
  const list = pagination.items === null ? null : walk(types.settle(result.shape.value), pagination.items, planning);
  const items = list === null ? null : withoutNull(list.type);
  const input = "input" in pagination ? inputOf(method, pagination.input, planning) : null;
  if ("input" in pagination && input === null) return null;
  const limit = "limit" in pagination && pagination.limit !== null ? inputOf(method, pagination.limit, planning) : null;
  return {
    protocol: pagination,
    item: items?.kind === "array" ? items.items : null,
    itemsPath: list?.path ?? null,
    input,
    limit,
    first: input?.default ?? firstOf(pagination),
  };
}

/** Pages count from one, offsets from zero, unless the document says otherwise. */
function firstOf({ kind }: Pagination): number {
  return kind === "page" ? 1 : 0;
}

function inputOf({ operation, request }: surface.Method, input: Input, planning: Planning): PageInput | null {
  const { names, types } = planning;
  if (input.in === "parameter") {
    const parameter = operation.parameters.find(({ wire }) => wire === input.path[0]);
    return parameter === undefined ? null : { wire: input.path, path: [names.of(parameter.address)], default: numberOf(parameter) };
  }
  const { body } = operation;
  const content = body?.contents[body.main];
  const found = content === undefined ? null : walk(types.settle(content.type), input.path, planning);
  if (body === null || found === null) return null;
  // A body that is the whole request, or whose fields are the only arguments, has no field of its own.
  const alone = request.kind === "body" || (request.kind === "arguments" && request.type === null);
  const within = alone ? [] : [names.of(body.address)];
  return { wire: ["body", ...input.path], path: [...within, ...found.path], default: numberOf(found.slot) };
}

function numberOf(slot: Slot | null): number | null {
  return typeof slot?.default?.value === "number" ? slot.default.value : null;
}

interface Found {
  readonly path: readonly (string | number)[];
  readonly type: Type;
  readonly slot: Slot | null;
}

/** Follows a path of the wire through the types and gives that of the properties. */
function walk(type: Type, path: Path, { names, types }: Planning): Found | null {
  const properties: (string | number)[] = [];
  let current = type;
  let slot: Slot | null = null;
  for (const key of path) {
    const at = opened(current, types);
    if (typeof key === "number") {
      if (at.kind !== "array") return null;
      properties.push(key);
      current = at.items;
      continue;
    }
    const named = at.kind === "ref" ? types.typeOf(at.id) : undefined;
    const field = named?.kind === "object" ? named.fields.find(({ wire }) => wire === key) : undefined;
    if (field === undefined) return null;
    properties.push(names.of(field.address));
    current = types.settle(field.type);
    slot = field;
  }
  return { path: properties, type: opened(current, types), slot };
}

/** Without null, and an alias that contains itself as what it stands for. */
function opened(type: Type, types: SettledTypes): Type {
  const of = withoutNull(type);
  const named = of.kind === "ref" ? types.typeOf(of.id) : undefined;
  return named?.kind === "alias" ? withoutNull(types.settle(named.of)) : of;
}
