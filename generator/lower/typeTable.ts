import type { Origin } from "../diagnostics/diagnostic.js";
import type { TypeId } from "../ir/ids.js";
import type { NamedType, Type } from "../ir/types.js";

/**
 * The named types found so far, in order of first use: a type takes its place when it is entered, before its parts are.
 * The only mutable value of the lowering; it lives for one run.
 */
export class TypeTable {
  private readonly slots: TypeId[] = [];
  private readonly byId = new Map<TypeId, NamedType>();
  private readonly origins = new Map<TypeId, Origin>();
  private readonly components = new Map<Origin, Type | null>();

  /** The type that the schema at `origin` already became; undefined when it was not met, null while it is being lowered. */
  component(origin: Origin): Type | null | undefined {
    return this.components.get(origin);
  }

  settle(origin: Origin, type: Type | null): void {
    this.components.set(origin, type);
  }

  /** Reserves the address (with "~2" … when another place took it) and a place in the order. */
  enter(wanted: TypeId, origin: Origin): TypeId {
    let id = wanted;
    for (let n = 2; this.origins.has(id) && this.origins.get(id) !== origin; n += 1) id = `${wanted}~${n}` as TypeId;
    if (!this.origins.has(id)) {
      this.origins.set(id, origin);
      this.slots.push(id);
    }
    return id;
  }

  /** True when the very place was entered before, so that its type stands or is on its way. */
  knows(id: TypeId, origin: Origin): boolean {
    return this.origins.get(id) === origin;
  }

  define(type: NamedType): void {
    this.byId.set(type.id, type);
  }

  get(id: TypeId): NamedType | undefined {
    return this.byId.get(id);
  }

  /** Entered places that turned out to need no name (an alias that was seen through) have no type. */
  all(): readonly NamedType[] {
    return this.slots.flatMap((id) => this.byId.get(id) ?? []);
  }
}
