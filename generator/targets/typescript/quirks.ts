import type { Profile } from "../../config/profile.js";

/**
 * Where the pages of an older generator differ from what they should be, each with its values. Views read a quirk; nothing else looks at a profile or at
 * the version of a format.
 */
export interface Quirks {
  /** Order of the operations of one path: as in the document, or by method. */
  readonly operationOrder: "document" | "byMethod";
  /** Title of a page: the class, or the way from the client to it. */
  readonly title: "class" | "path";
  /** Link of a response type that has no page of its own: old pages link to `models/.md`. */
  readonly emptyTypeLink: "empty" | "none";
  /** Indentation of a loop in the snippet of a function: old pages keep that of the method's snippet. */
  readonly loopIndent: "method" | "right";
  /** One snippet per operation, or one per named example. */
  readonly examples: "first" | "all";
  /** Whether a page of a model ends with a line end. */
  readonly lastLineEnd: "missing" | "right";
  /** Keywords beside a `$ref`. */
  readonly besideRef: "hidden" | "shown";
  /** `{ type: object }` without properties. */
  readonly freeObject: "class" | "map";
  /** `{ prefixItems }`. */
  readonly tuples: "tuple" | "list";
  /** A union of strings that differ in format or are constants. */
  readonly stringUnions: "union" | "first";
}

const standard: Quirks = {
  operationOrder: "document",
  title: "class",
  emptyTypeLink: "none",
  loopIndent: "right",
  examples: "all",
  lastLineEnd: "right",
  besideRef: "shown",
  freeObject: "map",
  tuples: "tuple",
  stringUnions: "union",
};

/** The page formats of the older generator: from which version on a value holds. The last row that is not newer wins. */
const history: { readonly [K in keyof Quirks]: readonly (readonly [version: string, value: Quirks[K]])[] } = {
  operationOrder: [
    ["0", "document"],
    ["2.893", "byMethod"],
  ],
  title: [
    ["0", "class"],
    ["2.772", "path"],
  ],
  emptyTypeLink: [["0", "empty"]],
  loopIndent: [["0", "method"]],
  examples: [["0", "all"]],
  lastLineEnd: [["0", "missing"]],
  besideRef: [["0", "hidden"]],
  freeObject: [["0", "class"]],
  tuples: [["0", "list"]],
  stringUnions: [["0", "first"]],
};

/** The version whose pages are written when a migrated configuration names none. */
const defaultFormat = "2.893";

export function quirksOf(profile: Profile, pageFormat: string | null): Quirks {
  switch (profile) {
    case "standard":
      return standard;
    case "speakeasy": {
      const format = pageFormat ?? defaultFormat;
      const chosen = Object.entries(history).map(([key, rows]) => [key, rows.filter(([version]) => !isNewer(version, format)).at(-1)?.[1]]);
      return { ...standard, ...Object.fromEntries(chosen) };
    }
  }
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
