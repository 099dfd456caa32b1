/** Where a value stands in its text: the offset of its key (of the value itself for list items and the root), and the places inside it. */
export interface TextNode {
  readonly offset: number;
  readonly children: ReadonlyMap<string, TextNode> | null;
}

/** A key that an object writes more than once; `offset` is that of a later one, `first` that of the first. */
export interface RepeatedKey {
  readonly keys: readonly string[];
  readonly offset: number;
  readonly first: number;
}

/** All places of a text, found when the first message about it is printed. */
export interface TextPositions {
  readonly root: TextNode;
  readonly repeated: readonly RepeatedKey[];
}

/** The offset of the value at `keys`, or of the nearest value around it when the text does not hold it. */
export function offsetAt(root: TextNode, keys: readonly string[]): number {
  let node = root;
  for (const key of keys) {
    const child = node.children?.get(key);
    if (child === undefined) break;
    node = child;
  }
  return node.offset;
}

/** 1-based line and column. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds line and column of offsets in a text; a line ends with LF, CR LF or CR. The text is looked through once. */
export function lineFinder(text: string): (offset: number) => LineAndColumn {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (found) => found.index + found[0].length)];
  return (offset) => {
    let line = 0;
    // The last line that starts at or before the offset.
    for (let step = 2 ** Math.floor(Math.log2(starts.length)); step >= 1; step /= 2) {
      if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= offset) line += step;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
