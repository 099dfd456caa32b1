/**
 * A Markdown table as the reference pages have it: one width for all columns, that of the longest cell, measured in code points of the raw text;
 * then line ends become `<br/>` and bars are escaped, so such a row runs longer.
 *
 *     | Field  | Type   |
 *     | ------ | ------ |
 *     | `name` | *str*  |
 */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const width = Math.max(...all.flatMap((row) => row.map(lengthOf)));
  const line = (row: readonly string[]): string => `| ${row.map((cell) => padded(cellText(cell), width)).join(" | ")} |`;
  return [line(header), `| ${header.map(() => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** Makes any text one cell: no line end and no bar survives. A cell that is Markdown already (`\*`) is measured and written as it stands. */
function cellText(raw: string): string {
  return raw.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll("\n", "<br/>").replaceAll("|", "\\|");
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}
