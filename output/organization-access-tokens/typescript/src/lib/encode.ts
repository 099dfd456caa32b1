import { RFCDate } from "../types/rfcdate.js";
import { base64FromBytes } from "./base64.js";
import {
  type Codec,
  describe,
  fieldsOf,
  type Issue,
  isEnumValue,
  isRecord,
  memberOf,
  membersOf,
  type ObjectCodec,
  oneOf,
  prefixIssues,
  type Scalar,
  setOwn,
  type TaggedCodec,
  type UnionCodec,
} from "./codec.js";

/**
 * Value → what goes over the wire. Defaults are filled in, unknown properties are left out, and every place that does not fit goes into `issues`: the caller
 * refuses to send anything when there is one.
 */
export function encode(codec: Codec, value: unknown, issues: Issue[]): unknown {
  if (typeof codec === "string") {
    return encodeScalar(codec, value, issues);
  }
  if (typeof codec === "function") {
    return encode(codec(), value, issues);
  }
  switch (codec.kind) {
    case "object":
      return encodeObject(codec, value, issues);
    case "array":
      return Array.isArray(value) ? encodeItems(value, () => codec.items, issues) : mismatch("an array", value, issues);
    case "tuple":
      return Array.isArray(value)
        ? encodeItems(value, (index) => codec.items[index] ?? codec.rest ?? "any", issues)
        : mismatch("an array", value, issues);
    case "map":
      return encodeMap(codec.values, value, issues);
    case "nullable":
      return value === null ? null : encode(codec.of, value, issues);
    case "literal":
      return value === codec.value ? value : mismatch(JSON.stringify(codec.value), value, issues);
    case "enum":
      if (isEnumValue(codec, value) || (codec.open === true && typeof value === typeof codec.values[0])) {
        return value;
      }
      return mismatch(`one of ${oneOf(codec.values)}`, value, issues);
    case "union":
      return encodeUnion(codec, value, issues);
    case "tagged":
      return encodeTagged(codec, value, issues);
    case "custom":
      try {
        return codec.encode(value);
      } catch (error) {
        issues.push({ path: [], message: error instanceof Error ? error.message : String(error) });
        return value;
      }
  }
}

function encodeScalar(scalar: Scalar, value: unknown, issues: Issue[]): unknown {
  switch (scalar) {
    case "any":
    case "file":
      return value;
    case "null":
      return value === null ? value : mismatch("null", value, issues);
    case "string":
      return typeof value === "string" ? value : mismatch("a string", value, issues);
    case "number":
      return Number.isFinite(value) ? value : mismatch("a number", value, issues);
    case "integer":
      return Number.isSafeInteger(value)
        ? value
        : mismatch(Number.isInteger(value) ? "an integer that a number holds exactly" : "an integer", value, issues);
    case "boolean":
      return typeof value === "boolean" ? value : mismatch("a boolean", value, issues);
    case "bigint":
      return typeof value === "bigint" ? value.toString() : mismatch("a bigint", value, issues);
    case "bigintNumber":
      return typeof value === "bigint" ? Number(value) : mismatch("a bigint", value, issues);
    case "instant":
      return isDate(value) ? value.toISOString().replace(".000Z", "Z") : mismatch("a valid Date", value, issues);
    case "unix":
      return isDate(value) ? Math.floor(value.getTime() / 1000) : mismatch("a valid Date", value, issues);
    case "httpDate":
      return isDate(value) ? value.toUTCString() : mismatch("a valid Date", value, issues);
    case "date":
      return value instanceof RFCDate ? value.toString() : mismatch("an RFCDate", value, issues);
    case "bytes":
    case "bytesUrl":
      if (value instanceof Uint8Array) {
        return base64FromBytes(value, scalar === "bytesUrl" ? "url" : "standard");
      }
      return typeof value === "string" ? value : mismatch("a Uint8Array or base64 text", value, issues);
  }
}

function isDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

function encodeObject(codec: ObjectCodec, value: unknown, issues: Issue[]): unknown {
  if (!isRecord(value)) {
    return mismatch("an object", value, issues);
  }
  const output: Record<string, unknown> = {};
  const fields = fieldsOf(codec);
  for (const field of fields) {
    const given = field.inherited && !Object.hasOwn(value, field.property) ? undefined : value[field.property];
    if (given === undefined) {
      if (field.default !== undefined) {
        setOwn(output, field.wire, field.default);
      } else if (!field.optional) {
        issues.push({ path: [field.property], message: "is required" });
      }
      continue;
    }
    const before = issues.length;
    setOwn(output, field.wire, encode(field.type, given, issues));
    prefixIssues(issues, before, field.property);
  }
  if (codec.rest !== undefined) {
    const known = new Set(fields.map((field) => field.property));
    const { property } = codec.rest;
    const others =
      property === null ? Object.fromEntries(Object.entries(value).filter(([key]) => !known.has(key))) : (value[property] ?? {});
    const before = issues.length;
    const rest = encodeMap(codec.rest.type, others, issues);
    if (property !== null) {
      prefixIssues(issues, before, property);
    }
    return isRecord(rest) ? { ...rest, ...output } : output;
  }
  return output;
}

function encodeItems(value: readonly unknown[], codecAt: (index: number) => Codec, issues: Issue[]): unknown[] {
  return value.map((item, index) => {
    const before = issues.length;
    const encoded = encode(codecAt(index), item, issues);
    prefixIssues(issues, before, index);
    return encoded;
  });
}

function encodeMap(values: Codec, value: unknown, issues: Issue[]): unknown {
  if (!isRecord(value)) {
    return mismatch("an object", value, issues);
  }
  const output: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) {
      const before = issues.length;
      setOwn(output, key, encode(values, item, issues));
      prefixIssues(issues, before, key);
    }
  }
  return output;
}

/** The member that fits; among several the one that sends most of what was given. */
function encodeUnion(codec: UnionCodec, value: unknown, issues: Issue[]): unknown {
  let best: { readonly encoded: unknown; readonly size: number } | null = null;
  let nearest: readonly Issue[] | null = null;
  for (const member of codec.members) {
    const found: Issue[] = [];
    const encoded = encode(member, value, found);
    if (found.length > 0) {
      nearest = nearest === null || found.length < nearest.length ? found : nearest;
      continue;
    }
    const size = sizeOf(encoded);
    if (best === null || size > best.size) {
      best = { encoded, size };
    }
    if (codec.first === true) {
      break;
    }
  }
  if (best !== null) {
    return best.encoded;
  }
  issues.push({ path: [], message: `fits no member of the union (${(nearest ?? []).map((issue) => issue.message).join("; ")})` });
  return value;
}

/** How many properties a wire value has, at all depths. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + sizeOf(item), 0);
  }
  if (!isRecord(value)) {
    return 0;
  }
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + sizeOf(item), 0);
}

function encodeTagged(codec: TaggedCodec, value: unknown, issues: Issue[]): unknown {
  if (!isRecord(value)) {
    return mismatch("an object", value, issues);
  }
  if (codec.open === true && value.isUnknown === true) {
    return value.raw;
  }
  const tag = Object.hasOwn(value, codec.property) ? value[codec.property] : undefined;
  const member = memberOf(codec, tag);
  if (member !== undefined) {
    return encode(member, value, issues);
  }
  if (tag === undefined || tag === null) {
    return encodeUnion({ kind: "union", members: membersOf(codec) }, value, issues);
  }
  issues.push({ path: [codec.property], message: `expected one of ${oneOf(Object.keys(codec.members))}` });
  return value;
}

function mismatch(expected: string, value: unknown, issues: Issue[]): unknown {
  issues.push({ path: [], message: `expected ${expected}, got ${describe(value)}` });
  return value;
}
