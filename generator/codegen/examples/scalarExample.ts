import type { Json } from "../../ir/json.js";
import type { Limits, Type } from "../../ir/types.js";

/** Values that readers know for examples; hosts and addresses are those reserved for documentation (RFC 2606, RFC 5737, RFC 3849). */
const byFormat: { readonly [format: string]: string } = {
  uuid: "7f9c24e8-3b12-4fef-91e0-56a2d5a4b1c3",
  email: "user@example.com",
  "idn-email": "user@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  uri: "https://example.com",
  url: "https://example.com",
  iri: "https://example.com",
  "uri-reference": "/path",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  "json-pointer": "/path",
  regex: ".*",
};

/** A value of a type without parts; null for a type that has some. */
export function scalarExample(type: Type): { readonly value: Json } | null {
  switch (type.kind) {
    case "any":
      return { value: "<value>" };
    case "null":
      return { value: null };
    case "boolean":
      return { value: false };
    case "string":
      return { value: stringOf(type.format, type.limits) };
    case "integer": {
      const value = numberOf(type.limits, 1);
      return { value: type.wire === "string" ? String(value) : value };
    }
    case "number":
      return { value: numberOf(type.limits, 0.01) };
    case "decimal":
      return { value: type.wire === "string" ? "1.5" : 1.5 };
    case "bytes":
      return { value: "ZXhhbXBsZQ==" };
    case "file":
      return { value: "example.file" };
    case "instant":
      return { value: { rfc3339: "2024-01-31T12:00:00Z", rfc7231: "Wed, 31 Jan 2024 12:00:00 GMT", unix: 1706702400 }[type.wire] };
    case "date":
      return { value: "2024-01-31" };
    case "time":
      return { value: "12:00:00Z" };
    case "duration":
      return { value: { iso8601: "PT1H", seconds: 3600, milliseconds: 3_600_000 }[type.wire] };
    case "literal":
      return { value: type.value };
    case "array":
    case "tuple":
    case "map":
    case "nullable":
    case "ref":
      return null;
  }
}

function stringOf(format: string | null, limits: Limits | null): string {
  const known = format !== null && Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
  const text = known ?? "<value>";
  const min = Math.min(limits?.min ?? 0, 256);
  const long = text.length < min ? text.padEnd(min, "x") : text;
  return limits?.max != null && long.length > limits.max ? "value".slice(0, Math.max(limits.max, 0)) : long;
}

/** 1, or the nearest value inside of the limits; a limit may be exclusive, so it is kept away from where there is room. */
function numberOf(limits: Limits | null, step: number): number {
  const { min, max, multipleOf } = limits ?? { min: null, max: null, multipleOf: null };
  const [low, high] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  if (multipleOf !== null && multipleOf > 0) {
    const least = multipleOf * Math.max(1, Math.ceil((min ?? 0) / multipleOf));
    return least <= high ? least : multipleOf * Math.floor(high / multipleOf);
  }
  const middle = step < 1 ? [(low + high) / 2] : [];
  const near = [1, low + step, high - step, ...middle].map((value) => Number(value.toPrecision(12)));
  return near.find((value) => low < value && value < high) ?? min ?? max ?? 1;
}
