import { jsonText } from "../../codegen/jsonText.js";
import type { Docs } from "../../ir/node.js";

/** The only ways by which text of a document enters a TypeScript file: each makes any input safe. */

/** A string literal; no line end, surrogate or direction mark of the text survives as it is. */
export function stringLiteral(text: string): string {
  return jsonText(text, /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g);
}

export function scalarLiteral(value: string | number | boolean): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** The name of a property in a type. */
export function typeKey(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
}

/** The same in an object literal, where `__proto__: x` would mean something else. */
export function propertyKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : typeKey(name);
}

/** `.name`, or `["x-name"]`. */
export function access(name: string): string {
  return identifier.test(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}

/** Text of a comment: nothing ends the comment, and no line ends where an editor would not show it. */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .replaceAll("*/", "*\\/")
    .trim();
}

/** The same for a comment of one line. */
export function lineText(text: string): string {
  return commentText(text).replace(/\s*\n\s*/g, " ");
}

/**
 *     /** List
 *      *
 *      * @remarks … *\/
 *
 * One line where it fits; the text ends with a line end; nothing for no text.
 */
export function docComment(text: string, indent: string): string {
  const lines = commentText(text)
    .split("\n")
    .map((line) => line.trimEnd());
  const [only] = lines;
  if (only === undefined || (lines.length === 1 && only === "")) return "";
  if (lines.length === 1 && only.length + indent.length < 130) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("")}${indent} */\n`;
}

/** What an editor shows: summary, description, and what deprecates it. */
export function docText(docs: Docs): string {
  const { summary, description, link, deprecated } = docs;
  const texts = [
    summary ?? "",
    description !== null && description !== summary ? description : "",
    link === null ? "" : `@see {@link ${link.url}}${link.description === null ? "" : ` - ${link.description}`}`,
  ];
  const note = deprecated === null ? "" : `@deprecated ${deprecated.message ?? "This will be removed in a future release."}`;
  return [...texts, note].filter((text) => text.trim() !== "").join("\n\n");
}
