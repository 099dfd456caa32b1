import { isObject, type Json } from "../../ir/json.js";
import { plainXml, type Type, type Xml } from "../../ir/types.js";
import type { ObjectModel, Plan } from "../plan/plan.js";
import { withoutNull } from "../types/settledTypes.js";

/** What stands inside of an element, written: its attributes, and what is between its tags, text first. */
interface Inside {
  readonly attributes: readonly string[];
  readonly text: string;
  readonly children: string;
}

/**
 * A JSON value as the body of a request, written as both libraries write it. OpenAPI 3.2, 4.26.
 *
 *     { id: 1, name: "a" }   →   <Pet id="1"><name>a</name></Pet>
 */
export function xmlText({ modelOf }: Pick<Plan, "modelOf">, root: Xml, type: Type, value: Json): string {
  const spaces = new Map<string, string>();

  const put = (wire: string, xml: Xml | null, of: Type, item: Json): Inside => {
    const own = xml?.name ?? wire;
    const inner = withoutNull(of);
    if (Array.isArray(item) && xml?.node !== "element") {
      const items = inner.kind === "array" ? inner.items : anything;
      return joined(item.map((one: Json) => put(xml?.items?.name ?? own, xml?.items ?? null, items, one)));
    }
    const text = isObject(item) || Array.isArray(item) ? JSON.stringify(item) : String(item ?? "");
    switch (xml?.node) {
      case "attribute":
        return item === null ? nothing : { ...nothing, attributes: [attribute(qualified(own, xml), text)] };
      case "text":
        return { ...nothing, text: escaped(text) };
      case "cdata":
        return { ...nothing, text: `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>` };
      case "none":
        return inside(wire, xml, inner, item);
      default:
        return { ...nothing, children: element(qualified(own, xml), item === null ? nil() : inside(own, xml, inner, item)) };
    }
  };

  const inside = (name: string, xml: Xml | null, of: Type, item: Json): Inside => {
    if (Array.isArray(item)) return put(name, { ...plainXml, items: xml?.items ?? null }, of, item);
    if (!isObject(item)) return { ...nothing, text: escaped(String(item ?? "")) };
    const model = objectOf(of, item);
    const fields = model?.fields.filter(({ slot }) => Object.hasOwn(item, slot.wire)) ?? [];
    const known = new Set(fields.map(({ slot }) => slot.wire));
    const values = of.kind === "map" ? of.values : (model?.rest ?? anything);
    return joined([
      ...fields.map(({ slot, type: one, place }) =>
        put(slot.wire, place.kind === "schema" ? place.xml : null, one, item[slot.wire] ?? null),
      ),
      ...Object.entries(item).flatMap(([key, one]) => (known.has(key) ? [] : [put(key, nameless(xml?.items ?? null), values, one)])),
    ]);
  };

  const nil = (): Inside => {
    spaces.set("xsi", "http://www.w3.org/2001/XMLSchema-instance");
    return { ...nothing, attributes: [attribute("xsi:nil", "true")] };
  };

  const qualified = (name: string, xml: Xml | null): string => {
    if (xml?.namespace != null && !spaces.has(xml.prefix ?? "")) spaces.set(xml.prefix ?? "", xml.namespace);
    return xml?.prefix == null ? name : `${xml.prefix}:${name}`;
  };

  /** Of a union the member that knows most of the value. */
  const objectOf = (of: Type, item: { readonly [key: string]: Json }): ObjectModel | null => {
    const model = of.kind === "ref" ? modelOf.get(of.id) : undefined;
    if (model?.kind === "object") return model;
    const members = model?.kind === "union" ? model.members.flatMap((one) => objectOf(withoutNull(one.type), item) ?? []) : [];
    const known = (one: ObjectModel): number => one.fields.filter(({ slot }) => Object.hasOwn(item, slot.wire)).length;
    return [...members].sort((a, b) => known(b) - known(a))[0] ?? null;
  };

  const name = qualified(root.name ?? "root", root);
  const found = inside(root.name ?? "root", root, withoutNull(type), value);
  const declared = [...spaces].map(([prefix, space]) => attribute(prefix === "" ? "xmlns" : `xmlns:${prefix}`, space));
  return `<?xml version="1.0" encoding="UTF-8"?>${element(name, { ...found, attributes: [...declared, ...found.attributes] })}`;
}

const anything: Type = { kind: "any" };
const nothing: Inside = { attributes: [], text: "", children: "" };

function joined(parts: readonly Inside[]): Inside {
  return {
    attributes: parts.flatMap(({ attributes }) => attributes),
    text: parts.map(({ text }) => text).join(""),
    children: parts.map(({ children }) => children).join(""),
  };
}

function nameless(xml: Xml | null): Xml | null {
  return xml === null ? null : { ...xml, name: null };
}

function element(name: string, { attributes, text, children }: Inside): string {
  const content = text + children;
  const start = [name, ...attributes].join(" ");
  return content === "" ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

function attribute(name: string, text: string): string {
  const special = escaped(text).replaceAll('"', "&quot;");
  return `${name}="${special.replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}
