import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { printDiagnostics } from "../diagnostics/print.js";

/** The listing of what a run found, with an empty line behind it; nothing when it found nothing. Places are found already: the pipeline does that while the documents are open. */
export function printFound(found: readonly Diagnostic[]): string {
  if (found.length === 0) return "";
  return `${printDiagnostics(found, unlocated)}\n`;
}

export function unlocated(origin: string): never {
  throw new Error(`the place ${origin} was not looked up while its document was open`);
}
