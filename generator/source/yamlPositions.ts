import { type EventType, load, type State } from "js-yaml";
import type { RepeatedKey, TextNode, TextPositions } from "./textPositions.js";
import { yamlOptions } from "./yamlOptions.js";

/** A node that the parser has begun and not yet left. */
interface Open {
  readonly start: number;
  readonly parts: Part[];
}

/** A finished node: a key, a value or an item. */
interface Part {
  readonly start: number;
  readonly kind: string;
  readonly text: string;
  readonly merges: boolean;
  readonly container: object | null;
  readonly parts: readonly Part[];
}

/**
 * Finds the places of all values of a YAML text that is known to parse. The parser reports each node that it enters and leaves; a mapping's
 * parts come as key, value, key, value. That listener is not documented, so the tests compare its places with those of a second parser,
 * and a mapping whose parts do not fit its value keeps its own place only.
 */
export function yamlPositions(text: string): TextPositions {
  const stack: Open[] = [{ start: 0, parts: [] }];
  // js-yaml's types forget that the state which it hands over holds the tag of the node just read.
  const listener = (event: EventType, state: State & { readonly tag?: string | null }): void => {
    if (event === "open") {
      stack.push({ start: state.position, parts: [] });
      return;
    }
    const node = stack.pop();
    stack.at(-1)?.parts.push(partOf(node ?? { start: 0, parts: [] }, state.kind, state.result, state.tag === "tag:yaml.org,2002:merge"));
  };
  load(text, { ...yamlOptions, json: true, listener });
  const repeated: RepeatedKey[] = [];
  const whole = stack[0]?.parts.at(-1);
  return { root: whole === undefined ? { offset: 0, children: null } : nodeOf({ text, repeated }, whole, null, []), repeated };
}

/** What the walk over the parts carries along. */
interface Walk {
  readonly text: string;
  readonly repeated: RepeatedKey[];
}

function partOf(node: Open, kind: string | null, result: unknown, merges: boolean): Part {
  const container = typeof result === "object" && result !== null ? result : null;
  // The parser tries a flow collection or an alias as the first key of a block mapping before it takes it as a value: such a part is the node itself.
  const [only] = node.parts;
  if (only !== undefined && node.parts.length === 1 && container !== null && only.container === container) return only;
  const text = container === null ? String(result) : "";
  return { start: node.start, kind: kind ?? "null", text, merges, container, parts: kind === "scalar" ? [] : node.parts };
}

function nodeOf(walk: Walk, part: Part, keyOffset: number | null, path: readonly string[]): TextNode {
  const offset = keyOffset ?? skipSpace(walk.text, part.start);
  if (part.kind === "sequence") return { offset, children: itemsOf(walk, part, path) };
  if (part.kind === "mapping") return { offset, children: pairsOf(walk, part, path) };
  return { offset, children: null };
}

/** An item without text (`-` alone) is no part: the first nulls of a list that has more items than parts stand nowhere. */
function itemsOf(walk: Walk, part: Part, path: readonly string[]): ReadonlyMap<string, TextNode> | null {
  if (!Array.isArray(part.container)) return null;
  const children = new Map<string, TextNode>();
  let missing = part.container.length - part.parts.length;
  let next = 0;
  part.container.forEach((value, index) => {
    if (value === null && missing > 0) {
      missing -= 1;
      return;
    }
    const item = part.parts[next];
    next += 1;
    if (item !== undefined) children.set(String(index), nodeOf(walk, item, null, [...path, String(index)]));
  });
  return missing === 0 ? children : null;
}

function pairsOf(walk: Walk, part: Part, path: readonly string[]): ReadonlyMap<string, TextNode> | null {
  if (part.container === null) return null;
  const children = new Map<string, TextNode>();
  for (let index = 0; index + 1 < part.parts.length; index += 2) {
    const key = part.parts[index];
    const value = part.parts[index + 1];
    if (key === undefined || value === undefined || key.merges) continue;
    if (!Object.hasOwn(part.container, key.text)) return null;
    const keys = [...path, key.text];
    const start = skipSpace(walk.text, key.start);
    const first = children.get(key.text);
    if (first !== undefined) walk.repeated.push({ keys, offset: start, first: first.offset });
    children.set(key.text, nodeOf(walk, value, start, keys));
  }
  return children;
}

/** Past spaces, line breaks and comments: a node begins where its text does, not where the parser started to look for it. */
function skipSpace(text: string, start: number): number {
  const space = /(?:[ \t\r\n]|(?<![^ \t\r\n])#[^\r\n]*)*/y;
  space.lastIndex = start;
  return start + (space.exec(text)?.[0].length ?? 0);
}
