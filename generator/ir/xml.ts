/** How a value stands in XML. OpenAPI 3.2, 4.26. Null and an absent object say: as an element, or, of an array, as its items, by the name on the wire. */
export interface Xml {
  readonly name: string | null;
  readonly namespace: string | null;
  readonly prefix: string | null;
  /** "element" of an array: its items have an element around them. "none": what is inside stands in the element around it. */
  readonly node: XmlNode | null;
  /** Of the items of an array and the values of a map; without a name an item has that of its array. */
  readonly items: Xml | null;
}

export type XmlNode = "element" | "attribute" | "text" | "cdata" | "none";

/** The parts that an XML document has names or text for. */
export const xmlNodes: readonly XmlNode[] = ["element", "attribute", "text", "cdata", "none"];
