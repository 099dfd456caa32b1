/** How a value stands in XML, where it is no element, or of an array no row of elements, with the name on the wire. OpenAPI 3.2, 4.26. */
export interface Xml {
  readonly name: string | null;
  readonly namespace: string | null;
  readonly prefix: string | null;
  /** "element" of an array: its items have an element around them. "none": what is inside stands in the element around it. */
  readonly node: XmlNode | null;
  /** Of the items of an array and the values of a map; without a name an item has that of its array. */
  readonly items: Xml | null;
}

export const plainXml: Xml = { name: null, namespace: null, prefix: null, node: null, items: null };

/** It says nothing of its own. */
export function isPlainXml(xml: Xml): boolean {
  return Object.values(xml).every((value) => value === null);
}

export type XmlNode = "element" | "attribute" | "text" | "cdata" | "none";

/** The parts that an XML document has names or text for. */
export const xmlNodes: readonly XmlNode[] = ["element", "attribute", "text", "cdata", "none"];
