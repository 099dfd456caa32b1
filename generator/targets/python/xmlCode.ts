import { xmlEntries } from "../../codegen/descriptor.js";
import { type Code, callCode } from "../../codegen/layout.js";
import type { Xml } from "../../ir/types.js";
import { pythonString } from "./text.js";

/** `Xml(node="attribute")`, `Xml("photos", node="element", items=Xml("photo"))` */
export function xmlCode(xml: Xml, use: (name: string) => string): Code {
  const entries = xmlEntries(xml, pythonString, (items) => xmlCode(items, use));
  return { ...callCode(use("Xml"), []), items: entries.map(([key, code]) => ({ label: key === "name" ? "" : `${key}=`, code })) };
}
