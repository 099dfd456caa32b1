import type { Origin } from "../diagnostics/diagnostic.js";
import { defaultInexact, defaultMisfit } from "../diagnostics/lower.js";
import { isObject, type Json } from "../ir/json.js";
import type { NamedType, Slot, Type, TypeOf } from "../ir/types.js";
import type { Scope } from "./scope.js";

/** A slot without its default where that is no value of its type, which is reported, once for each place of the document. OpenAPI 3.1, 4.8.24: it "must conform". */
export function defaultChecker({ types, report }: Pick<Scope, "types" | "report">): <S extends Slot>(slot: S) => S {
  const reported = new Set<Origin>();
  return (slot) => {
    if (slot.default === null) return slot;
    const { wire: name, origin } = slot;
    const { value } = slot.default;
    const isExact = typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value);
    if (isExact && fits(value, slot.type, (id) => types.get(id))) return slot;
    if (!reported.has(origin))
      report(isExact ? defaultMisfit(origin, { name, value: JSON.stringify(value) }) : defaultInexact(origin, { name }));
    reported.add(slot.origin);
    return { ...slot, default: null };
  };
}

/** Whether a JSON value is one of the type; formats and limits are not looked at. `depth` ends what consists of itself. */
function fits(value: Json, type: Type, typeOf: TypeOf, depth = 0): boolean {
  switch (type.kind) {
    case "any":
      return true;
    case "null":
      return value === null;
    case "nullable":
      return value === null || fits(value, type.of, typeOf, depth);
    case "boolean":
    case "number":
      return typeof value === type.kind;
    case "string":
    case "bytes":
    case "file":
    case "date":
    case "time":
      return typeof value === "string";
    case "integer":
      return type.wire === "string" ? typeof value === "string" : Number.isInteger(value);
    case "decimal":
      return typeof value === type.wire;
    case "instant":
      return typeof value === (type.wire === "unix" ? "number" : "string");
    case "duration":
      return typeof value === (type.wire === "iso8601" ? "string" : "number");
    case "literal":
      return value === type.value;
    case "array":
      return Array.isArray(value) && value.every((item: Json) => fits(item, type.items, typeOf, depth));
    case "tuple": {
      const { items, rest } = type;
      return Array.isArray(value) && value.every((item: Json, i) => fits(item, items[i] ?? rest ?? { kind: "any" }, typeOf, depth));
    }
    case "map":
      return isObject(value) && Object.values(value).every((item) => fits(item, type.values, typeOf, depth));
    case "ref": {
      const named = typeOf(type.id);
      return named === undefined || depth > 50 || fitsNamed(value, named, typeOf, depth + 1);
    }
  }
}

function fitsNamed(value: Json, type: NamedType, typeOf: TypeOf, depth: number): boolean {
  switch (type.kind) {
    case "enum":
      return type.members.some((member) => member.value === value);
    case "alias":
      return fits(value, type.of, typeOf, depth);
    case "union":
      return type.members.some((member) => fits(value, member.type, typeOf, depth));
    case "object":
      return isObject(value);
  }
}
