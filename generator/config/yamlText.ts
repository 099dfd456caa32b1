import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { configurationSyntax } from "../diagnostics/config.js";
import type { Place, Report } from "../diagnostics/diagnostic.js";

/** A small YAML file that people write by hand, with the way back from each node to its line. */
export interface YamlText {
  readonly document: Document;
  /** Where a node begins. */
  placeOf(node: unknown): Place;
  /** The node that an alias stands for, and the node itself otherwise. */
  follow(node: unknown): unknown;
}

/** Reads YAML; null after a diagnostic with its line. */
export function readYamlText(text: string, file: string, report: Report): YamlText | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", schema: "core", prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { kind: "text", file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const error of document.errors) report(configurationSyntax(at(error.pos[0]), { why: error.message }));
  if (document.errors.length > 0) return null;
  const why = unfolded(document);
  if (why !== null) {
    report(configurationSyntax(at(0), { why }));
    return null;
  }
  return {
    document,
    placeOf: (node) => at(isNode(node) && node.range ? node.range[0] : 0),
    follow: (node) => (isAlias(node) ? (node.resolve(document) ?? null) : node),
  };
}

/** Aliases may share settings, but not hold themselves or multiply without end; null when all is well. */
function unfolded(document: Document): string | null {
  try {
    JSON.stringify(document.toJS({ maxAliasCount: 100 }));
    return null;
  } catch {
    return "its aliases hold themselves, or are too many.";
  }
}

/** Key and value nodes of a map in order; nothing for any other node. */
export function entriesOf(
  yaml: YamlText,
  node: unknown,
): readonly { readonly key: string; readonly keyNode: unknown; readonly value: unknown }[] {
  const map = yaml.follow(node);
  if (!isMap(map)) return [];
  return map.items.map((pair: Pair) => ({
    key: isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
    keyNode: pair.key,
    value: pair.value,
  }));
}

/** The value of a key of a map; undefined when it is not there. */
export function entryOf(yaml: YamlText, node: unknown, key: string): unknown {
  return entriesOf(yaml, node).find((entry) => entry.key === key)?.value;
}

export type NodeShape =
  | { readonly kind: "map" }
  | { readonly kind: "list"; readonly items: readonly unknown[] }
  | { readonly kind: "scalar"; readonly value: string | number | boolean | null };

/** What a node is; anything that YAML knows and JSON does not reads as its text. */
export function shapeOf(yaml: YamlText, node: unknown): NodeShape {
  const found = yaml.follow(node);
  if (isMap(found)) return { kind: "map" };
  if (isSeq<Node>(found)) return { kind: "list", items: found.items };
  const value: unknown = isScalar(found) ? found.value : null;
  if (value === null || value === undefined) return { kind: "scalar", value: null };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { kind: "scalar", value };
  return { kind: "scalar", value: String(value) };
}
