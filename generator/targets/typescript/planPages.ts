import { pagesOf } from "../../codegen/descriptor.js";
import type { Method } from "../../codegen/surface/surface.js";
import type { Pagination, Path } from "../../ir/behaviour.js";
import type { Type } from "../../ir/types.js";
import { type TsType, type TypeLookup, tsType } from "./tsType.js";

/** What the types of a method say of its pages. */
export interface TsPages {
  readonly kind: Pagination["kind"];
  readonly item: TsType;
}

/** The pages of a method; null when it has none. An item is any value where the types do not say what stands at its path. */
export function planPages(method: Method, typeOf: TypeLookup): TsPages | null {
  const { operation, result } = method;
  const pages = pagesOf(operation);
  if (pages === null || result.shape.kind !== "wrapper" || result.shape.value === null) return null;
  const list = pages.items === null ? null : walk(result.shape.value, pages.items, typeOf);
  return { kind: pages.kind, item: list?.kind === "array" ? tsType(list.items, typeOf) : { kind: "any" } };
}

/** Follows a path of the wire through the types. */
function walk(type: Type, path: Path, typeOf: TypeLookup): Type | null {
  let current: Type = settled(type, typeOf);
  for (const key of path) {
    if (typeof key === "number") {
      if (current.kind !== "array") return null;
      current = settled(current.items, typeOf);
      continue;
    }
    const named = current.kind === "ref" ? typeOf(current.id) : undefined;
    const field = named?.kind === "object" ? named.fields.find(({ wire }) => wire === key) : undefined;
    if (field === undefined) return null;
    current = settled(field.type, typeOf);
  }
  return current;
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
