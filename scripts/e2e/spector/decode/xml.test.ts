import type { JsonObject } from "../../../../generator/ir/json.js";
import { rootOf } from "../../contract/place.js";
import { parseXml, xmlValue } from "./xml.js";

const read = (schema: JsonObject, text: string) => xmlValue(rootOf(schema), parseXml(text));

test("attributes, text, prefixes, entities and CDATA", () => {
  const schema = {
    type: "object",
    properties: {
      id: { type: "integer", xml: { attribute: true, name: "xml-id" } },
      title: { type: "string", xml: { name: "Title", prefix: "s" } },
      content: { type: "string", xml: { nodeType: "text" } },
    },
  };
  const text = '<?xml version="1.0"?><!-- x --><s:A xmlns:s="urn:s" xml-id="7"><s:Title>a &lt; &#x62;</s:Title><![CDATA[<raw>]]></s:A>';
  expect(read(schema, text)).toEqual({ id: 7, title: "a < b", content: "<raw>" });
});

test("lists stand in an element of their own, or one by one; an empty one has its element", () => {
  const items = (name: string) => ({ type: "string", xml: { name } });
  const schema = {
    type: "object",
    properties: {
      wrapped: { type: "array", xml: { wrapped: true, name: "All" }, items: items("One") },
      plain: { type: "array", items: items("Plain") },
      empty: { type: "array", xml: { wrapped: true }, items: items("One") },
    },
  };
  const text = "<A><All><One>a</One><One>b</One></All><Plain>c</Plain><empty/></A>";
  expect(read(schema, text)).toEqual({ wrapped: ["a", "b"], plain: ["c"], empty: [] });
});

test("other elements belong to additional properties; what is not closed is no XML", () => {
  expect(read({ type: "object", additionalProperties: { type: "integer" } }, "<A><x>1</x><y>2</y></A>")).toEqual({ x: 1, y: 2 });
  expect(() => parseXml("<A><b></A>")).toThrow("no XML");
});
