import type { Origin } from "../diagnostics/diagnostic.js";
import type { Json } from "../ir/json.js";

/** A document as it was read: its JSON value, and the way back from any place in it to a file and a line. */
export interface SourceDocument {
  readonly root: Json;
  /** Files in reading order, as the user wrote them (relative to the working folder); the entry first, then overlays, then files that references opened. */
  readonly sources: readonly string[];
  /** Opens the file that a reference in `from` names ("common.yaml", "../a.json") once; null when it cannot be read (reported by the caller). Never fetches. */
  open(reference: string, from: number): { readonly index: number; readonly root: Json } | null;
  /** 1-based line and column of an origin, found when a message is printed. */
  positionOf(origin: Origin): { readonly file: string; readonly line: number; readonly column: number };
}
