import { MAX_DEPTH } from "./limits.js";
import type { RepeatedKey, TextNode, TextPositions } from "./textPositions.js";

/** A text that is not JSON: what is wrong, and where. */
export class JsonSyntaxError extends Error {
  constructor(
    readonly problem: string,
    readonly offset: number,
  ) {
    super(problem);
  }
}

const space = /[ \t\n\r]*/y;
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// All from the space on but `"` and `\`: control characters are forbidden inside a string. RFC 8259, 7.
const stringBody = /[ !#-[\]-\uffff]*/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Reads JSON text for the places of its values, not for the values: `JSON.parse` gives those, ten times faster. Throws `JsonSyntaxError` with
 * the place and a sentence where `JSON.parse` only has a sentence that differs between versions of Node. RFC 8259.
 */
export function jsonPositions(text: string): TextPositions {
  const repeated: RepeatedKey[] = [];
  const path: string[] = [];
  let at = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  const fail = (expected: string): never => {
    if (at >= text.length) throw new JsonSyntaxError(`the text ends where ${expected} should stand`, text.length);
    const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
    throw new JsonSyntaxError(`${JSON.stringify(found)} stands where ${expected} should stand`, at);
  };
  const string = (): string => {
    const start = at;
    at += 1;
    for (;;) {
      take(stringBody);
      if (text[at] === '"') break;
      if (at >= text.length) throw new JsonSyntaxError("the text ends inside a string", start);
      if (text[at] !== "\\") throw new JsonSyntaxError("a string holds a line break or another control character", at);
      if (take(escapeSequence) === "") throw new JsonSyntaxError("a string holds a backslash that escapes nothing", at);
    }
    at += 1;
    return text.slice(start, at);
  };

  /** What stands between two brackets. */
  const parts = (offset: number, close: "}" | "]", readPart: (children: Map<string, TextNode>) => void): TextNode => {
    const children = new Map<string, TextNode>();
    at += 1;
    take(space);
    const isEmpty = text[at] === close;
    while (!isEmpty) {
      readPart(children);
      if (text[at] === close) break;
      if (text[at] !== ",") fail(`\`,\` or \`${close}\``);
      at += 1;
      take(space);
    }
    at += 1;
    return { offset, children };
  };
  const object = (offset: number): TextNode =>
    parts(offset, "}", (children) => {
      const start = at;
      if (text[at] !== '"') fail("a key in double quotes");
      const raw = string();
      const key = raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
      take(space);
      if (text[at] !== ":") fail("`:`");
      at += 1;
      path.push(key);
      const first = children.get(key);
      if (first !== undefined) repeated.push({ keys: [...path], offset: start, first: first.offset });
      children.set(key, value(start));
      path.pop();
    });
  const list = (offset: number): TextNode =>
    parts(offset, "]", (children) => {
      path.push(String(children.size));
      children.set(String(children.size), value(null));
      path.pop();
    });

  /** One value and the space around it; `keyOffset` is where its key stands. */
  const value = (keyOffset: number | null): TextNode => {
    take(space);
    const offset = keyOffset ?? at;
    if (path.length > MAX_DEPTH + 1) throw new JsonSyntaxError(`values are nested more than ${MAX_DEPTH} levels deep`, at);
    const node = plainValue(offset);
    take(space);
    return node;
  };
  const plainValue = (offset: number): TextNode => {
    if (text[at] === "{") return object(offset);
    if (text[at] === "[") return list(offset);
    if (text[at] === '"') string();
    else if (take(literal) === "") fail("a value");
    return { offset, children: null };
  };

  const root = value(null);
  if (at < text.length) fail("the end of the text");
  return { root, repeated };
}
