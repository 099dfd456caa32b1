import { assertNever } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { NamedType, Type } from "../../ir/types.js";

export type TypeLookup = (id: TypeId) => NamedType | undefined;

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
    readonly typeOf: TypeLookup,
    private readonly spell: (type: Type) => Type,
  ) {}

  settle(type: Type): Type {
    return this.spell(this.seenThrough(type));
  }

  private seenThrough(type: Type): Type {
    switch (type.kind) {
      case "array":
        return { ...type, items: this.settle(type.items) };
      case "tuple":
        return { ...type, items: type.items.map((item) => this.settle(item)), rest: type.rest === null ? null : this.settle(type.rest) };
      case "map":
        return { ...type, values: this.settle(type.values) };
      case "nullable": {
        const of = this.settle(type.of);
        return of.kind === "nullable" || of.kind === "null" ? of : { kind: "nullable", of };
      }
      case "ref": {
        const named = this.typeOf(type.id);
        if (named === undefined) return { kind: "any", why: null };
        return named.kind === "alias" && !this.isRecursive(type.id) ? this.settle(named.of) : type;
      }
      case "any":
      case "null":
      case "boolean":
      case "string":
      case "integer":
      case "number":
      case "decimal":
      case "bytes":
      case "file":
      case "instant":
      case "date":
      case "time":
      case "duration":
      case "literal":
        return type;
      default:
        return assertNever(type);
    }
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
    if (named?.kind === "alias") return referredTypes(named.of);
    return named?.kind === "union" ? named.members.flatMap((member) => referredTypes(member.type)) : [];
  }
}

/** The named types in a type expression, in the order in which they stand there. */
export function referredTypes(type: Type): readonly TypeId[] {
  switch (type.kind) {
    case "ref":
      return [type.id];
    case "array":
      return referredTypes(type.items);
    case "tuple":
      return [...type.items.flatMap(referredTypes), ...(type.rest === null ? [] : referredTypes(type.rest))];
    case "map":
      return referredTypes(type.values);
    case "nullable":
      return referredTypes(type.of);
    case "any":
    case "null":
    case "boolean":
    case "string":
    case "integer":
    case "number":
    case "decimal":
    case "bytes":
    case "file":
    case "instant":
    case "date":
    case "time":
    case "duration":
    case "literal":
      return [];
    default:
      return assertNever(type);
  }
}

export function withoutNull(type: Type): Type {
  return type.kind === "nullable" ? type.of : type;
}
