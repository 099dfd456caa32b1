import type { Input, Pagination, Path } from "../../ir/behaviour.js";
import type { Field, Type } from "../../ir/types.js";
import type * as surface from "../surface/surface.js";
import { type SettledTypes, withoutNull } from "../types/settledTypes.js";
import type { Pages, Place } from "./plan.js";
import type { Planning } from "./planning.js";

/** The pages of a call; null where they are asked for with a parameter or a body that it does not have, or the answer has no body in which they could stand. */
export function planPages({ operation, result }: surface.Method, { types, rules }: Planning): Pages | null {
  const { pagination } = operation;
  if (pagination === null || result.shape.kind !== "wrapper" || result.shape.value === null) return null;
  const found = pagination.items === null ? null : walk(types.settle(result.shape.value), pagination.items, types);
  const item = found?.kind === "array" ? found.items : null;
  const base = {
    kind: pagination.kind,
    item,
    items: pagination.items,
    input: null,
    limit: null,
    last: null,
    next: null,
    first: null,
    size: null,
  };
  const assumed = (input: Input): number | null => (rules.sendDefaults ? null : assumedNumber(input, operation, types));
  const pages = placesOf(base, pagination, (input) => inputPlace(input, operation), assumed);
  return "input" in pagination && pages.input === null ? null : pages;
}

function placesOf(
  base: Pages,
  pagination: Pagination,
  place: (input: Input) => Place | null,
  assumed: (input: Input) => number | null,
): Pages {
  switch (pagination.kind) {
    case "page":
    case "offset": {
      const { input, limit, last } = pagination;
      if (limit === null) return { ...base, input: place(input), last, first: assumed(input) };
      return { ...base, input: place(input), limit: place(limit), last, first: assumed(input), size: assumed(limit) };
    }
    case "cursor":
      return { ...base, input: place(pagination.input), next: pagination.next };
    case "url":
      return { ...base, next: pagination.next };
    case "link":
      return base;
  }
}

function inputPlace({ in: place, path }: Input, { body, parameters }: surface.Method["operation"]): Place | null {
  if (place === "body") return body?.content.codec.kind === "json" ? path : null;
  return parameters.find(({ wire }) => wire === path[0])?.wire ?? null;
}

/** The document's default of a number that may be left out: a server assumes it. */
function assumedNumber({ in: place, path }: Input, { body, parameters }: surface.Method["operation"], types: SettledTypes): number | null {
  const slot =
    place === "body"
      ? body === null
        ? undefined
        : fieldAt(walk(types.settle(body.content.type), path.slice(0, -1), types), path.at(-1), types)
      : parameters.find(({ wire }) => wire === path[0]);
  const value = slot?.default?.value;
  return slot?.presence === "optional" && typeof value === "number" ? value : null;
}

/** Follows a path of the wire through the types; null where nothing stands there. */
function walk(type: Type, path: Path, types: SettledTypes): Type | null {
  let current = type;
  for (const key of path) {
    const at = opened(current, types);
    const next = typeof key === "number" ? (at.kind === "array" ? at.items : undefined) : fieldAt(at, key, types)?.type;
    if (next === undefined) return null;
    current = types.settle(next);
  }
  return opened(current, types);
}

function fieldAt(at: Type | null, key: Path[number] | undefined, types: SettledTypes): Field | undefined {
  const named = at?.kind === "ref" ? types.typeOf(at.id) : undefined;
  return named?.kind === "object" ? named.fields.find(({ wire }) => wire === key) : undefined;
}

/** Without null, and an alias that contains itself as what it stands for. */
function opened(type: Type, types: SettledTypes): Type {
  const of = withoutNull(type);
  const named = of.kind === "ref" ? types.typeOf(of.id) : undefined;
  return named?.kind === "alias" ? withoutNull(types.settle(named.of)) : of;
}
