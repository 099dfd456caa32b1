import type { Json } from "../../../../generator/ir/json.js";
import { below, childrenOf, flagAt, type Place, textAt } from "../../contract/place.js";
import { kindsOf, partsOf, typed } from "./values.js";

/** An element of a document; names without their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Element[];
  readonly text: string;
}

/** Reads what stands in one document: elements, attributes, text and CDATA. XML 1.0. */
export function parseXml(text: string): Element {
  const tokens = text.match(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>|<[^>]*>|[^<]+/g) ?? [];
  const top: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [top];
  for (const token of tokens) {
    const inner = open.at(-1) ?? top;
    if (token.startsWith("<![CDATA[")) inner.text += token.slice(9, -3);
    else if (token.startsWith("<?") || token.startsWith("<!")) continue;
    else if (token.startsWith("</")) open.pop();
    else if (token.startsWith("<")) {
      const [, name = ""] = /^<\s*([^\s/>]+)/.exec(token) ?? [];
      const found = [...token.matchAll(/([^\s=<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
      const attributes = Object.fromEntries(
        found.filter(([, key = ""]) => !/^xmlns(?:$|:)/.test(key)).map(([, key = "", a, b]) => [local(key), unescaped(a ?? b ?? "")]),
      );
      const element: OpenElement = { name: local(name), attributes, children: [], text: "" };
      inner.children.push(element);
      if (!token.endsWith("/>")) open.push(element);
    } else inner.text += unescaped(token);
  }
  const [first] = top.children;
  if (first === undefined || open.length > 1) throw new Error(`no XML: ${text.slice(0, 80)}`);
  return first;
}

interface OpenElement extends Element {
  readonly children: OpenElement[];
  text: string;
}

/**
 * The value of an element by its schema; keys are names of properties. OpenAPI 3.2, "XML Object".
 *
 *     { properties: { id: { type: integer, xml: { attribute: true } }, tags: { type: array, xml: { wrapped: true } } } }
 *     <Pet id="1"><tags><tag>a</tag></tags></Pet>   →   { id: 1, tags: ["a"] }
 */
export function xmlValue(schema: Place | null, element: Element): Json {
  const kinds = kindsOf(schema);
  if (kinds.has("array")) return element.children.map((child) => xmlValue(schema === null ? null : itemsOf(schema), child));
  if (!kinds.has("object") && element.children.length === 0) return typed(schema, element.text);
  const properties = schema === null ? new Map<string, Place>() : propertiesOf(schema);
  const known = [...properties].flatMap(([name, place]) => {
    const value = propertyValue(name, place, element);
    return value === undefined ? [] : [[name, value] as const];
  });
  const rest = schema === null ? null : (below(schema, "additionalProperties") ?? below(schema, "unevaluatedProperties"));
  const taken = new Set([...properties].flatMap(([name, place]) => [xmlName(place) ?? name]));
  const others = rest === null ? [] : element.children.filter(({ name }) => !taken.has(name));
  return Object.fromEntries([...known, ...others.map((child) => [child.name, xmlValue(rest, child)] as const)]);
}

function propertyValue(name: string, place: Place, element: Element): Json | undefined {
  const xml = below(place, "xml");
  const wire = xmlName(place) ?? name;
  const node = textAt(xml, "nodeType");
  if (node === "text" || node === "cdata") return typed(place, element.text);
  if (flagAt(xml, "attribute") === true || node === "attribute") {
    const text = element.attributes[wire];
    return text === undefined ? undefined : typed(place, text);
  }
  const those = (wanted: string) => element.children.filter((child) => child.name === wanted);
  if (!kindsOf(place).has("array")) return those(wire).map((child) => xmlValue(place, child))[0];
  if (flagAt(xml, "wrapped") === true || node === "element") return those(wire).map((child) => xmlValue(place, child))[0];
  const items = itemsOf(place);
  const found = those((items === null ? null : xmlName(items)) ?? name);
  return found.length === 0 ? undefined : found.map((child) => xmlValue(items, child));
}

function xmlName(place: Place): string | null {
  return textAt(below(place, "xml"), "name");
}

function itemsOf(schema: Place): Place | null {
  return (
    below(schema, "items") ??
    partsOf(schema)
      .map((part) => itemsOf(part))
      .find((found) => found !== null) ??
    null
  );
}

function propertiesOf(schema: Place): ReadonlyMap<string, Place> {
  return new Map([...partsOf(schema).flatMap((part) => [...propertiesOf(part)]), ...childrenOf(below(schema, "properties"))]);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function unescaped(text: string): string {
  const named = new Map([
    ["lt", "<"],
    ["gt", ">"],
    ["amp", "&"],
    ["quot", '"'],
    ["apos", "'"],
  ]);
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) =>
    name !== undefined ? (named.get(name) ?? whole) : String.fromCodePoint(hex !== undefined ? Number.parseInt(hex, 16) : Number(number)),
  );
}
