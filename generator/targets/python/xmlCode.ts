import { type Code, callCode } from "../../codegen/layout.js";
import type { Xml } from "../../ir/types.js";
import { pythonString } from "./text.js";

/** `Xml(node="attribute")`, `Xml("photos", node="element", items=Xml("photo"))` */
export function xmlCode(xml: Xml, use: (name: string) => string): Code {
  const words = (["node", "namespace", "prefix"] as const).flatMap((key) => {
    const value = xml[key];
    return value === null ? [] : [{ label: `${key}=`, code: pythonString(value) }];
  });
  const name = xml.name === null ? [] : [{ label: "", code: pythonString(xml.name) }];
  const items = xml.items === null ? [] : [{ label: "items=", code: xmlCode(xml.items, use) }];
  return { ...callCode(use("Xml"), []), items: [...name, ...words, ...items] };
}
