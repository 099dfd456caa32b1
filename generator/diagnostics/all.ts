import type { Severity } from "./diagnostic.js";
import * as lower from "./lower.js";
import * as naming from "./naming.js";
import * as overlays from "./overlays.js";
import * as references from "./references.js";
import * as source from "./source.js";
import * as swagger2 from "./swagger2.js";
import * as versions from "./versions.js";

/** A kind of diagnostic, without its facts. */
interface DiagnosticKind {
  readonly code: string;
  readonly severity: Severity;
}

/** Every diagnostic of the product, by area; each has an example below `specs/negative`. A new area is one line here. */
export const allDiagnostics: readonly DiagnosticKind[] = [source, overlays, versions, swagger2, references, lower, naming].flatMap((area) =>
  Object.values(area),
);
