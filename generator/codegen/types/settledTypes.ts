import type { TypeId } from "../../ir/ids.js";
import { mapInner, partsOf, refsOf, type Type, type TypeOf } from "../../ir/types.js";

/**
 * Types as an SDK shows them: an alias is seen through unless it contains itself, null stands once, and what nothing describes is anything. After this every
 * `ref` leads to a model.
 *
 *     components.schemas.Tags: { type: array, items: string }, a ref to Tags   →   { kind: "array", items: { kind: "string" } }
 */
export class SettledTypes {
  private readonly recursive = new Map<TypeId, boolean>();

  /** `spell` puts what a language has in the place of what it has not: every type passes through it once its parts have. */
  constructor(
    readonly typeOf: TypeOf,
    private readonly spell: (type: Type) => Type,
  ) {}

  settle(type: Type): Type {
    return this.spell(this.seenThrough(type));
  }

  private seenThrough(type: Type): Type {
    if (type.kind === "ref") {
      const named = this.typeOf(type.id);
      if (named === undefined) return { kind: "any" };
      return named.kind === "alias" && !this.isRecursive(type.id) ? this.settle(named.of) : type;
    }
    const settled = mapInner(type, (inner) => this.settle(inner));
    return settled.kind === "nullable" && (settled.of.kind === "nullable" || settled.of.kind === "null") ? settled.of : settled;
  }

  /** Whether an alias leads back to itself through lists, maps, unions and other aliases: such a one is a type of its own. */
  isRecursive(id: TypeId): boolean {
    const known = this.recursive.get(id);
    if (known !== undefined) return known;
    const seen = new Set<TypeId>();
    const open = [...this.inner(id)];
    let found = false;
    for (let next = open.pop(); next !== undefined && !found; next = open.pop()) {
      found = next === id;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...this.inner(next));
    }
    this.recursive.set(id, found);
    return found;
  }

  private inner(id: TypeId): readonly TypeId[] {
    const named = this.typeOf(id);
    return named?.kind === "alias" || named?.kind === "union" ? partsOf(named).flatMap(refsOf) : [];
  }
}

export function withoutNull(type: Type): Type {
  return type.kind === "nullable" ? type.of : type;
}
