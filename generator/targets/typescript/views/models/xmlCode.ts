import { type Code, objectCode } from "../../../../codegen/layout.js";
import type { Xml } from "../../../../ir/types.js";
import { stringLiteral } from "../../text.js";

/** `{ node: "attribute" }`, `{ name: "photos", node: "element", items: { name: "photo" } }` */
export function xmlCode(xml: Xml): Code {
  const words = (["name", "node", "namespace", "prefix"] as const).flatMap((key): (readonly [string, Code])[] => {
    const value = xml[key];
    return value === null ? [] : [[key, stringLiteral(value)]];
  });
  return objectCode([...words, ...(xml.items === null ? [] : ([["items", xmlCode(xml.items)]] as const))]);
}
