/** One element of an XML document. */
export interface XmlElement {
  /** Without a prefix: what an element means says its own name. */
  readonly name: string;
  readonly prefix?: string | undefined;
  readonly namespace?: string | undefined;
  readonly attributes: XmlAttribute[];
  readonly children: XmlElement[];
  /** What stands directly inside, without that of the children. */
  text: string;
  /** The text goes out as a CDATA section. */
  cdata?: true;
}

export type XmlAttribute = Pick<XmlElement, "name" | "prefix" | "namespace"> & { readonly value: string };

const deepest = 200;
const space = "[ \\t\\n]";
const named = "(?:([^\\s<>/=:\"'&]+):)?([^\\s<>/=:\"'&]+)";
const startTag = new RegExp(`<${named}((?:${space}+[^\\s<>/="'&]+${space}*=${space}*(?:"[^"<]*"|'[^'<]*'))*)${space}*(/?)>`, "uy");
const endTag = new RegExp(`</${named}${space}*>`, "uy");
const attribute = new RegExp(`${named}${space}*=${space}*(?:"([^"]*)"|'([^']*)')`, "gu");
const entities: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Reads a document as XML 1.0 says, and throws where it is none. Comments and processing instructions are passed over; a document type is refused, since
 * nothing may be declared or fetched. Prefixes are read and not resolved.
 */
export function parseXml(document: string): XmlElement {
  const text = document.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const top: XmlElement = { name: "", attributes: [], children: [], text: "" };
  const open: { readonly tag: string; readonly element: XmlElement }[] = [];
  const fail = (what: string, at: number): never => {
    throw new SyntaxError(`${what} in line ${text.slice(0, at).split("\n").length} of the XML`);
  };
  let at = 0;
  const past = (end: string): string => {
    const found = text.indexOf(end, at);
    const inside = found < 0 ? fail(`"${end}" is missing`, at) : text.slice(at, found);
    at = found + end.length;
    return inside;
  };
  const match = (pattern: RegExp, what: string): RegExpExecArray => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? fail(what, at);
    at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const holder = open.at(-1)?.element;
    const next = text.indexOf("<", at);
    const between = text.slice(at, next < 0 ? text.length : next);
    if (holder !== undefined) {
      holder.text += unescaped(between);
    } else if (/[^ \t\n]/.test(between)) {
      fail("Text outside of the root", at);
    }
    if (next < 0) {
      break;
    }
    at = next;
    if (text.startsWith("<!--", at)) {
      at += 4;
      past("-->");
    } else if (text.startsWith("<?", at)) {
      past("?>");
    } else if (holder !== undefined && text.startsWith("<![CDATA[", at)) {
      at += 9;
      holder.text += past("]]>");
    } else if (text.startsWith("<!", at)) {
      fail("A document type, which is refused,", at);
    } else if (text.startsWith("</", at)) {
      const [, prefix, name] = match(endTag, "A broken tag");
      if (open.pop()?.tag !== `${prefix ?? ""}:${name}`) {
        fail(`</${name}> without a beginning`, at);
      }
    } else {
      const [, prefix, name = "", inside = "", closed] = match(startTag, "A broken tag");
      const element: XmlElement = { name, prefix, attributes: attributesOf(inside), children: [], text: "" };
      const parent = holder ?? (top.children.length === 0 ? top : fail("A second root", at));
      parent.children.push(element);
      if (closed === "") {
        open.push({ tag: `${prefix ?? ""}:${name}`, element });
      }
      if (open.length > deepest) {
        fail(`More than ${deepest} elements inside of each other`, at);
      }
    }
  }
  return open.length === 0 && top.children[0] !== undefined ? top.children[0] : fail("The end of an element is missing", text.length);
}

/** Declarations of namespaces are none. */
function attributesOf(text: string): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  for (const [, prefix, name = "", double, single] of text.matchAll(attribute)) {
    if (found.some((other) => other.name === name && other.prefix === prefix)) {
      throw new SyntaxError(`The attribute ${name} stands twice in one element of the XML`);
    }
    found.push({ name, prefix, value: unescaped((double ?? single ?? "").replace(/[\t\n]/g, " ")) });
  }
  return found.filter(({ name, prefix }) => prefix !== "xmlns" && (prefix !== undefined || name !== "xmlns"));
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([^;\s&]+));|&/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    const found = name !== undefined && Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (found === undefined && !(code <= 0x10ffff && isAllowed(String.fromCodePoint(code)))) {
      throw new SyntaxError(`"${whole}" stands for nothing in the XML`);
    }
    return found ?? String.fromCodePoint(code);
  });
}

/** XML 1.0, 2.2: most control characters and half of a pair cannot be written at all. */
function isAllowed(text: string): boolean {
  return !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text);
}

const nilNamespace = "http://www.w3.org/2001/XMLSchema-instance";

/** Of an element that stands for null. XML Schema, 2.6.2. */
export const nil: XmlAttribute = { name: "nil", prefix: "xsi", namespace: nilNamespace, value: "true" };

/** Writes a document; prefixes are declared at the root, but for one that stands for a second namespace. */
export function printXml(root: XmlElement): string {
  const declared = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    for (const { prefix, namespace } of [element, ...element.attributes]) {
      if (prefix !== undefined && namespace !== undefined && !declared.has(prefix)) {
        declared.set(prefix, namespace);
      }
    }
    element.children.forEach(visit);
  };
  visit(root);
  return `<?xml version="1.0" encoding="UTF-8"?>${printElement(root, declared, [...declared])}`;
}

function printElement(element: XmlElement, declared: ReadonlyMap<string, string>, own: (readonly [string, string])[] = []): string {
  const spaces = new Map(own);
  for (const { prefix = "", namespace } of [element, ...element.attributes.filter((one) => one.prefix !== undefined)]) {
    if (namespace !== undefined && declared.get(prefix) !== namespace) {
      spaces.set(prefix, namespace);
    }
  }
  const inner = new Map([...declared, ...spaces]);
  const words = [
    qualified(element),
    ...[...spaces].map(([prefix, namespace]) => `xmlns${prefix === "" ? "" : `:${prefix}`}="${escaped(namespace)}"`),
    ...element.attributes.map((one) => `${qualified(one)}="${escaped(one.value)}"`),
  ];
  const text = element.cdata === true ? cdata(element.text) : escaped(element.text, false);
  const content = text + element.children.map((child) => printElement(child, inner)).join("");
  return content === "" ? `<${words.join(" ")}/>` : `<${words.join(" ")}>${content}</${words[0]}>`;
}

function qualified({ name, prefix }: Pick<XmlElement, "name" | "prefix">): string {
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*$/u.test(name)) {
    throw new Error(`${JSON.stringify(name)} is no name that XML can have`);
  }
  return prefix === undefined ? name : `${prefix}:${name}`;
}

function escaped(text: string, inAttribute = true): string {
  const special = inAttribute ? /[&<>"\r\n\t]/g : /[&<>\r]/g;
  return writable(text).replace(special, (sign) => {
    const name = Object.keys(entities).find((key) => entities[key] === sign);
    return name === undefined ? `&#${sign.charCodeAt(0)};` : `&${name};`;
  });
}

/** A section cannot hold its own end, so it is cut in two there. */
function cdata(text: string): string {
  return text === "" ? "" : `<![CDATA[${writable(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function writable(text: string): string {
  if (!isAllowed(text)) {
    throw new Error("A text holds a character that XML cannot have");
  }
  return text;
}
