import type { Origin, Position } from "../diagnostics/diagnostic.js";
import type { Json } from "../ir/json.js";

/** A file that a reference opened: its index in `sources` and its value. */
export interface OpenedFile {
  readonly index: number;
  readonly root: Json;
}

/** A document as it was read: its JSON value, and the way back from any place in it to a file and a line. */
export interface SourceDocument {
  readonly root: Json;
  /** Files in reading order, as the user wrote them (relative to the working folder); the entry first, then overlays, then files that references opened. */
  readonly sources: readonly string[];
  /**
   * Opens the file that a reference in `from` names ("common.yaml", "../a%20b.json") once; null when it cannot be read. What is wrong inside its
   * text is reported here, that it is missing by the caller, who knows the reference. Never fetches.
   */
  open(reference: string, from: number): OpenedFile | null;
  /** Where an origin stands, found when a message is printed: an overlay's part is found in the overlay, a converted one where it was written. */
  positionOf(origin: Origin): Position;
}
