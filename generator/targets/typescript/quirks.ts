import { quirk } from "../../codegen/quirkTable.js";
import { languageQuirks } from "../commonQuirks.js";

export const quirksOf = languageQuirks("2.893", {
  /** Order of the operations of one path: as in the document, or by method. */
  operationOrder: quirk<"document" | "byMethod">("document", ["0", "document"], ["2.893", "byMethod"]),
  /** Indentation of a loop in the snippet of a function: old pages keep that of the method's snippet. */
  loopIndent: quirk<"method" | "right">("right", ["0", "method"]),
  /** Whether a page of a model ends with a line end. */
  lastLineEnd: quirk<"missing" | "right">("right", ["0", "missing"]),
});
