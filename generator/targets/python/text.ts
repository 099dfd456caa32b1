import { wordSet } from "../../codegen/casing.js";
import { jsonText } from "../../codegen/jsonText.js";

/** Typed writers of Python: each makes any text safe in its place. */

/** A string literal: JSON's escapes are Python's; a lone surrogate or a control character stays escaped. */
export function pythonString(value: string): string {
  return jsonText(value, /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g);
}

/** `True`, `1.5`, `"text"` */
export function pythonScalar(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "True" : "False") : typeof value === "string" ? pythonString(value) : JSON.stringify(value);
}

/** The class of a constant: `str`. */
export function primitiveOf(value: string | number | boolean): string {
  return typeof value === "string" ? "str" : typeof value === "boolean" ? "bool" : Number.isInteger(value) ? "int" : "float";
}

/**
 * A docstring in raw triple quotes: no text can end it or start an escape, and lines below the first keep the indentation of the block.
 *
 *     r"""List
 *
 *     Lists the tokens.
 *     """
 */
export function docstring(lines: readonly string[], indent: string): string {
  const text = lines
    .flatMap((line) => line.split(/\r\n|[\n\r\u2028\u2029\u0085\f\v]/))
    .map((line) => clean(line).trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (text === "") return "";
  const body = text.split("\n").map((line, i) => (i === 0 || line === "" ? line : indent + line));
  const raw = text.includes("\\") ? "r" : "";
  const last = body.at(-1) ?? "";
  if (body.length === 1 && !/["\\]$/.test(last)) return `${raw}"""${last}"""`;
  return `${raw}"""${body.join("\n")}\n${indent}"""`;
}

/** Triple quotes and control characters have no place in a docstring; neither have marks that reorder what a reader sees. */
function clean(line: string): string {
  return printable(line).replaceAll('"""', "'''");
}

/** A comment of one line. */
export function comment(text: string): string {
  return `# ${printable(text).trim()}`;
}

/** Spaces for control and format characters, but tabs and the joiner of emoji. Unicode categories Cc, Cf, Zl, Zp. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => (mark === "\t" || mark === "\u200d" ? mark : " "));
}

/** Items on one line where they fit, else one a line with a comma behind each. */
export function wrapped(open: string, items: readonly string[], close: string, indent: string, used = 0): string {
  const line = `${open}${items.join(", ")}${close}`;
  if (!line.includes("\n") && indent.length + used + line.length <= 140) return line;
  return `${open}\n${items.map((item) => `${indent}    ${item},\n`).join("")}${indent}${close}`;
}

/** File name of a model's page, and of the module that older SDKs had for it: the name in lower case; words that no module can be called get a `_`. */
export function pageStem(name: string): string {
  const stem = name.toLowerCase();
  return reservedStems.has(stem) ? `${stem}_` : stem;
}

const reservedStems = wordSet(
  "false none true and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield filter format",
);
