import type { Origin } from "../../diagnostics/diagnostic.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { AliasType, Type } from "../../ir/types.js";
import { type TypeLookup, tsType } from "./tsType.js";

const id = (name: string): TypeId => `schema:${name}` as TypeId;

function alias(name: string, of: Type): AliasType {
  return {
    kind: "alias",
    id: id(name),
    address: `schema:${name}` as Address,
    origin: "0#" as Origin,
    extensions: {},
    naming: { trail: [], override: null },
    docs: { summary: null, description: null, link: null, deprecated: null },
    example: null,
    use: "both",
    variantOf: null,
    of,
  };
}

const aliases = new Map<TypeId, AliasType>([
  [id("Names"), alias("Names", { kind: "array", items: { kind: "string", format: null, limits: null }, limits: null })],
  [id("Tree"), alias("Tree", { kind: "array", items: { kind: "ref", id: id("Tree") }, limits: null })],
]);
const typeOf: TypeLookup = (wanted) => aliases.get(wanted);

describe("tsType", () => {
  test("sees through an alias", () => {
    expect(tsType({ kind: "ref", id: id("Names") }, typeOf)).toEqual({ kind: "array", items: { kind: "string" } });
  });

  test("an alias that contains itself is a type of its own", () => {
    expect(tsType({ kind: "ref", id: id("Tree") }, typeOf)).toEqual({ kind: "model", id: id("Tree"), is: "alias" });
  });

  test("null stands once", () => {
    expect(tsType({ kind: "nullable", of: { kind: "nullable", of: { kind: "boolean" } } }, typeOf)).toEqual({
      kind: "nullable",
      of: { kind: "boolean" },
    });
    expect(tsType({ kind: "nullable", of: { kind: "null" } }, typeOf)).toEqual({ kind: "null" });
  });

  test("numbers by what they are on the wire", () => {
    expect(tsType({ kind: "integer", wire: "string", bits: null, limits: null }, typeOf)).toEqual({ kind: "bigint" });
    expect(tsType({ kind: "integer", wire: "number", bits: 64, limits: null }, typeOf)).toEqual({ kind: "number", integer: true });
    expect(tsType({ kind: "decimal", wire: "string" }, typeOf)).toEqual({ kind: "string" });
    expect(tsType({ kind: "duration", wire: "seconds" }, typeOf)).toEqual({ kind: "number", integer: false });
  });

  test("what nothing describes is anything", () => {
    expect(tsType({ kind: "ref", id: id("Gone") }, typeOf)).toEqual({ kind: "any" });
  });
});
