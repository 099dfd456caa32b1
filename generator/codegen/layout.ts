/** Code as a tree of brackets, so that it can be written on one line where it fits and on several where it does not. */
export type Code = string | Group;

export interface Group {
  readonly open: string;
  readonly items: readonly { readonly label: string; readonly code: Code }[];
  readonly close: string;
  /** Blanks inside the brackets of one line: `{ a }`. */
  readonly spaced: boolean;
  /** Always on several lines. */
  readonly broken: boolean;
}

/** `{ a: 1, b: [2] }`; keys are written already, and a name that holds what it is called stands once. */
export function objectCode(entries: readonly (readonly [key: string, code: Code])[], broken = false): Group {
  return {
    open: "{",
    items: entries.map(([key, code]) => ({ label: key === code && !/^["']/.test(key) ? "" : `${key}: `, code })),
    close: "}",
    spaced: true,
    broken,
  };
}

export function arrayCode(items: readonly Code[], broken = false): Group {
  return { open: "[", items: items.map((code) => ({ label: "", code })), close: "]", spaced: false, broken };
}

/** `call(a, b)` */
export function callCode(callee: string, items: readonly Code[]): Group {
  return { open: `${callee}(`, items: items.map((code) => ({ label: "", code })), close: ")", spaced: false, broken: false };
}

interface LayoutSize {
  readonly width: number;
  /** Columns that are taken on the first line before the code, and behind it by what follows. */
  readonly before: number;
}

const anySize: LayoutSize = { width: Number.POSITIVE_INFINITY, before: 0 };

/** Writes the code; lines after the first begin with `indent`, and `step` more for each bracket. */
export function layoutCode(code: Code, indent: string, size = anySize, step = "  "): string {
  if (typeof code === "string") return code;
  if (code.items.length === 0) return `${code.open}${code.close}`;
  const line = oneLine(code);
  if (line !== null && size.before + line.length <= size.width) return line;
  const inner = indent + step;
  const items = code.items.map(
    ({ label, code: item }) =>
      `${inner}${label}${layoutCode(item, inner, { width: size.width, before: inner.length + label.length + 1 }, step)},\n`,
  );
  return `${code.open}\n${items.join("")}${indent}${code.close}`;
}

/** Null where something inside must stand on several lines, or for a line that no page is wide enough for. */
function oneLine(code: Code): string | null {
  if (typeof code === "string") return code.includes("\n") ? null : code;
  if (code.broken && code.items.length > 0) return null;
  if (code.items.length === 0) return `${code.open}${code.close}`;
  const parts: string[] = [];
  let length = 0;
  for (const { label, code: item } of code.items) {
    const part = oneLine(item);
    if (part === null) return null;
    length += label.length + part.length;
    if (length > 200) return null;
    parts.push(label + part);
  }
  const space = code.spaced ? " " : "";
  return `${code.open}${space}${parts.join(", ")}${space}${code.close}`;
}
