import type { Address } from "./node.js";

/** A word of a raw name: between punctuation and camel boundaries; digits stay with the letters before them. "HTTPValidationError" → HTTP Validation Error, "IDs" is one. */
export const nameWord = /IDs(?![a-z])|\p{Lu}+\d*(?![\p{Ll}\d])|\p{Lu}?[\p{Ll}\p{Lo}\d]+|\p{Lu}+/gu;

export interface Name {
  readonly address: Address;
  /** The kind of thing that is named: it decides the spelling and the scope in which the name is unique. */
  readonly kind: NameKind;
  readonly spelled: string;
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
