import { RFCDate } from "../types/rfcdate.js";
import { bytesFromBase64 } from "./base64.js";
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
  type PlainField,
  prefixIssues,
  type Scalar,
  setOwn,
  type TaggedCodec,
  type UnionCodec,
} from "./codec.js";

/**
 * JSON → value. It never throws and always gives the nearest value: what fits is read, text such as "12" becomes the number that was expected, a required property that
 * is missing stays missing, and what cannot be understood is kept as it came. `issues` receives each of these places, so that the caller
 * decides between strict (any issue is an error) and lax (none is).
 */
export function decode(codec: Codec, input: unknown, issues: Issue[]): unknown {
  return decodeValue(codec, input, { issues, populated: 0, inexact: 0 });
}

/** How well an attempt fits, next to what is wrong with it. */
interface Reading {
  readonly issues: Issue[];
  /** Known properties that were present. */
  populated: number;
  /** Values that an open enum does not list. */
  inexact: number;
}

function decodeValue(codec: Codec, input: unknown, reading: Reading): unknown {
  if (typeof codec === "string") {
    return decodeScalar(codec, input, reading);
  }
  if (typeof codec === "function") {
    return decodeValue(codec(), input, reading);
  }
  switch (codec.kind) {
    case "object":
      return decodeObject(codec, input, reading);
    case "array":
      return Array.isArray(input) ? decodeItems(input, () => codec.items, reading) : mismatch("an array", input, reading);
    case "tuple":
      return Array.isArray(input)
        ? decodeItems(input, (index) => codec.items[index] ?? codec.rest ?? "any", reading)
        : mismatch("an array", input, reading);
    case "map":
      return decodeMap(codec.values, input, reading);
    case "nullable":
      return input === null ? null : decodeValue(codec.of, input, reading);
    case "literal":
      return input === codec.value ? input : mismatch(JSON.stringify(codec.value), input, reading);
    case "enum":
      if (isEnumValue(codec, input)) {
        return input;
      }
      reading.inexact += 1;
      return codec.open === true && typeof input === typeof codec.values[0]
        ? input
        : mismatch("a value of the enumeration", input, reading);
    case "union":
      return decodeUnion(codec, input, reading);
    case "tagged":
      return decodeTagged(codec, input, reading);
    case "custom":
      return attempt(codec.decode, input, reading);
  }
}

function decodeScalar(scalar: Scalar, input: unknown, reading: Reading): unknown {
  switch (scalar) {
    case "any":
    case "file":
      return input;
    case "null":
      return input === null ? null : mismatch("null", input, reading);
    case "string":
      return typeof input === "string"
        ? input
        : coerced(input, typeof input === "number" || typeof input === "boolean" ? String(input) : input, "a string", reading);
    case "number":
      return typeof input === "number" ? input : coerced(input, numberFrom(input), "a number", reading);
    case "integer":
      if (Number.isSafeInteger(input)) {
        return input;
      }
      return Number.isInteger(input)
        ? mismatch("an integer that a number holds exactly", input, reading)
        : coerced(input, numberFrom(input), "an integer", reading);
    case "boolean":
      return typeof input === "boolean"
        ? input
        : coerced(input, input === "true" ? true : input === "false" ? false : input, "a boolean", reading);
    case "bigint":
    case "bigintNumber":
      return typeof input === "string" || typeof input === "number"
        ? attempt(BigInt, input, reading)
        : mismatch("an integer", input, reading);
    case "instant":
    case "httpDate":
      return typeof input === "string" ? dateFrom(Date.parse(input), input, reading) : mismatch("a date-time", input, reading);
    case "unix":
      return typeof input === "number" ? dateFrom(input * 1000, input, reading) : mismatch("a time in seconds", input, reading);
    case "date":
      return typeof input === "string" ? attempt((text) => new RFCDate(text), input, reading) : mismatch("a date", input, reading);
    case "bytes":
    case "bytesUrl":
      return typeof input === "string" ? attempt(bytesFromBase64, input, reading) : mismatch("base64 text", input, reading);
  }
}

function decodeObject(codec: ObjectCodec, input: unknown, reading: Reading): unknown {
  if (!isRecord(input)) {
    return mismatch("an object", input, reading);
  }
  const output: Record<string, unknown> = {};
  const fields = fieldsOf(codec);
  for (const field of fields) {
    const value = field.inherited && !Object.hasOwn(input, field.wire) ? undefined : input[field.wire];
    if (value === undefined || (value === null && field.rejectsNull)) {
      const substitute = decodeMissing(field, value, reading);
      if (substitute !== undefined) {
        setOwn(output, field.property, substitute);
      }
      continue;
    }
    reading.populated += 1;
    const before = reading.issues.length;
    const decoded = decodeValue(field.type, value, reading);
    if (reading.issues.length > before) {
      prefixIssues(reading.issues, before, field.wire);
    }
    if (field.inherited) {
      setOwn(output, field.property, decoded);
    } else {
      output[field.property] = decoded;
    }
  }
  if (codec.rest !== undefined) {
    const known = new Set(fields.map((field) => field.wire));
    const others = Object.fromEntries(Object.entries(input).filter(([key]) => !known.has(key)));
    const rest = decodeMap(codec.rest.type, others, reading);
    if (codec.rest.property === null && isRecord(rest)) {
      for (const [key, value] of Object.entries(rest)) {
        setOwn(output, key, value);
      }
    } else if (codec.rest.property !== null && Object.keys(others).length > 0) {
      output[codec.rest.property] = rest;
    }
  }
  return output;
}

/** What stands for a property that is missing, or is null although it may not be: its default, else nothing. No value is invented. */
function decodeMissing(field: PlainField, value: unknown, reading: Reading): unknown {
  if (value === undefined && field.default !== undefined) {
    return decodeValue(field.type, field.default, reading);
  }
  if (value === null || !field.optional) {
    reading.issues.push({ path: [field.wire], message: value === null ? "must not be null" : "is missing" });
  }
  return undefined;
}

function decodeItems(input: readonly unknown[], codecAt: (index: number) => Codec, reading: Reading): unknown[] {
  return input.map((item, index) => {
    const before = reading.issues.length;
    const decoded = decodeValue(codecAt(index), item, reading);
    if (reading.issues.length > before) {
      prefixIssues(reading.issues, before, index);
    }
    return decoded;
  });
}

function decodeMap(values: Codec, input: unknown, reading: Reading): unknown {
  if (!isRecord(input)) {
    return mismatch("an object", input, reading);
  }
  const output: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const before = reading.issues.length;
    setOwn(output, key, decodeValue(values, value, reading));
    if (reading.issues.length > before) {
      prefixIssues(reading.issues, before, key);
    }
  }
  return output;
}

/** Each member is tried on its own; fewest issues win, then fewest unlisted values, then most properties, then the order of the document. */
function decodeUnion(codec: UnionCodec, input: unknown, reading: Reading): unknown {
  let best: (Reading & { readonly value: unknown }) | null = null;
  for (const member of codec.members) {
    const trial: Reading = { issues: [], populated: 0, inexact: 0 };
    const value = decodeValue(member, input, trial);
    if (best === null || isBetter(trial, best)) {
      best = { ...trial, value };
    }
    if (codec.first === true && trial.issues.length === 0) {
      break;
    }
  }
  if (best === null) {
    return input;
  }
  reading.populated += best.populated;
  reading.inexact += best.inexact;
  if (best.issues.length > 0) {
    reading.issues.push({ path: [], message: `fits no member of the union (${best.issues.map((issue) => issue.message).join("; ")})` });
  }
  return best.value;
}

function isBetter(left: Reading, right: Reading): boolean {
  if (left.issues.length !== right.issues.length) {
    return left.issues.length < right.issues.length;
  }
  return left.inexact !== right.inexact ? left.inexact < right.inexact : left.populated > right.populated;
}

function decodeTagged(codec: TaggedCodec, input: unknown, reading: Reading): unknown {
  if (!isRecord(input)) {
    return mismatch("an object", input, reading);
  }
  const wire = codec.wire ?? codec.property;
  const member = memberOf(codec, Object.hasOwn(input, wire) ? input[wire] : undefined);
  if (member !== undefined) {
    return decodeValue(member, input, reading);
  }
  if (input[wire] === undefined || input[wire] === null) {
    const trial: Reading = { issues: [], populated: 0, inexact: 0 };
    const value = decodeUnion({ kind: "union", members: membersOf(codec) }, input, trial);
    if (trial.issues.length === 0) {
      reading.populated += trial.populated;
      reading.inexact += trial.inexact;
      return value;
    }
  }
  reading.inexact += 1;
  if (codec.open === true) {
    return { [codec.property]: "UNKNOWN", raw: input, isUnknown: true };
  }
  return mismatch(`${wire} to be one of ${oneOf(Object.keys(codec.members))}`, input, reading);
}

function mismatch(expected: string, input: unknown, reading: Reading): unknown {
  reading.issues.push({ path: [], message: `expected ${expected}, got ${describe(input)}` });
  return input;
}

function coerced(input: unknown, output: unknown, expected: string, reading: Reading): unknown {
  mismatch(expected, input, reading);
  return output;
}

function numberFrom(input: unknown): unknown {
  return typeof input === "string" && input.trim() !== "" && Number.isFinite(Number(input)) ? Number(input) : input;
}

function dateFrom(milliseconds: number, input: unknown, reading: Reading): unknown {
  return Number.isNaN(milliseconds) ? mismatch("a date-time", input, reading) : new Date(milliseconds);
}

function attempt<T>(convert: (value: T) => unknown, input: T, reading: Reading): unknown {
  try {
    return convert(input);
  } catch (error) {
    reading.issues.push({ path: [], message: error instanceof Error ? error.message : String(error) });
    return input;
  }
}
