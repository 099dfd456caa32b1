import type { Report } from "../diagnostics/diagnostic.js";
import { notAnObject } from "../diagnostics/source.js";
import { FileSet } from "./fileSet.js";
import { applyOverlay } from "./overlay.js";
import type { OverlayDialect } from "./overlayPath.js";
import type { SourceDocument } from "./sourceDocument.js";
import { type DraftObject, isDraftObject, kindOf } from "./values.js";

/** What to read: the entry document, then overlays in the order in which they are applied. */
interface LoadRequest {
  /** A path, absolute or relative to the working folder. */
  readonly location: string;
  readonly overlays: readonly { readonly file: string; readonly jsonpath: OverlayDialect }[];
}

/**
 * Reads a document and applies its overlays. Gives null after an error was reported; never throws for what a file holds. What it reports is
 * located already, so it can be printed without a document. Files that references name are read later, when `open` asks for them.
 */
export function load({ location, overlays }: LoadRequest, report: Report): SourceDocument | null {
  let failed = false;
  const files = new FileSet((diagnostic) => {
    failed ||= diagnostic.severity === "error";
    report(diagnostic);
  });
  const readObject = (file: string): { readonly index: number; readonly root: DraftObject } | null => {
    const read = files.read(file, { namedBy: "user" });
    if (read === null) return null;
    if (isDraftObject(read.root)) return { index: read.index, root: read.root };
    files.report(notAnObject(`${read.index}#`, { found: kindOf(read.root) }));
    return null;
  };
  const entry = readObject(location);
  const read = overlays.map(({ file, jsonpath }) => ({ dialect: jsonpath, overlay: readObject(file) }));
  if (entry === null || failed) return null;
  for (const { dialect, overlay } of read) {
    if (overlay === null) continue;
    const { provenances } = files;
    applyOverlay({ root: entry.root, overlay: overlay.root, index: overlay.index, dialect, provenances }).forEach(files.report);
  }
  return failed ? null : { root: entry.root, sources: files.names, open: files.open, positionOf: files.positionOf };
}
