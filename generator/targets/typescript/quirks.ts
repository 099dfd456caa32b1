import { chooseQuirks, type PageChoice, type QuirksOf, quirk } from "../../codegen/quirkTable.js";
import { commonQuirks } from "../commonQuirks.js";

const table = {
  ...commonQuirks,
  /** Order of the operations of one path: as in the document, or by method. */
  operationOrder: quirk<"document" | "byMethod">("document", ["0", "document"], ["2.893", "byMethod"]),
  /** Indentation of a loop in the snippet of a function: old pages keep that of the method's snippet. */
  loopIndent: quirk<"method" | "right">("right", ["0", "method"]),
  /** One snippet per operation, or one per named example. */
  examples: quirk<"first" | "all">("all", ["0", "all"]),
  /** Whether a page of a model ends with a line end. */
  lastLineEnd: quirk<"missing" | "right">("right", ["0", "missing"]),
};

export type Quirks = QuirksOf<typeof table>;

export function quirksOf(pages: PageChoice): Quirks {
  return chooseQuirks(table, "2.893", pages);
}
