import { mixedEnum } from "../diagnostics/lower.js";
import { partAddress } from "../ir/address.js";
import { isObject, isScalar, type Json, type JsonObject, list, member, type Scalar, text } from "../ir/json.js";
import { noDocs } from "../ir/node.js";
import type { EnumMember, EnumType, Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { namedBy } from "./lowerDocs.js";
import { anything, refTo } from "./lowerSchema.js";
import type { Scope, Spot } from "./scope.js";

/** { enum: [a] } → a literal; { enum: [a, b] } → an enum type in the table; names and descriptions of members come from the usual extensions. */
export function lowerEnum(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const values = [...new Set(list(member(schema.value, "enum")).map((value) => asTyped(schema.value, value)))];
  const scalars = values.filter(isScalar);
  const base = baseOf(scalars);
  if (base === null || scalars.length !== values.length) {
    if (values.length > 0) scope.report(mixedEnum(schema.origin, { values: JSON.stringify(values.slice(0, 5)) }));
    return anything;
  }
  const [only] = scalars;
  if (only !== undefined && scalars.length === 1 && scope.options.singleEnum === "literal") return { kind: "literal", value: only };
  return defineEnum(
    scope,
    schema,
    spot,
    base,
    scalars.map((value, i) => ({
      value,
      name: memberName(schema.value, values, value, i),
      docs: memberDocs(schema.value, values, value, i),
    })),
  );
}

/** `{ type: string, enum: [1, 2] }` means texts, whatever YAML makes of them without quotes: the type says what is sent. */
function asTyped(schema: JsonObject, value: Json): Json {
  const types = [member(schema, "type")].flat().filter((type) => type !== "null");
  const isText = types.length === 1 && types[0] === "string";
  return isText && (typeof value === "number" || typeof value === "boolean") ? String(value) : value;
}

interface EnumEntry {
  readonly value: Scalar;
  readonly name: string | null;
  readonly docs: EnumMember["docs"];
}

export function defineEnum(
  scope: Scope,
  schema: Located<JsonObject>,
  spot: Spot,
  base: EnumType["base"],
  entries: readonly EnumEntry[],
): Type {
  const id = scope.types.enter(spot.address, schema.origin);
  if (scope.types.get(id) !== undefined) return refTo(id);
  const allowed = text(member(schema.value, "x-speakeasy-unknown-values"));
  scope.types.define({
    kind: "enum",
    ...namedBy(schema, id, spot),
    base,
    members: entries.map((entry) => ({
      address: partAddress(id, "value", String(entry.value)),
      value: entry.value,
      naming: { trail: [...spot.trail, { role: "member", key: String(entry.value), title: null }], override: entry.name },
      docs: entry.docs,
    })),
    open: allowed === "allow" || (allowed !== "disallow" && scope.options.unknownValues === "keep"),
  });
  return refTo(id);
}

export function baseOf(values: readonly Scalar[]): EnumType["base"] | null {
  if (values.length === 0) return null;
  if (values.every((value) => typeof value === "string")) return "string";
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  if (values.every((value) => typeof value === "number")) return values.every((value) => Number.isInteger(value)) ? "integer" : "number";
  return null;
}

/** x-speakeasy-enums as a list or a map by value, x-enum-varnames, x-enumNames, x-ms-enum. */
function memberName(schema: JsonObject, values: readonly Json[], value: Scalar, position: number): string | null {
  const given = member(schema, "x-speakeasy-enums");
  if (isObject(given)) return text(member(given, String(value)));
  const ms = member(schema, "x-ms-enum");
  const named = list(member(ms, "values")).find((entry) => member(entry, "value") === value);
  if (named !== undefined) return text(member(named, "name"));
  const names = [given, member(schema, "x-enum-varnames"), member(schema, "x-enumNames")]
    .map(list)
    .find((found) => found.length > 0 && found.length >= values.length);
  return text(names?.[position]);
}

function memberDocs(schema: JsonObject, values: readonly Json[], value: Scalar, position: number): EnumMember["docs"] {
  const given = member(schema, "x-enum-descriptions") ?? member(schema, "x-enumDescriptions");
  const description = isObject(given)
    ? text(member(given, String(value)))
    : list(given).length >= values.length
      ? text(list(given)[position])
      : null;
  return description === null ? noDocs : { ...noDocs, description };
}
