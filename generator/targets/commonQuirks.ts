import { chooseQuirks, type PageChoice, type QuirksOf, type QuirkTable, quirk } from "../codegen/quirkTable.js";

/** How older versions read a document. */
export const readingQuirks = {
  /** Tags with dots: groups in groups, or one. */
  dottedTags: quirk<"nested" | "flat">("nested", ["0", "flat"]),
  /** Keywords beside a `$ref`. */
  besideRef: quirk<"ignored" | "read">("read", ["0", "ignored"]),
  /** A `default` response beside a success: old SDKs may return it, and raise every failure as their default error. */
  defaultBeside: quirk<"error" | "success">("error", ["0", "success"]),
  /** Content of a 204, or of an answer to HEAD: old SDKs have its type. */
  bodiless: quirk<"nothing" | "written">("nothing", ["0", "written"]),
  /** `{ type: object }` without properties. */
  freeObject: quirk<"class" | "map">("map", ["0", "class"]),
  /** `{ prefixItems }`: old SDKs have a list of any of its items. */
  tuples: quirk<"tuple" | "list">("tuple", ["0", "list"]),
  /** A union of strings that differ in format or are constants: old SDKs have the type of the first. */
  stringUnions: quirk<"union" | "first">("union", ["0", "first"]),
  /** `{ enum: [a] }`: old SDKs have an enumeration of one member. */
  singleEnum: quirk<"literal" | "enum">("literal", ["0", "enum"]),
  /** A schema with a discriminator that others include by `allOf`: old SDKs have the object that it describes itself. */
  parents: quirk<"union" | "object">("union", ["0", "object"]),
};

/** How callers of older SDKs pass values. */
export const styleQuirks = {
  /** Who holds the credentials of operations with requirements of their own: old methods take them as an argument. */
  operationSecurity: quirk<"client" | "argument">("client", ["0", "argument"]),
  /** Data of an error whose schema is a model elsewhere, too: old SDKs have one type of the error for both. */
  errorData: quirk<"model" | "own">("model", ["0", "own"]),
};

/** Rows that the tables of all languages have: those above, and what older names and pages had in common. */
const commonQuirks = {
  ...readingQuirks,
  ...styleQuirks,
  /** Title of a page: the class, or the way from the client to it. */
  title: quirk<"class" | "path">("class", ["0", "class"], ["2.772", "path"]),
  /** What operations repeat of their route and their group: old SDKs keep it in names. */
  operationNames: quirk<"short" | "whole">("short", ["0", "whole"]),
  /** One snippet per operation, or one per named example. */
  examples: quirk<"first" | "all">("all", ["0", "all"]),
  /** Link of a response type that has no page of its own: old pages link to `models/.md`. */
  emptyTypeLink: quirk<"empty" | "none">("none", ["0", "empty"]),
  /** Values on the pages of models: old ones name what they do not import, and leave out values or show some that do not fit. */
  modelValues: quirk<"whole" | "bare">("whole", ["0", "bare"]),
  /** Whether an SDK sends the defaults of what is left out, where the option does not say. */
  sendDefaults: quirk<boolean>(false, ["0", true]),
};

export type Quirks = QuirksOf<typeof commonQuirks>;

/** The values of some rows among those of all. */
export function rowsOf<Table extends QuirkTable>(table: Table, values: QuirksOf<Table>): QuirksOf<Table> {
  return Object.fromEntries(Object.keys(table).map((row) => [row, values[row]])) as QuirksOf<Table>;
}

/** The quirks of a language: these rows and its own; `usualFormat` is the version whose pages are written when a configuration names none. */
export function languageQuirks<Table extends QuirkTable>(usualFormat: string, own: Table) {
  return (pages: PageChoice) => chooseQuirks({ ...commonQuirks, ...own }, usualFormat, pages);
}
