import type { Origin } from "../diagnostics/diagnostic.js";
import { variantAddress } from "../ir/address.js";
import type { TypeId } from "../ir/ids.js";
import type { Scalar } from "../ir/json.js";
import type { NamedType, Type } from "../ir/types.js";

/** What a document writes about the tags of a union. */
export interface Written {
  readonly wire: string;
  readonly mapped: readonly { readonly value: Scalar; readonly member: number }[];
  /** The tag of each member by its name; null for one that has none. */
  readonly names: readonly (string | null)[];
}

/**
 * The named types found so far, in order of first use: a type takes its place when it is entered, before its parts are.
 * The only mutable value of the lowering; it lives for one run.
 */
export class TypeTable {
  private readonly slots: TypeId[] = [];
  private readonly begun = new Set<TypeId>();
  private readonly byId = new Map<TypeId, NamedType>();
  private readonly origins = new Map<TypeId, Origin>();
  private readonly components = new Map<Origin, Type | null>();
  private readonly written = new Map<TypeId, Written>();
  private readonly merges = new Map<string, { readonly wanted: TypeId; readonly origin: Origin; id: TypeId | null }>();

  /** Begins the merging of these parts and gives null; gives the id of the merge that is already under way with them. */
  merging(parts: string, wanted: TypeId, origin: Origin): TypeId | null {
    const outer = this.merges.get(parts);
    if (outer === undefined) {
      this.merges.set(parts, { wanted, origin, id: null });
      return null;
    }
    outer.id ??= this.enter(outer.wanted, outer.origin);
    return outer.id;
  }

  /** Ends it; gives the id under which it was met on the way, if it was. */
  merged(parts: string): TypeId | null {
    const met = this.merges.get(parts)?.id ?? null;
    this.merges.delete(parts);
    return met;
  }

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
    for (let n = 2; this.origins.has(id) && this.origins.get(id) !== origin; n += 1) id = variantAddress(wanted, n);
    if (!this.origins.has(id)) {
      this.origins.set(id, origin);
      this.slots.push(id);
    }
    return id;
  }

  /** True the first time: whoever begins a type defines it, and a type that is met again meanwhile is a reference. */
  begin(id: TypeId): boolean {
    if (this.begun.has(id)) return false;
    this.begun.add(id);
    return true;
  }

  define(type: NamedType): void {
    this.byId.set(type.id, type);
  }

  /** Keeps what is written about the tags of a union until all types are known. */
  discriminate(id: TypeId, written: Written): void {
    this.written.set(id, written);
  }

  discriminator(id: TypeId): Written | undefined {
    return this.written.get(id);
  }

  get(id: TypeId): NamedType | undefined {
    return this.byId.get(id);
  }

  /** Entered places that turned out to need no name (an alias that was seen through) have no type. */
  all(): readonly NamedType[] {
    return this.slots.flatMap((id) => this.byId.get(id) ?? []);
  }
}
