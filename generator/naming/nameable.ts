import type { TypeRole } from "../codegen/surface/surface.js";
import type { NameKind } from "../ir/names.js";
import type { Address, Naming } from "../ir/node.js";

/** A type or resource class: names that compete for one another across the whole SDK. */
export interface GlobalName {
  readonly address: Address;
  readonly kind: "type" | "resource";
  readonly role: TypeRole | "resource";
  readonly naming: Naming;
  /** A schema of `components` keeps its own name. */
  readonly component: boolean;
  /** What members of a union need to know of the union that holds them. */
  readonly union: "none" | "inlineMembers" | "plain";
  readonly shape: string;
}

/** A name that must be unique in its owner only: a field, method, argument, enum member. */
export interface LocalName {
  readonly address: Address;
  readonly kind: NameKind;
  readonly scope: Address;
  /** From the most to the least liked. */
  readonly candidates: readonly string[];
  readonly shape: string;
  /** The document spells it as the language does: it comes before what only becomes the same, as `id` before `_id`. */
  readonly isExact: boolean;
}
