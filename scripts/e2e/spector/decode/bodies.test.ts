import type { JsonObject } from "../../../../generator/ir/json.js";
import { below, rootOf } from "../../contract/place.js";
import { bodyValue } from "./bodies.js";

const read = (contentType: string, content: JsonObject, text: string) =>
  bodyValue(below(rootOf({ content: { [contentType]: content } }), "content"), { contentType, text });

test("a form repeats a name for each item of a list, and numbers are numbers", () => {
  const schema = { type: "object", properties: { tags: { type: "array", items: { type: "string" } }, size: { type: "integer" } } };
  expect(read("application/x-www-form-urlencoded", { schema }, "tags=a+b&tags=c&size=2")).toEqual({ tags: ["a b", "c"], size: 2 });
});

test("lines, and events of a stream: what is an object is JSON, a strange id or retry is none", () => {
  expect(read("application/jsonl", {}, '{"a": 1}\n\n{"a": 2}')).toEqual([{ a: 1 }, { a: 2 }]);
  const itemSchema = { properties: { id: { type: "string" }, event: { type: "string" }, data: {}, retry: { type: "integer" } } };
  expect(
    read(
      "text/event-stream",
      { itemSchema },
      'id: 1\nevent: x\ndata: {"a": 1}\n\nid: a\0b\nretry: soon\ndata: one\ndata: two\n\n: comment\n\n',
    ),
  ).toEqual([{ id: "1", event: "x", data: { a: 1 } }, { data: "one\ntwo" }]);
});

test("files of a multipart body are a list where the schema says so", () => {
  const file = { fieldname: "f", originalname: "a.png", mimetype: "image/png", base64: "AA==" };
  const value = (type: string) => {
    const schema = { type: "object", properties: { id: { type: "string" }, f: { type } } };
    const contents = below(rootOf({ content: { "multipart/form-data": { schema } } }), "content");
    return bodyValue(contents, { contentType: "multipart/form-data", multipart: { parts: { id: 1 }, files: [file] } });
  };
  const one = { $file: { name: "a.png", type: "image/png", base64: "AA==" } };
  expect([value("string"), value("array")]).toEqual([
    { id: "1", f: one },
    { id: "1", f: [one] },
  ]);
});
