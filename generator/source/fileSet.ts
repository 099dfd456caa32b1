import { dirname, isAbsolute, join, normalize } from "node:path";
import type { Diagnostic, Origin, Position, Report } from "../diagnostics/diagnostic.js";
import { pointerOf, splitOrigin } from "../diagnostics/origin.js";
import { type ParsedText, parseText } from "./parseText.js";
import { type Provenances, textPlace } from "./provenance.js";
import { readText } from "./readText.js";
import type { OpenedFile } from "./sourceDocument.js";
import { type Draft, decoded } from "./values.js";

/** The files of one document, each read once, and the way from a place in one of them to its line and column. */
export class FileSet {
  readonly names: string[] = [];
  readonly provenances: Provenances = new Map();
  private readonly files: ParsedText[] = [];
  private readonly byPath = new Map<string, number | "unreadable">();

  constructor(private readonly sink: Report) {}

  /** Reports a diagnostic with its place found: the reader of the message may never hold a document to ask for it. */
  readonly report = (diagnostic: Diagnostic): void => {
    const { place } = diagnostic;
    this.sink(place?.kind === "node" ? { ...diagnostic, place: { kind: "located", ...this.positionOf(place.origin) } } : diagnostic);
  };

  /** Reads and parses a file that the user names; null after a report. */
  read(file: string, { namedBy }: { readonly namedBy: "user" | "document" }): { readonly index: number; readonly root: Draft } | null {
    const read = readText(file, { namedBy });
    // That a referenced file is not there is for the caller to say, who knows the reference.
    if (read.kind === "failed" && namedBy === "user") this.report(read.diagnostic);
    if (read.kind === "failed") return null;
    const parsed = parseText(file, read.text, this.sink);
    if (parsed === null) return null;
    const index = this.files.push(parsed) - 1;
    this.names.push(file);
    this.byPath.set(normalize(file), index);
    return { index, root: parsed.value };
  }

  readonly open = (reference: string, from: number): OpenedFile | null => {
    const path = this.pathOf(reference, from);
    const known = this.byPath.get(path);
    if (known === "unreadable") return null;
    if (known !== undefined) return { index: known, root: this.files[known]?.value ?? null };
    const read = this.read(path, { namedBy: "document" });
    if (read === null) this.byPath.set(path, "unreadable");
    return read;
  };

  readonly positionOf = (origin: Origin): Position => {
    const { source, keys } = splitOrigin(origin);
    const place = textPlace(this.provenances, this.files[source]?.value ?? null, source, keys);
    return this.files[place.source]?.map.locate(place.keys) ?? { file: "", line: 1, column: 1, pointer: pointerOf(place.keys) };
  };

  /** A path relative to the folder of the file that the reference stands in; `%20` is a space. */
  private pathOf(reference: string, from: number): string {
    const path = decoded(reference);
    return normalize(isAbsolute(path) ? path : join(dirname(this.names[from] ?? ""), path));
  }
}
