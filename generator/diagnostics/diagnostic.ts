/**
 * What is said about an input: declared once with its code and wording, reported with its place.
 * This folder imports nothing, so that every stage may use it.
 */

/** A place in an input: index into the list of sources, then a JSON pointer in that file ("0#/paths/~1tokens/get"). RFC 6901. */
export type Origin = `${number}#${string}`;

export type Severity = "error" | "warning";

export interface Diagnostic {
  /** Stable kebab-case code, the file name of its example below `specs/negative`. */
  readonly code: string;
  /** An error stops the run before anything is written; a warning leaves out or loosens one part. */
  readonly severity: Severity;
  readonly message: string;
  /** The part of the input it is about; null when there is no input, such as a missing file. */
  readonly place: Place | null;
  /** What the generator did instead; null for errors. */
  readonly effect: string | null;
  /** What the reader can do, one or two sentences. */
  readonly help: string;
}

/** A place in a file as a reader finds it: 1-based line and column, and the JSON pointer in that very file. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

/** Where a diagnostic points: a node that was parsed (looked up when it is printed, or found already), or a position in text that could not be. */
export type Place =
  | { readonly kind: "node"; readonly origin: Origin }
  | ({ readonly kind: "located" } & Position)
  | { readonly kind: "text"; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: "file"; readonly file: string };

/** The only effect of the pure stages. */
export type Report = (diagnostic: Diagnostic) => void;

interface Declaration<Facts> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: (facts: Facts) => string;
  readonly effect?: string | ((facts: Facts) => string);
  readonly help: string | ((facts: Facts) => string);
}

/** A declared diagnostic: call it with its place and the facts that its message names. */
export type DeclaredDiagnostic<Facts> = ((place: Place | Origin | null, facts: Facts) => Diagnostic) & {
  readonly code: string;
  readonly severity: Severity;
};

/**
 * Declares a kind of diagnostic.
 *
 *     export const duplicateKey = declare({ code: "duplicate-key", severity: "warning", message: ({ key }: { key: string }) => `…`, … });
 *     report(duplicateKey(origin, { key: "get" }));
 */
export function declare<Facts>(declaration: Declaration<Facts>): DeclaredDiagnostic<Facts> {
  const make = (place: Place | Origin | null, facts: Facts): Diagnostic => ({
    code: declaration.code,
    severity: declaration.severity,
    message: declaration.message(facts),
    place: typeof place === "string" ? { kind: "node", origin: place } : place,
    effect: typeof declaration.effect === "function" ? declaration.effect(facts) : (declaration.effect ?? null),
    help: typeof declaration.help === "function" ? declaration.help(facts) : declaration.help,
  });
  return Object.assign(make, { code: declaration.code, severity: declaration.severity });
}

/** Thrown where nothing can go on and no `report` is at hand: `generate` reports the diagnostic and stops. */
export class Stopped extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "Stopped";
  }
}

/** Behind a switch over a union: a new kind becomes a compile error in each place that must know it. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
