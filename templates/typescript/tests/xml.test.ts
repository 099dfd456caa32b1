import type { Codec, ObjectCodec } from "../runtime/src/lib/codec.js";
import { readXml, writeXml } from "../runtime/src/lib/xml.js";
import { parseXml, printXml, type XmlElement } from "../runtime/src/lib/xml-text.js";

/** What a document holds, in short. */
function outline({ name, attributes, children, text }: XmlElement): unknown {
  return [name, ...attributes.map((one) => `${one.name}=${one.value}`), text, ...children.map(outline)];
}

test.each([
  ["<a/>", ["a", ""]],
  ["\uFEFF<?xml version='1.0'?>\n<a ></a >\n", ["a", ""]],
  ["<a>1<b>2</b>3</a>", ["a", "13", ["b", "2"]]],
  ["<a b='1' x:c=\"'2'\" xmlns='u' xmlns:x='v'/>", ["a", "b=1", "c='2'", ""]],
  ["<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;</a>", ["a", "<>&\"'AB😀"]],
  ["<a><![CDATA[<b>&amp;]]]]></a>", ["a", "<b>&amp;]]"]],
  ["<!-- <x> --><a><?go <b> ?><!--- x --></a><!-- - -->", ["a", ""]],
  ["<a>1\r\n2\r3</a>", ["a", "1\n2\n3"]],
  ["<a b='1\n2&#10;3'/>", ["a", "b=1 2\n3", ""]],
  ["<x:é xmlns:x='u'><x:日本/></x:é>", ["é", "", ["日本", ""]]],
  ["<a><b><b/></b></a>", ["a", "", ["b", "", ["b", ""]]]],
])("reads %j", (text, expected) => {
  expect(outline(parseXml(text))).toEqual(expected);
});

test.each([
  "",
  "no XML",
  "<a>",
  "<a></b>",
  "<a></x:a>",
  "</a>",
  "<a/><b/>",
  "<a/>b",
  "<a b/>",
  "<a b=1/>",
  "<a b='1' b='2'/>",
  "<a b='<'/>",
  "<a b='1'c='2'/>",
  "<a>&b;</a>",
  "<a>&</a>",
  "<a>&#0;</a>",
  "<a>&#x110000;</a>",
  "<a>&toString;</a>",
  "<a><!-- </a>",
  "<a><![CDATA[</a>",
  "< a/>",
  "<!DOCTYPE a><a/>",
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
  "<a>".repeat(201) + "</a>".repeat(201),
])("refuses %j", (text) => {
  expect(() => parseXml(text)).toThrow(SyntaxError);
});

test("what is 200 deep is read", () => {
  expect(parseXml("<a>".repeat(200) + "</a>".repeat(200)).name).toBe("a");
});

test("a document that is long and broken is refused in a moment", () => {
  expect(() => parseXml(`<a ${"b='1' ".repeat(20_000)}`)).toThrow(SyntaxError);
  expect(() => parseXml(`<a${" ".repeat(50_000)}`)).toThrow(SyntaxError);
});

test("what is written is read again", () => {
  const element: XmlElement = {
    name: "a",
    prefix: "p",
    namespace: "u",
    attributes: [{ name: "b", value: "\"<&>'\t\n\r" }],
    children: [{ name: "c", prefix: "p", namespace: "v", attributes: [], children: [], text: "]]>\r\n<&", cdata: true }],
    text: " <&>]]>\r ",
  };
  const text = printXml(element);
  expect(text).toContain('<p:a xmlns:p="u"');
  expect(text).toContain('<p:c xmlns:p="v">');
  const read = parseXml(text);
  expect(read.attributes[0]?.value).toBe("\"<&>'\t\n\r");
  expect(read.text).toBe(" <&>]]>\r ");
  expect(read.children[0]?.text).toBe("]]>\n<&");
});

test.each(["1a", "a b", "", "a:b", "<a>", "-a"])("%j is no name", (name) => {
  expect(() => printXml({ name, attributes: [], children: [], text: "" })).toThrow("no name");
});

test.each(["\u0000", "\u0008", "\uFFFE", "\uD800"])("%j cannot be written", (text) => {
  expect(() => printXml({ name: "a", attributes: [], children: [], text })).toThrow("cannot have");
});

const node: ObjectCodec<{ name: string; nodes: unknown[] }> = {
  kind: "object",
  fields: {
    name: { type: "string", xml: { node: "attribute" } },
    nodes: { type: { kind: "array", items: () => node }, xml: { items: { name: "node" } } },
  },
};
const either: Codec = {
  kind: "union",
  members: [
    { kind: "object", fields: { a: "integer" } },
    { kind: "object", fields: { b: { kind: "array", items: "boolean" } } },
  ],
};

test.each<[Codec, string, unknown]>([
  ["any", "<r/>", ""],
  ["any", "<r b='1'><a>2</a><a>3</a><c><d/></c></r>", { b: "1", a: ["2", "3"], c: { d: "" } }],
  ["integer", "<r> 5 </r>", 5],
  ["integer", "<r>five</r>", "five"],
  [{ kind: "nullable", of: "integer" }, "<r/>", null],
  [{ kind: "nullable", of: "instant" }, "<r> </r>", null],
  ["instant", "<r/>", ""],
  [
    { kind: "object", fields: { a: { type: "instant", optional: true }, b: { type: "string", optional: true } } },
    "<r><a/><b/></r>",
    { b: "" },
  ],
  [{ kind: "nullable", of: "string" }, "<r/>", ""],
  [{ kind: "nullable", of: "string" }, "<r i:nil='1'/>", null],
  [{ kind: "map", values: "number" }, "<r><a>1e3</a><b>-.5</b></r>", { a: 1000, b: -0.5 }],
  [{ kind: "map", values: { kind: "array", items: "string" } }, "<r><a>1</a><b>2</b><a>3</a></r>", { a: ["1", "3"], b: ["2"] }],
  [{ kind: "enum", values: [1, 2] }, "<r>2</r>", 2],
  [{ kind: "enum", values: ["1", "2"] }, "<r>2</r>", "2"],
  [{ kind: "literal", value: true }, "<r>true</r>", true],
  [{ kind: "union", members: ["string", "integer"] }, "<r>12</r>", 12],
  [{ kind: "union", members: ["integer", "string"] }, "<r>012</r>", "012"],
  [{ kind: "union", members: ["boolean", "string"] }, "<r>true</r>", true],
  [either, "<r><a>1</a></r>", { a: 1 }],
  [either, "<r><b>1</b><b>false</b></r>", { b: [true, false] }],
  [
    node,
    "<r name='a'><node name='b'><node name='c'/></node></r>",
    { name: "a", nodes: [{ name: "b", nodes: [{ name: "c", nodes: [] }] }] },
  ],
  [
    { kind: "object", fields: {}, rest: { property: null, type: "any" } },
    "<r><__proto__>1</__proto__></r>",
    JSON.parse('{"__proto__": "1"}'),
  ],
])("reads %j from %s", (type, text, expected) => {
  expect(readXml.parse(text, { status: "200", type })).toEqual(expected);
});

test.each<[Codec, unknown, string]>([
  ["any", { a: [1, [2]], b: { c: null } }, '<r><a>1</a><a>2</a><b><c xsi:nil="true"/></b></r>'],
  ["boolean", false, "<r>false</r>"],
  [{ kind: "map", values: { kind: "array", items: "string" } }, { a: ["1", "2"] }, "<r><a>1</a><a>2</a></r>"],
  [node, { name: "a", nodes: [{ name: "b", nodes: [] }] }, '<r name="a"><node name="b"/></r>'],
  [either, { b: [true] }, "<r><b>true</b></r>"],
])("writes %j of %j", async (type, value, expected) => {
  const { body } = await writeXml(value, undefined, undefined, { type, xml: { name: "r" } });
  expect(
    String(body)
      .replace(/^<\?.*?\?>/, "")
      .replace(/ xmlns:xsi="[^"]*"/, ""),
  ).toBe(expected);
});
