import type { BodyEncoder } from "./bodies.js";
import { type Codec, fieldsOf, type Issue, isRecord, type ObjectCodec, setOwn, type Xml } from "./codec.js";
import { decode } from "./decode.js";
import type { BodyParser } from "./operation.js";
import { nil, parseXml, printXml, type XmlElement } from "./xml-text.js";

/** JSON ↔ XML by type: a body is what it would be as JSON, and only its text differs. OpenAPI 3.2, 4.26. */

export const writeXml: BodyEncoder = (value, mediaType = "application/xml", _parts, { type, xml = {} } = { type: "any" }) => {
  const top: XmlElement = { name: "", attributes: [], children: [], text: "" };
  put(top, xml.name ?? "root", xml, type, value);
  return { body: printXml(top.children[0] ?? top), contentType: mediaType };
};

export const readXml: BodyParser = { parse: (text, { type = "any", xml }) => read(type, parseXml(text), xml ?? {}) };

/** Without null, and as it is defined. */
function bare(codec: Codec): Exclude<Codec, () => Codec> {
  if (typeof codec === "function") {
    return bare(codec());
  }
  return typeof codec === "object" && codec.kind === "nullable" ? bare(codec.of) : codec;
}

function itemsOf(codec: Codec): Codec | null {
  const found = bare(codec);
  return typeof found === "object" && found.kind === "array" ? found.items : null;
}

/** Adds a value to the element around it, as what `xml` says. */
function put(parent: XmlElement, wire: string, xml: Xml, codec: Codec, value: unknown): void {
  const { name = wire, namespace, prefix, node } = xml;
  const items = itemsOf(codec) ?? (Array.isArray(value) ? "any" : null);
  if (value === undefined) {
    return;
  }
  if (items !== null && node !== "element") {
    for (const item of Array.isArray(value) ? value : []) {
      put(parent, xml.items?.name ?? name, xml.items ?? {}, items, item);
    }
    return;
  }
  switch (node) {
    case "attribute":
      if (value !== null) {
        parent.attributes.push({ name, prefix, namespace, value: textOf(value) });
      }
      return;
    case "text":
    case "cdata":
      parent.text += value === null ? "" : textOf(value);
      if (node === "cdata") {
        parent.cdata = true;
      }
      return;
    case "none":
      fill(parent, wire, xml, codec, value);
      return;
    default: {
      const element: XmlElement = { name, prefix, namespace, attributes: value === null ? [nil] : [], children: [], text: "" };
      parent.children.push(element);
      fill(element, name, xml, codec, value);
    }
  }
}

/** Writes what is inside of an element. */
function fill(element: XmlElement, name: string, xml: Xml, codec: Codec, value: unknown): void {
  if (Array.isArray(value)) {
    put(element, name, { ...xml, node: "none" }, codec, value);
    return;
  }
  if (!isRecord(value)) {
    element.text += value === null ? "" : textOf(value);
    return;
  }
  const type = bare(codec);
  if (typeof type === "object" && (type.kind === "union" || type.kind === "tagged")) {
    fill(element, name, xml, fitting(membersOf(type), () => value)[0], value);
    return;
  }
  const fields = typeof type === "object" && type.kind === "object" ? fieldsOf(type) : [];
  for (const field of fields) {
    put(element, field.wire, field.xml, field.type, value[field.wire]);
  }
  const known = new Set(fields.map((field) => field.wire));
  for (const [key, item] of Object.entries(value).filter(([key]) => !known.has(key))) {
    put(element, key, nameless(xml.items), restOf(type), item);
  }
}

function nameless(xml: Xml | undefined): Xml {
  const { name: _, ...rest } = xml ?? {};
  return rest;
}

function restOf(type: Codec): Codec {
  if (typeof type === "object" && type.kind === "object") {
    return type.rest?.type ?? "any";
  }
  return typeof type === "object" && type.kind === "map" ? type.values : "any";
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The JSON of what is inside of an element. */
function read(codec: Codec, element: XmlElement, xml: Xml): unknown {
  if (element.attributes.some(({ name, prefix, value }) => name === "nil" && prefix !== undefined && /^(true|1)$/.test(value))) {
    return null;
  }
  const type = bare(codec);
  if (typeof type === "object") {
    switch (type.kind) {
      case "object":
        return readObject(type, element);
      case "map":
        return readRest(type.values, element, nameless(xml.items), element.children);
      case "array":
        return element.children.map((child) => read(type.items, child, xml.items ?? {}));
      case "union":
      case "tagged":
        return readMember(membersOf(type), element.text, (member) => read(member, element, xml));
    }
  }
  const isPlain = element.children.length === 0 && (type !== "any" || element.attributes.length === 0);
  return isPlain ? scalar(codec, element.text) : readRest("any", element, {}, element.children);
}

function readObject(codec: ObjectCodec, element: XmlElement): unknown {
  const output: Record<string, unknown> = {};
  const claimed = new Set<XmlElement>();
  for (const { wire, type, xml, optional } of fieldsOf(codec)) {
    const set = (value: unknown): void => {
      // An element without text holds no number, no date …
      const isNone = value === undefined || (value === "" && optional && !fits(type, ""));
      if (!isNone) {
        setOwn(output, wire, value);
      }
    };
    const { name = wire, node } = xml;
    const items = itemsOf(type);
    const called = (wanted: string): XmlElement[] => {
      const found = element.children.filter((child) => child.name === wanted);
      for (const child of found) {
        claimed.add(child);
      }
      return found;
    };
    if (items !== null && node !== "element") {
      const found = called(xml.items?.name ?? name).map((child) => read(items, child, xml.items ?? {}));
      // No element at all is an empty list, where there must be one.
      set(found.length > 0 || !optional ? found : undefined);
    } else if (node === "attribute") {
      const text = element.attributes.find((one) => one.name === name)?.value;
      set(text === undefined ? undefined : scalar(type, text));
    } else if (node === "text" || node === "cdata") {
      // Between elements blanks are layout.
      const text = element.children.length > 0 && element.text.trim() === "" ? "" : element.text;
      set(text === "" && optional ? undefined : scalar(type, text));
    } else if (node === "none") {
      const inner = read(type, element, xml);
      set(optional && isRecord(inner) && Object.keys(inner).length === 0 ? undefined : inner);
    } else {
      const [first] = called(name);
      set(first === undefined ? undefined : read(type, first, xml));
    }
  }
  if (codec.rest === undefined) {
    return output;
  }
  const others = element.children.filter((child) => !claimed.has(child));
  return { ...readRest(codec.rest.type, { ...element, attributes: [] }, {}, others), ...output };
}

/** Elements by their names; one that stands there again makes a list, where a list may be. */
function readRest(type: Codec, element: XmlElement, xml: Xml, children: readonly XmlElement[]): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const items = itemsOf(type);
  const isBare = items !== null && xml.node !== "element";
  for (const { name, value } of type === "any" ? element.attributes : []) {
    setOwn(output, name, value);
  }
  for (const child of children) {
    const value = read(isBare ? items : type, child, isBare ? (xml.items ?? {}) : xml);
    const before = Object.hasOwn(output, child.name) ? output[child.name] : undefined;
    const many = isBare || (type === "any" && before !== undefined);
    setOwn(output, child.name, many ? [...(Array.isArray(before) ? before : before === undefined ? [] : [before]), value] : value);
  }
  return output;
}

/** Text → the JSON that the type asks for; what does not look like it stays text. */
function scalar(codec: Codec, text: string): unknown {
  const type = bare(codec);
  const trimmed = text.trim();
  if (trimmed === "" && isNullable(codec) && !fits(codec, text)) {
    return null;
  }
  if (type === "number" || type === "integer" || type === "bigintNumber" || type === "unix") {
    return numberIn(trimmed) ?? text;
  }
  if (type === "boolean") {
    return { true: true, 1: true, false: false, 0: false }[trimmed] ?? text;
  }
  if (typeof type !== "object") {
    return type === "string" || type === "any" || type === "file" ? text : trimmed;
  }
  switch (type.kind) {
    case "literal":
      return String(type.value) === trimmed ? type.value : text;
    case "enum": {
      const other = typeof type.values[0] === "number" ? numberIn(trimmed) : undefined;
      return type.values.find((value) => String(value) === trimmed) ?? other ?? text;
    }
    case "union":
      return readMember(type.members, text, (member) => scalar(member, text));
    default:
      return text;
  }
}

/** Every text is a string, so that comes last; and a number that would be written in another way is none. */
function readMember(members: readonly Codec[], text: string, jsonOf: (member: Codec) => unknown): unknown {
  const ordered = [...members].sort((a, b) => Number(bare(a) === "string") - Number(bare(b) === "string"));
  return fitting(ordered, (member) => {
    const value = jsonOf(member);
    return typeof value === "number" && String(value) !== text ? text : value;
  })[1];
}

function isNullable(codec: Codec): boolean {
  const found = typeof codec === "function" ? codec() : codec;
  return typeof found === "object" && found.kind === "nullable";
}

function fits(codec: Codec, value: unknown): boolean {
  return mistakes(codec, value) === 0;
}

function mistakes(codec: Codec, value: unknown): number {
  const issues: Issue[] = [];
  decode(codec, value, issues);
  return issues.length;
}

function numberIn(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function membersOf(type: Extract<Codec, { kind: "union" | "tagged" }>): readonly Codec[] {
  return type.kind === "union" ? type.members : Object.values(type.members);
}

/** The member that a value fits best, and the value as that member has it: fewest mistakes win, then most properties. */
function fitting(members: readonly Codec[], jsonOf: (member: Codec) => unknown): readonly [Codec, unknown] {
  let best: { readonly found: readonly [Codec, unknown]; readonly wrong: number; readonly size: number } | null = null;
  for (const member of members) {
    const value = jsonOf(member);
    const wrong = mistakes(member, value);
    const size = isRecord(value) ? Object.keys(value).filter((key) => knows(member, key)).length : 0;
    if (best === null || wrong < best.wrong || (wrong === best.wrong && size > best.size)) {
      best = { found: [member, value], wrong, size };
    }
  }
  return best?.found ?? ["any", jsonOf("any")];
}

function knows(member: Codec, key: string): boolean {
  const type = bare(member);
  return typeof type === "object" && type.kind === "object" && fieldsOf(type).some((field) => field.wire === key);
}
