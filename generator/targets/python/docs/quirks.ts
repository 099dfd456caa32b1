import type { Profile } from "../../../config/profile.js";

/**
 * Where the pages of an older generator differ from what they should be, each with its values. Views read a quirk; nothing else looks at a profile or at
 * the version of a format.
 */
export interface Quirks {
  /** Target of the link of a date-time and of a date: old pages have the two swapped. */
  readonly dateLink: "swapped" | "right";
  /** Link of a response type that has no page of its own: old pages link to `models/.md`. */
  readonly emptyTypeLink: "empty" | "none";
  /** Link of the security row of a method that takes a request: old pages leave out `models/`. */
  readonly securityLink: "missingFolder" | "right";
  /** Line below the title of an SDK page: `(*path*)`, and whether the title is the class or the dotted path. */
  readonly pathLine: "shown" | "hidden";
  readonly title: "class" | "path";
  /** Pages of resources without operations. */
  readonly rootPage: "always" | "withOperations";
  /** How null is written in example cells. */
  readonly nullExample: "<nil>" | "null";
  /** One snippet per operation, or one per named example. */
  readonly examples: "first" | "all";
  /** Keywords beside a `$ref`. */
  readonly besideRef: "hidden" | "shown";
  /** Whether `next()` of an async page is awaited, and whether the init hook gets the configuration, where the options do not say. */
  readonly asyncPages: boolean;
  readonly initHook: "configuration" | "client";
  /** `{ type: object }` without properties. */
  readonly freeObject: "class" | "map";
  /** `{ prefixItems }`: a list of any of its items. */
  readonly tuples: "tuple" | "list";
  /** What a client gets its tokens with: that alone, or a token instead. */
  readonly clientCredentials: "object" | "objectOrToken";
  /** A union of strings that differ in format or are constants: the type of the first. */
  readonly stringUnions: "union" | "first";
  /** Class of file streams in the type of a binary body. */
  readonly binary: string;
}

const standard: Quirks = {
  dateLink: "right",
  emptyTypeLink: "none",
  securityLink: "right",
  pathLine: "shown",
  title: "class",
  rootPage: "withOperations",
  nullExample: "null",
  examples: "first",
  besideRef: "shown",
  asyncPages: true,
  initHook: "configuration",
  freeObject: "map",
  tuples: "tuple",
  stringUnions: "union",
  clientCredentials: "objectOrToken",
  binary: "*Union[bytes, IO[bytes], io.BufferedReader]*",
};

/** The page formats of the older generator: from which version on a value holds. The last row that is not newer wins. */
const history: { readonly [K in keyof Quirks]: readonly (readonly [version: string, value: Quirks[K]])[] } = {
  dateLink: [["0", "swapped"]],
  emptyTypeLink: [["0", "empty"]],
  securityLink: [["0", "missingFolder"]],
  pathLine: [
    ["0", "shown"],
    ["2.772", "hidden"],
  ],
  title: [
    ["0", "class"],
    ["2.772", "path"],
  ],
  rootPage: [
    ["0", "always"],
    ["2.723", "withOperations"],
  ],
  nullExample: [
    ["0", "<nil>"],
    ["2.889", "null"],
  ],
  examples: [
    ["0", "first"],
    ["2.832.9", "all"],
  ],
  besideRef: [["0", "hidden"]],
  asyncPages: [["0", false]],
  initHook: [["0", "client"]],
  freeObject: [["0", "class"]],
  tuples: [["0", "list"]],
  stringUnions: [["0", "first"]],
  clientCredentials: [["0", "object"]],
  binary: [
    ["0", "*Union[bytes, IO[bytes], io.BufferedReader]*"],
    ["2.911", "*Union[bytes, IO[bytes], io.IOBase]*"],
  ],
};

/** The version whose pages are written when a migrated configuration names none. */
const defaultFormat = "2.737";

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
