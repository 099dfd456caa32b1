import type { Codec, Field, Issue, ObjectCodec } from "../runtime/src/lib/codec.js";
import { decode } from "../runtime/src/lib/decode.js";
import { encode } from "../runtime/src/lib/encode.js";
import { fromJSON, inbound, outbound, toJSON } from "../runtime/src/lib/schemas.js";
import { RFCDate } from "../runtime/src/types/rfcdate.js";

function decoded(codec: Codec, input: unknown): { value: unknown; issues: string[] } {
  const issues: Issue[] = [];
  const value = decode(codec, input, issues);
  return { value, issues: issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
}

function encoded(codec: Codec, input: unknown): { value: unknown; issues: string[] } {
  const issues: Issue[] = [];
  const value = encode(codec, input, issues);
  return { value, issues: issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
}

interface Tree {
  value: number;
  madeAt?: Date;
  children: Tree[];
}

const tree: ObjectCodec<Tree> = {
  kind: "object",
  fields: {
    value: "integer",
    madeAt: { wire: "made_at", type: "instant", optional: true },
    children: { kind: "array", items: () => tree },
  },
};

describe("there and back", () => {
  const cases: [string, Codec, unknown, unknown][] = [
    ["instant", "instant", "2025-01-02T03:04:05Z", new Date(Date.UTC(2025, 0, 2, 3, 4, 5))],
    ["seconds", "unix", 1735787045, new Date(Date.UTC(2025, 0, 2, 3, 4, 5))],
    ["HTTP date", "httpDate", "Thu, 02 Jan 2025 03:04:05 GMT", new Date(Date.UTC(2025, 0, 2, 3, 4, 5))],
    ["bytes", "bytes", "/+8=", new Uint8Array([255, 239])],
    ["bytes in a URL", "bytesUrl", "_-8", new Uint8Array([255, 239])],
    ["bigint", "bigint", "12345678901234567890", 12345678901234567890n],
    ["bigint as number", "bigintNumber", 12, 12n],
    ["nullable", { kind: "nullable", of: "instant" }, null, null],
    ["map", { kind: "map", values: "bigint" }, { a: "1", b: "2" }, { a: 1n, b: 2n }],
    [
      "tuple",
      { kind: "tuple", items: ["string", "instant"], rest: "bigint" },
      ["a", "2025-01-02T03:04:05Z", "7"],
      ["a", new Date(Date.UTC(2025, 0, 2, 3, 4, 5)), 7n],
    ],
    [
      "recursive",
      tree,
      { value: 1, made_at: "2025-01-02T03:04:05Z", children: [{ value: 2, children: [] }] },
      { value: 1, madeAt: new Date(Date.UTC(2025, 0, 2, 3, 4, 5)), children: [{ value: 2, children: [] }] },
    ],
    [
      "additional properties in a property of their own",
      { kind: "object", fields: { id: "string" }, rest: { property: "additionalProperties", type: "bigint" } },
      { id: "a", x: "1" },
      { id: "a", additionalProperties: { x: 1n } },
    ],
    [
      "additional properties beside the others",
      { kind: "object", fields: { id: "string" }, rest: { property: null, type: "bigint" } },
      { id: "a", x: "1" },
      { id: "a", x: 1n },
    ],
    [
      "tagged union",
      {
        kind: "tagged",
        property: "kindOf",
        wire: "kind_of",
        members: { a: { kind: "object", fields: { kindOf: { wire: "kind_of", type: { kind: "literal", value: "a" } }, at: "instant" } } },
      },
      { kind_of: "a", at: "2025-01-02T03:04:05Z" },
      { kindOf: "a", at: new Date(Date.UTC(2025, 0, 2, 3, 4, 5)) },
    ],
    ["untagged union", { kind: "union", members: ["integer", { kind: "array", items: "string" }] }, ["a"], ["a"]],
  ];

  test.each(cases)("%s", (_, codec, wire, value) => {
    expect(decoded(codec, wire)).toEqual({ value, issues: [] });
    expect(encoded(codec, value)).toEqual({ value: wire, issues: [] });
  });

  test("date", () => {
    expect(String(decoded("date", "2025-01-31").value)).toBe("2025-01-31");
    expect(encoded("date", new RFCDate("2025-01-31")).value).toBe("2025-01-31");
    expect(() => new RFCDate("2025-02-30")).toThrow(RangeError);
  });

  test("names of the prototype are ordinary names", () => {
    const field: Field = { type: "string", optional: true };
    const codec: Codec = { kind: "object", fields: { constructor: field }, rest: { property: null, type: "any" } };
    expect(decoded(codec, {})).toEqual({ value: {}, issues: [] });
    const value = decoded(codec, JSON.parse('{"__proto__":{"polluted":true}}')).value;
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe("responses that do not fit", () => {
  const codec: Codec = {
    kind: "object",
    fields: {
      name: "string",
      count: "integer",
      on: "boolean",
      list: { kind: "array", items: "string" },
      maybe: { type: "string", optional: true },
      at: "instant",
    },
  };

  test("what is missing stays missing", () => {
    const { value, issues } = decoded(codec, { list: null, maybe: null });
    expect(value).toEqual({});
    expect(issues).toEqual([
      "name: is missing",
      "count: is missing",
      "on: is missing",
      "list: must not be null",
      "maybe: must not be null",
      "at: is missing",
    ]);
  });

  test("text is read as what was expected", () => {
    expect(decoded(codec, { name: 5, count: "12", on: "true", list: [], at: "2025-01-02T03:04:05Z" })).toMatchObject({
      value: { name: "5", count: 12, on: true },
      issues: ["name: expected a string, got a number", "count: expected an integer, got a string", "on: expected a boolean, got a string"],
    });
  });

  test("what cannot be understood is kept", () => {
    expect(decoded("instant", "soon").value).toBe("soon");
    expect(decoded({ kind: "array", items: "string" }, "a").value).toBe("a");
    expect(decoded(codec, 7)).toEqual({ value: 7, issues: [": expected an object, got a number"] });
  });

  test("defaults stand for missing properties", () => {
    const withDefault: Codec = { kind: "object", fields: { at: { type: "instant", default: "2025-01-02T03:04:05Z", optional: true } } };
    expect(decoded(withDefault, {})).toEqual({ value: { at: new Date(Date.UTC(2025, 0, 2, 3, 4, 5)) }, issues: [] });
    expect(encoded(withDefault, {})).toEqual({ value: { at: "2025-01-02T03:04:05Z" }, issues: [] });
  });

  test("enums", () => {
    const open: Codec = { kind: "enum", values: ["a", "b"], open: true };
    expect(decoded(open, "c")).toEqual({ value: "c", issues: [] });
    expect(decoded({ kind: "enum", values: ["a", "b"] }, "c")).toMatchObject({
      value: "c",
      issues: [expect.stringContaining("enumeration")],
    });
  });

  test("unknown members of unions", () => {
    const member: Codec = { kind: "object", fields: { type: { kind: "literal", value: "a" } } };
    const raw = { type: "z", more_of: 1 };
    expect(decoded({ kind: "tagged", property: "type", members: { a: member }, open: true }, raw).value).toEqual({
      type: "UNKNOWN",
      raw,
      isUnknown: true,
    });
    expect(decoded({ kind: "tagged", property: "type", members: { a: member } }, raw)).toMatchObject({
      value: raw,
      issues: [expect.stringContaining("type to be one of")],
    });
    expect(decoded({ kind: "union", members: [member, "integer"] }, true)).toMatchObject({ value: true });
  });

  test("a value without a tag is the member that fits, else it is unknown", () => {
    const a: Codec = {
      kind: "object",
      fields: { type: { type: "string", optional: true }, login: "string", plan: { type: "integer", optional: true } },
    };
    const b: Codec = { kind: "object", fields: { type: { type: "string", optional: true }, login: "string" } };
    const codec: Codec = { kind: "tagged", property: "type", members: { b, a, c: a }, open: true };
    expect(decoded(codec, { login: "x", plan: 1 })).toEqual({ value: { login: "x", plan: 1 }, issues: [] });
    expect(encoded(codec, { login: "x", plan: 1 })).toEqual({ value: { login: "x", plan: 1 }, issues: [] });
    expect(decoded(codec, { plan: 1 })).toEqual({ value: { type: "UNKNOWN", raw: { plan: 1 }, isUnknown: true }, issues: [] });
    const kept = decoded(codec, { type: "z", more_of: 1 }).value;
    expect(encoded(codec, kept)).toEqual({ value: { type: "z", more_of: 1 }, issues: [] });
  });

  test("an untagged union takes the member that accounts for most", () => {
    const small: Codec = { kind: "object", fields: { id: "string" } };
    const large: Codec = { kind: "object", fields: { id: "string", firstName: { wire: "first_name", type: "string" } } };
    const input = { id: "a", first_name: "b" };
    expect(decoded({ kind: "union", members: [small, large] }, input).value).toEqual({ id: "a", firstName: "b" });
    expect(decoded({ kind: "union", members: [small, large], first: true }, input).value).toEqual({ id: "a" });
    expect(encoded({ kind: "union", members: [small, large] }, { id: "a", firstName: "b" }).value).toEqual(input);
  });
});

describe("inputs are checked", () => {
  test("every place is named", () => {
    const codec: Codec = {
      kind: "object",
      fields: { items: { kind: "array", items: { kind: "object", fields: { size: "integer", at: { type: "instant", optional: true } } } } },
    };
    expect(encoded(codec, { items: [{ size: 1 }, { size: 1.5, at: new Date("x") }, {}] }).issues).toEqual([
      "items.1.size: expected an integer, got a number",
      "items.1.at: expected a valid Date, got an object",
      "items.2.size: is required",
    ]);
  });

  test("unknown properties are left out", () => {
    expect(encoded({ kind: "object", fields: { a: "string" } }, { a: "b", other: 1 })).toEqual({ value: { a: "b" }, issues: [] });
  });

  test("schemas", () => {
    expect(inbound(tree).safeParse({ value: 1 })).toMatchObject({
      success: false,
      error: { name: "SDKValidationError", issues: [{ path: ["children"], message: "is missing" }] },
    });
    expect(() => outbound(tree).parse({ value: "x", children: [] })).toThrow("value: expected an integer, got a string");
    expect(toJSON(tree, { value: 1, children: [] })).toBe('{"value":1,"children":[]}');
    expect(fromJSON(tree, '{"value":1,"children":[]}')).toEqual({ ok: true, value: { value: 1, children: [] } });
    expect(fromJSON(tree, "{")).toMatchObject({ ok: false, error: { name: "SDKValidationError" } });
  });
});
