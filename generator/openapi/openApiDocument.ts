import type { Origin } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../ir/json.js";
import type { SourceDocument } from "../source/sourceDocument.js";

/** A value and the place it stands at. */
export interface Located<T extends Json = Json> {
  readonly value: T;
  readonly origin: Origin;
}

/**
 * A document whose version was understood: 2.0, 3.0, 3.1 and 3.2 all read as 3.1 from here on. `$ref`s stay references; `checkReferences` sees to it
 * that each leads somewhere.
 */
export interface OpenApiDocument {
  /** The files as they are read from here on: for a 2.0 document their upgraded shape. Origins are places in this shape; `positionOf` finds the text. */
  readonly source: SourceDocument;
  /** The version that the document says of itself. */
  readonly written: "2.0" | "3.0" | "3.1" | "3.2";
  readonly root: JsonObject;
  /** Follows one `$ref` (not a chain) from the node at `from`; null when it leads nowhere. */
  resolve(ref: string, from: Origin): Located | null;
}

/** A reference as the author of the document wrote it, for messages: the upgrade of a 2.0 document moves what references name. */
export function asWritten({ written }: Pick<OpenApiDocument, "written">, ref: string): string {
  if (written !== "2.0") return ref;
  return ref
    .replace("#/components/schemas/", "#/definitions/")
    .replace("#/components/securitySchemes/", "#/securityDefinitions/")
    .replace("#/components/requestBodies/", "#/parameters/")
    .replace("#/components/", "#/");
}
