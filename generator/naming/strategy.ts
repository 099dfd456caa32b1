import type { Address } from "../ir/node.js";
import type { GlobalName } from "./nameable.js";
import type { Spelling } from "./spelling.js";

/** Proposes names for types: the first one is liked best, the last one is unlikely to be taken. */
export interface Strategy {
  readonly name: "ordered" | "shortest";
  candidates(type: GlobalName, spelling: Spelling, context: NamingContext): readonly string[];
  /** `first`: who comes first takes the name. `all`: types that want the same name all take a longer one. */
  readonly onClash: "first" | "all";
}

export interface NamingContext {
  /** Whether this operation has a request type besides its body. */
  hasRequest(operation: string): boolean;
  has(address: Address): boolean;
}
