import { lowerSchemas } from "../../../scripts/testing/lowerText.js";
import type { Json } from "../../ir/json.js";
import { fittingExample } from "./exampleValue.js";
import { isOfType } from "./fitValue.js";

function typed(schema: string, others = "") {
  const { api, type } = lowerSchemas(`Holder: {type: object, required: [it], properties: {it: ${schema}}}\n${others}`);
  const holder = type("schema:Holder");
  const field = holder.kind === "object" ? holder.fields[0] : undefined;
  if (field === undefined) throw new Error("no field");
  const types = new Map(api.types.map((one) => [one.id, one]));
  return { type: field.type, typeOf: types.get.bind(types) };
}

function fitted(schema: string, value: Json, others = ""): Json | undefined {
  const { type, typeOf } = typed(schema, others);
  return fittingExample(value, type, typeOf);
}

test.each<[string, Json, Json | undefined]>([
  // What fits stays as it is.
  ["{type: string}", "a", "a"],
  ["{}", { a: [1, null] }, { a: [1, null] }],
  ["{type: [integer, 'null']}", null, null],
  // Text that stands for something else is read.
  ["{type: boolean}", "true", true],
  ["{type: integer}", "10", 10],
  ["{type: number}", "-1.5e3", -1500],
  ["{type: string}", 12, "12"],
  ["{type: string, enum: ['1', '2']}", 2, "2"],
  ["{type: integer, enum: [1, 2]}", "2", 2],
  ["{type: string, format: date}", "2024-02-29T10:00:00Z", "2024-02-29"],
  ["{type: array, items: {type: string}}", "a", ["a"]],
  // What cannot be read does not fit.
  ["{type: boolean}", "<value>", undefined],
  ["{type: integer}", 1.5, undefined],
  ["{type: number}", "", undefined],
  ["{type: string}", { a: 1 }, undefined],
  ["{type: string}", null, undefined],
  ["{type: string, enum: [a, b]}", "c", undefined],
  ["{const: a}", "b", undefined],
  ["{type: string, format: date}", "2024-13-01", undefined],
  ["{type: string, format: date}", "12:00:00", undefined],
  ["{type: string, format: date-time}", "12:00:00", undefined],
  ["{type: array, items: {type: integer}}", ["1", "x"], undefined],
  ["{type: array, items: {type: string}}", {}, undefined],
  ["{type: object, additionalProperties: {type: integer}}", "{}", undefined],
  // Parts: others are left out, required ones made up.
  ["{type: object, additionalProperties: {type: integer}}", { a: "1", b: "x" }, { a: 1 }],
  ["{type: object, required: [a], properties: {a: {type: boolean}, b: {type: integer}}}", { b: "x", c: 1 }, { a: false }],
  ["{type: object, properties: {a: {type: integer}}, additionalProperties: {type: string}}", { a: "1", c: 2 }, { a: 1, c: "2" }],
  // Unions: as it stands, else what keeps most of it.
  ["{oneOf: [{type: integer}, {type: string}]}", "1", "1"],
  ["{oneOf: [{type: integer}, {type: boolean}]}", "true", true],
  [
    "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b, c], properties: {b: {type: string}, c: {type: string}}}]}",
    { b: "x" },
    { b: "x", c: "<value>" },
  ],
])("%s takes %j as %j", (schema, value, expected) => {
  expect(fitted(schema, value)).toEqual(expected);
});

const tagged =
  '{oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}], discriminator: {propertyName: kind, mapping: {a: A, b: B}}}';
const members = `
A: {type: object, required: [kind, n], properties: {kind: {type: string}, n: {type: integer}}}
B: {type: object, required: [kind, m], properties: {kind: {type: string}, m: {type: integer}}}`;

test("a tag decides, and one that is not there or unknown is given", () => {
  expect(fitted(tagged, { kind: "b", n: 1 }, members)).toEqual({ kind: "b", m: 1 });
  expect(fitted(tagged, { m: 4 }, members)).toEqual({ m: 4, kind: "b" });
  expect(fitted(tagged, { kind: "z", n: 4 }, members)).toEqual({ kind: "a", n: 4 });
});

test("a type that holds itself alone does not hang", () => {
  const { type, typeOf } = typed('{$ref: "#/components/schemas/Tree"}', 'Tree: {type: array, items: {$ref: "#/components/schemas/Tree"}}');
  expect(fittingExample([[], [[]]], type, typeOf)).toEqual([[], [[]]]);
  expect(fittingExample("x", type, typeOf)).toBeUndefined();
  const loops = ["U", "V"].map(
    (name) =>
      `${name}: {oneOf: [{$ref: "#/components/schemas/U"}, {$ref: "#/components/schemas/V"}, {type: array, items: {$ref: "#/components/schemas/V"}}]}`,
  );
  expect(fitted('{$ref: "#/components/schemas/U"}', "x", loops.join("\n"))).toBeUndefined();
});

test("what members of unions have in common is tried once", () => {
  const level = (n: number) => {
    const inner = n === 0 ? "{type: string}" : `{$ref: "#/components/schemas/U${n - 1}"}`;
    const members = ["A", "B"].map((name) => `${name}${n}: {type: object, properties: {c: ${inner}, ${name}: {type: string}}}`);
    return [...members, `U${n}: {oneOf: [{$ref: "#/components/schemas/A${n}"}, {$ref: "#/components/schemas/B${n}"}]}`].join("\n");
  };
  const depths = Array.from({ length: 60 }, (_, n) => n);
  const nested = (leaf: Json, extra: object): Json => depths.reduce<Json>((c) => ({ c, ...extra }), leaf);
  expect(fitted('{$ref: "#/components/schemas/U59"}', nested("x", { z: 1 }), depths.map(level).join("\n"))).toEqual(nested("x", {}));
});

test("a value is of a type only as it stands", () => {
  const { type, typeOf } = typed("{type: object, required: [a], properties: {a: {type: integer}}}");
  expect([{ a: 1 }, { a: "1" }, {}, { a: 1, b: 2 }].map((value) => isOfType(value, type, typeOf))).toEqual([true, false, false, false]);
});

test("names of every JavaScript object are names as any", () => {
  const value: Json = JSON.parse('{"__proto__": "1", "constructor": "2"}');
  expect(JSON.stringify(fitted("{type: object, additionalProperties: {type: integer}}", value))).toBe('{"__proto__":1,"constructor":2}');
});
