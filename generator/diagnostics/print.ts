import type { Diagnostic, Origin, Position, Severity } from "./diagnostic.js";

/** Finds the place of an origin: `positionOf` of the document that the diagnostics are about. */
export type PositionOf = (origin: Origin) => Position;

/** A diagnostic with its place found; what `--json` prints. Places without a line (a missing file) or without any place have null there. */
interface LocatedDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  readonly message: string;
  readonly effect: string | null;
  readonly help: string;
}

/** A diagnostic as it is printed on a terminal and in `--json`: `locateDiagnostic(diagnostic, document.source.positionOf)`. */
export function locateDiagnostic(diagnostic: Diagnostic, positionOf: PositionOf): LocatedDiagnostic {
  const { severity, code, message, effect, help } = diagnostic;
  return { severity, code, ...placeOf(diagnostic, positionOf), message, effect, help };
}

/** All diagnostics of a run, each once, in the order of files, lines, columns and codes. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], positionOf: PositionOf): string {
  return sortDiagnostics(diagnostics.map((diagnostic) => locateDiagnostic(diagnostic, positionOf)))
    .map((located) => `${printLocated(located)}\n`)
    .join("\n");
}

/** The same diagnostic said twice is one; the order does not depend on the order in which stages found them. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const distinct = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...distinct.values()].sort(
    (left, right) =>
      compare(left.file ?? "", right.file ?? "") ||
      compare(left.line ?? 0, right.line ?? 0) ||
      compare(left.column ?? 0, right.column ?? 0) ||
      compare(left.code, right.code) ||
      compare(left.pointer ?? "", right.pointer ?? "") ||
      compare(left.message, right.message),
  );
}

/**
 * Place, what it is, then message with effect and help on lines of their own.
 *
 *     specs/acme.yaml:41:5  warning  path-parameter-undefined  #/paths/~1v1~1tokens~1{id}
 *       "{id}" stands in /v1/tokens/{id}, but no parameter defines it. The method takes it as a required string.
 *       Add a parameter with `in: path`, `required: true` and a schema.
 */
function printLocated({ severity, code, file, line, column, pointer, message, effect, help }: LocatedDiagnostic): string {
  const place = file === null ? null : line === null ? file : `${file}:${line}:${column}`;
  const head = [place, severity, code, pointer === null ? null : `#${pointer}`].filter((part) => part !== null).map(visible);
  return `${head.join("  ")}\n  ${visible(effect === null ? message : `${message} ${effect}`)}\n  ${visible(help)}`;
}

/** A document's own text must not move the cursor, colour the terminal, reorder the line or begin a new one. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

function placeOf({ place }: Diagnostic, positionOf: PositionOf): Pick<LocatedDiagnostic, "file" | "line" | "column" | "pointer"> {
  switch (place?.kind) {
    case undefined:
      return { file: null, line: null, column: null, pointer: null };
    case "file":
      return { file: place.file, line: null, column: null, pointer: null };
    case "text":
      return { file: place.file, line: place.line, column: place.column, pointer: null };
    case "located":
      return { file: place.file, line: place.line, column: place.column, pointer: place.pointer };
    case "node": {
      const { file, line, column, pointer } = positionOf(place.origin);
      return { file, line, column, pointer };
    }
  }
}

function compare<T extends string | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
