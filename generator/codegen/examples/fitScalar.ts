import type { Json } from "../../ir/json.js";
import type { Type } from "../../ir/types.js";

type Scalar = Exclude<Type, { kind: "array" | "tuple" | "map" | "nullable" | "ref" }>;

/** A value as a type without parts takes it, read from text where it is written as one; undefined where it is something else. */
export function fitScalar(value: Json, type: Scalar): Json | undefined {
  const is = (fits: boolean): Json | undefined => (fits ? value : undefined);
  switch (type.kind) {
    case "any":
    case "file":
      return value;
    case "null":
      return is(value === null);
    case "boolean":
      return value === "true" ? true : value === "false" ? false : is(typeof value === "boolean");
    case "string":
      return textOf(value);
    case "bytes":
    case "time":
      return is(typeof value === "string");
    case "integer": {
      const whole = numberOf(value, /^[+-]?\d+$/, Number.isInteger);
      return type.wire === "number" || whole === undefined ? whole : String(value);
    }
    case "number":
      return numberOf(value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, Number.isFinite);
    case "decimal": {
      const number = numberOf(value, /^[+-]?(\d+\.?\d*|\.\d+)$/, Number.isFinite);
      return type.wire === "number" || number === undefined ? number : String(value);
    }
    case "instant":
      if (type.wire === "unix") return numberOf(value, /^\d+$/, Number.isFinite);
      return is(
        typeof value === "string" && !Number.isNaN(Date.parse(value)) && (type.wire === "rfc7231" || /^\d{4}-\d\d-\d\d/.test(value)),
      );
    case "date": {
      const day = typeof value === "string" ? /^\d{4}-\d\d-\d\d(?![^T ])/.exec(value)?.[0] : undefined;
      return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
    }
    case "duration":
      return type.wire === "iso8601" ? is(typeof value === "string") : numberOf(value, /^\d+$/, Number.isFinite);
    case "literal":
      return String(value) === String(type.value) && typeof value !== "object" ? type.value : is(value === type.value);
  }
}

function textOf(value: Json): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function numberOf(value: Json, written: RegExp, fits: (number: number) => boolean): number | undefined {
  const number = typeof value === "string" && written.test(value) ? Number(value) : value;
  return typeof number === "number" && fits(number) ? number : undefined;
}
