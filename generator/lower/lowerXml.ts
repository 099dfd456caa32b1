import { isObject, type Json, type JsonObject, list, member, text } from "../ir/json.js";
import { isPlainXml, plainXml, type Xml, type XmlNode, xmlNodes } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { child, children, refKey, refOf, type Scope } from "./scope.js";

/**
 * The `xml` objects of a schema and of what it stands for (a reference, the only part of an `allOf`, the part that is not null), the outer one first;
 * null where they say nothing. OpenAPI 3.0, 4.7.26; 3.2, 4.26.
 *
 *     { type: array, items: { xml: { name: photo } }, xml: { wrapped: true } }   →   { node: "element", items: { name: "photo" } }
 */
export function lowerXml(scope: Scope, schema: Located, wire: string | null = null): Xml | null {
  return lowerChain(scope, schema, wire, new Set());
}

/** The root of a body: by its own name, else that of its component; null where it has neither. */
export function lowerXmlRoot(scope: Scope, schema: Located): Xml {
  const { parts, ref } = chainOf(scope, schema);
  const found = lowerXml(scope, schema) ?? plainXml;
  const name = said(parts, "name") ?? (ref === null ? null : refKey(ref));
  if (!isArray(parts)) return { ...found, name };
  // The items of a list that no property holds are called as what they are.
  const items = lastOf(scope, schema, "items");
  const { ref: item } = items === null ? { ref: null } : chainOf(scope, items);
  const inner = found.items ?? plainXml;
  const space = { namespace: said(parts, "namespace"), prefix: said(parts, "prefix") };
  return { ...space, name, node: "element", items: { ...inner, name: inner.name ?? (item === null ? null : refKey(item)) } };
}

/** `usual`: the name without any other. */
function lowerChain(scope: Scope, schema: Located, usual: string | null, above: ReadonlySet<string>): Xml | null {
  // A list that contains itself says the same on each level.
  if (above.has(schema.origin)) return null;
  const { parts, end } = chainOf(scope, schema);
  const within = new Set([...above, schema.origin, end.origin]);
  const list = isArray(parts);
  const node = nodeOf(parts);
  // Without an element of its own a list has no name either: OpenAPI 3.0, 4.7.26.2.4.
  const bare = list && node !== "element";
  const name = bare ? null : said(parts, "name");
  const inner = child(end, "items") ?? (list ? null : child(end, "additionalProperties"));
  const items = inner === null || within.has(inner.origin) ? null : lowerChain(scope, inner, list ? (name ?? usual) : null, within);
  const found: Xml = {
    name: name === usual ? null : name,
    namespace: bare ? null : said(parts, "namespace"),
    prefix: bare ? null : said(parts, "prefix"),
    node: node === (list ? "none" : "element") ? null : node,
    items,
  };
  return isPlainXml(found) ? null : found;
}

/** `attribute: true`, `wrapped: true` of a list and the extension `x-ms-text` are what 3.2 calls a node type. */
function nodeOf(parts: readonly JsonObject[]): XmlNode | null {
  const written = xmlNodes.find((node) => node === said(parts, "nodeType"));
  if (written !== undefined) return written;
  const flag = (key: string): boolean => parts.some((part) => member(member(part, "xml"), key) === true);
  if (flag("attribute")) return "attribute";
  if (flag("x-ms-text")) return "text";
  return flag("wrapped") && isArray(parts) ? "element" : null;
}

function said(parts: readonly JsonObject[], key: string): string | null {
  for (const part of parts) {
    const found = text(member(member(part, "xml"), key));
    if (found !== null && found !== "") return found;
  }
  return null;
}

function isArray(parts: readonly JsonObject[]): boolean {
  return parts.some((part) => [member(part, "type")].flat().includes("array") || Object.hasOwn(part, "items"));
}

interface Chain {
  readonly parts: readonly JsonObject[];
  /** The first reference on the way. */
  readonly ref: string | null;
  readonly end: Located;
}

function chainOf(scope: Scope, schema: Located): Chain {
  const parts: JsonObject[] = [];
  let ref: string | null = null;
  let at = schema;
  for (let hops = 0; hops < 64 && isObject(at.value); hops += 1) {
    parts.push(at.value);
    const written = refOf(at);
    ref ??= written;
    const next = Object.hasOwn(at.value, "properties")
      ? null
      : written === null
        ? onlyPart(at)
        : scope.document.resolve(written, at.origin);
    if (next === null) break;
    at = next;
  }
  return { parts, ref, end: at };
}

function lastOf(scope: Scope, schema: Located, key: string): Located | null {
  return child(chainOf(scope, schema).end, key);
}

function onlyPart(schema: Located): Located | null {
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    const parts = children(child(schema, key)).filter(([, part]) => !isNull(part.value));
    if (parts.length > 0) return parts.length === 1 ? (parts[0]?.[1] ?? null) : null;
  }
  return null;
}

function isNull(schema: Json): boolean {
  return member(schema, "type") === "null" || (list(member(schema, "enum")).length === 1 && list(member(schema, "enum"))[0] === null);
}
