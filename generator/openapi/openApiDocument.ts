import type { Origin } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../ir/json.js";
import type { SourceDocument } from "../source/sourceDocument.js";

/** A value and the place it stands at. */
export interface Located<T extends Json = Json> {
  readonly value: T;
  readonly origin: Origin;
}

/**
 * A document whose version was understood: 2.0, 3.0, 3.1 and 3.2 all read as 3.1 from here on. `$ref`s stay references; each was checked to lead somewhere.
 */
export interface OpenApiDocument {
  readonly source: SourceDocument;
  /** The version that the document says of itself. */
  readonly written: "2.0" | "3.0" | "3.1" | "3.2";
  readonly root: JsonObject;
  /** Follows one `$ref` (not a chain) from the node at `from`; null when it leads nowhere. */
  resolve(ref: string, from: Origin): Located | null;
}
