import type { Place, Position } from "../diagnostics/diagnostic.js";
import { pointerOf } from "../diagnostics/origin.js";
import { type LineAndColumn, lineFinder, offsetAt, type TextPositions } from "./textPositions.js";

/** The way from offsets and values of one text to lines and columns. Nothing is looked up before the first message asks. */
export class TextMap {
  private lines: ((offset: number) => LineAndColumn) | null = null;
  private known: TextPositions | null = null;

  /** `read` finds the places of a text that is known to parse. */
  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly read: (text: string) => TextPositions,
  ) {}

  get positions(): TextPositions {
    this.known ??= this.read(this.text);
    return this.known;
  }

  lineOf(offset: number): LineAndColumn {
    this.lines ??= lineFinder(this.text);
    return this.lines(offset);
  }

  /** A place in text that was not understood. */
  placeOf(offset: number): Place {
    return { kind: "text", file: this.file, ...this.lineOf(offset) };
  }

  /** The place of the value that `keys` lead to, or of the nearest one around it. */
  locate(keys: readonly string[]): Position {
    return { file: this.file, ...this.lineOf(offsetAt(this.positions.root, keys)), pointer: pointerOf(keys) };
  }
}
