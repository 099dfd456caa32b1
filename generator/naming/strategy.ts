import type { GlobalName } from "./nameable.js";
import type { Spelling } from "./spelling.js";

/** Proposes names for types: the first one is liked best, the last one is unlikely to be taken. */
export interface Strategy {
  readonly name: "ordered" | "shortest";
  /** `hasRequest`: whether an operation has a request type besides its body. */
  candidates(type: GlobalName, spelling: Spelling, hasRequest: (operation: string) => boolean): readonly string[];
  /** `first`: who comes first takes the name. `all`: types that want the same name all take a longer one. */
  readonly onClash: "first" | "all";
}
