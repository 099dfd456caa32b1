import type { Origin } from "../diagnostics/diagnostic.js";
import { keysOf, originOf } from "../diagnostics/origin.js";
import { isObject, type Json, member } from "../ir/json.js";
import type { OpenedFile, SourceDocument } from "../source/sourceDocument.js";
import { decoded, isArray } from "../source/values.js";

/** Where a `$ref` leads, or why it leads nowhere. */
export type Resolved =
  | { readonly kind: "found"; readonly value: Json; readonly source: number; readonly keys: readonly string[]; readonly origin: Origin }
  | { readonly kind: "remote" }
  | { readonly kind: "noFile" }
  /** `missing` is the first key of the pointer that is not there, `present` the keys that stand beside it. */
  | { readonly kind: "dangling"; readonly missing: string | null; readonly present: readonly string[] };

/** Follows references of one document. */
export type Resolver = (ref: string, source: number) => Resolved;

/**
 * The resolver of a document: `#/…` in the same file, `other.yaml#/…` relative to it, percent-encoding and `~0 ~1` in pointers, `#name` by
 * `$anchor`, and the exact `$id` of a schema in the same file. A pointer may lead anywhere, below `x-…` too. RFC 3986, RFC 6901.
 */
export function resolver(document: Pick<SourceDocument, "root" | "open">): Resolver {
  const anchors = new Map<Json, ReadonlyMap<string, readonly string[]>>();
  const anchorsOf = (root: Json): ReadonlyMap<string, readonly string[]> => {
    const known = anchors.get(root) ?? findAnchors(root);
    anchors.set(root, known);
    return known;
  };
  const files = new Map<number, OpenedFile>([[0, { index: 0, root: document.root }]]);

  const resolve: Resolver = (ref, source) => {
    const hash = ref.indexOf("#");
    const file = hash === -1 ? ref : ref.slice(0, hash);
    const fragment = decoded(hash === -1 ? "" : ref.slice(hash + 1));
    const here = files.get(source);
    const byId = file === "" || here === undefined ? undefined : anchorsOf(here.root).get(file);
    if (byId === undefined && /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(file)) return { kind: "remote" };
    const target = file === "" || byId !== undefined ? here : document.open(file, source);
    if (target === undefined || target === null) return { kind: "noFile" };
    files.set(target.index, target);
    if (fragment === "" || fragment.startsWith("/")) return follow(target, [...(byId ?? []), ...keysOf(fragment)]);
    const anchored = anchorsOf(target.root).get(`#${fragment}`);
    if (anchored !== undefined) return follow(target, anchored);
    return { kind: "dangling", missing: `#${fragment}`, present: [...anchorsOf(target.root).keys()] };
  };

  const known = new Map<number, Map<string, Resolved>>();
  return (ref, source) => {
    const ofFile = known.get(source) ?? new Map<string, Resolved>();
    known.set(source, ofFile);
    const resolved = ofFile.get(ref) ?? resolve(ref, source);
    ofFile.set(ref, resolved);
    return resolved;
  };
}

function follow({ root, index }: OpenedFile, keys: readonly string[]): Resolved {
  let value = root;
  const found: string[] = [];
  for (const written of keys) {
    // Some encode a space as in a query, `+`.
    const key = member(value, written) === undefined && written.includes("+") ? written.replaceAll("+", " ") : written;
    const child = member(value, key);
    if (child === undefined) return { kind: "dangling", missing: written, present: isObject(value) ? Object.keys(value) : [] };
    value = child;
    found.push(key);
  }
  return { kind: "found", value, source: index, keys: found, origin: originOf(index, found) };
}

/** All `$anchor`s of a file as `#name`, all `$id`s and the document's `$self` (3.2), with the keys that lead there. Names inside examples are found too and do no harm. */
function findAnchors(root: Json): ReadonlyMap<string, readonly string[]> {
  const anchors = new Map<string, readonly string[]>();
  const visit = (value: Json, keys: readonly string[]): void => {
    if (isArray(value)) value.forEach((item, index) => void visit(item, [...keys, String(index)]));
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      const isName = key === "$id" || (key === "$self" && keys.length === 0);
      const name = key === "$anchor" || key === "$dynamicAnchor" ? `#${String(child)}` : isName ? String(child) : null;
      if (typeof child === "string" && name !== null && !anchors.has(name)) anchors.set(name, keys);
      visit(child, [...keys, key]);
    }
  };
  visit(root, []);
  return anchors;
}
