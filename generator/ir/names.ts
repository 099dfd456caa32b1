import type { Address } from "./node.js";

export type NamedBy =
  | { readonly kind: "lock" }
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "config"; readonly key: string };

export interface Name {
  readonly address: Address;
  /** The kind of thing that is named: it decides the spelling and the scope in which the name is unique. */
  readonly kind: NameKind;
  readonly spelled: string;
  readonly by: NamedBy;
  /** Finds a thing again after its address went. */
  readonly shape: string;
}

export type NameKind =
  | "type"
  | "resource"
  | "attribute"
  | "method"
  | "function"
  | "argument"
  | "field"
  | "member"
  | "scheme"
  /** An option of the client. */
  | "option"
  /** A module or file that holds a class. */
  | "module"
  | "constant"
  /** A constant that only its own module sees. */
  | "private";

/** The names of one SDK, settled once; what `json` and `explain` print and the lock keeps. */
export interface NameTable {
  readonly sdk: string;
  readonly names: readonly Name[];
}
