/**
 * The grammar of the tables that relate a value of the program to its JSON. A table is a pure literal: it runs no code when a module loads, a bundler
 * drops the ones that nothing uses, and `decode` and `encode` are the only readers.
 *
 *     export const Token$codec: ObjectCodec<Token> = {
 *       kind: "object",
 *       fields: {
 *         id: "string",
 *         createdAt: { wire: "created_at", type: "instant" },
 *         comment: { type: { kind: "nullable", of: "string" }, optional: true },
 *       },
 *     };
 */
export type Codec =
  | Scalar
  | ObjectCodec
  | { readonly kind: "array"; readonly items: Codec }
  | { readonly kind: "tuple"; readonly items: readonly Codec[]; readonly rest?: Codec }
  | { readonly kind: "map"; readonly values: Codec }
  | { readonly kind: "nullable"; readonly of: Codec }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | EnumCodec
  | UnionCodec
  | TaggedCodec
  | CustomCodec
  | LaterCodec;

/** A table that is not yet defined where it is named: one of a group of types that contain each other. */
export type LaterCodec = () => Codec;

/**
 * | scalar | program | JSON |
 * |---|---|---|
 * | any | unknown | anything |
 * | instant, unix, httpDate | Date | RFC 3339 text, seconds, RFC 9110 text |
 * | date | RFCDate | "2025-01-31" |
 * | bytes, bytesUrl | Uint8Array | base64 or base64url text |
 * | bigint, bigintNumber | bigint | decimal text, number |
 * | file | Blob, bytes, streams | the part of a multipart body |
 */
export type Scalar =
  | "any"
  | "null"
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "bigint"
  | "bigintNumber"
  | "instant"
  | "unix"
  | "httpDate"
  | "date"
  | "bytes"
  | "bytesUrl"
  | "file";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `T` makes the compiler check that no property of the model is forgotten. */
export interface ObjectCodec<T extends object = { [property: string]: unknown }> {
  readonly kind: "object";
  readonly fields: { readonly [P in keyof T]-?: Field };
  /** Where properties go that are not listed: into a property of their own, or, when it is `null`, beside the others. */
  readonly rest?: { readonly property: string | null; readonly type: Codec };
}

/** A codec alone stands for a required property that has the same name on both sides. */
export type Field = Codec | FieldTable;

export interface FieldTable {
  readonly wire?: string;
  readonly type: Codec;
  readonly optional?: true;
  /** Used on either side when the property is missing; as it is written in JSON. */
  readonly default?: Json;
  /** How it stands in XML, if not as an element of its own name. */
  readonly xml?: Xml;
}

/** A part of an XML document. OpenAPI 3.2, 4.26. */
export interface Xml {
  readonly name?: string;
  /** Absent: an element; of an array its items without one around them. */
  readonly node?: "element" | "attribute" | "text" | "cdata" | "none";
  readonly namespace?: string;
  readonly prefix?: string;
  /** Of an array or a map. */
  readonly items?: Xml;
}

export interface EnumCodec {
  readonly kind: "enum";
  readonly values: readonly (string | number | boolean)[];
  /** Values that are not listed are kept, on both sides. */
  readonly open?: true;
}

export interface UnionCodec {
  readonly kind: "union";
  readonly members: readonly Codec[];
  /** Take the first member that fits instead of the one that accounts for most of the value. */
  readonly first?: true;
}

/** A union that one property decides. */
export interface TaggedCodec {
  readonly kind: "tagged";
  readonly property: string;
  readonly wire?: string;
  readonly members: { readonly [tag: string]: Codec };
  /** A value without a tag is the member that fits; with this, one with an unknown tag becomes `{ [property]: "UNKNOWN", raw, isUnknown: true }`. */
  readonly open?: true;
}

/** Two functions for what no table can say; a throw means that the value does not fit. */
export interface CustomCodec {
  readonly kind: "custom";
  readonly decode: (value: unknown) => unknown;
  readonly encode: (value: unknown) => unknown;
}

/** One place where a value and its codec disagree. */
export interface Issue {
  readonly path: (string | number)[];
  readonly message: string;
}

/** The fields of an object in one shape, built once for each table. */
export interface PlainField {
  readonly property: string;
  readonly wire: string;
  readonly type: Codec;
  readonly optional: boolean;
  readonly default: Json | undefined;
  /** `null` can only mean that there is no value. */
  readonly rejectsNull: boolean;
  /** Every object has a property of this name: "constructor", "toString" … */
  readonly inherited: boolean;
  readonly xml: Xml;
}

const plainXml: Xml = {};

const plainFields = new WeakMap<ObjectCodec, readonly PlainField[]>();

export function fieldsOf(codec: ObjectCodec): readonly PlainField[] {
  let fields = plainFields.get(codec);
  if (fields === undefined) {
    fields = Object.keys(codec.fields).map((property) => plainField(property, codec.fields[property] ?? "any"));
    plainFields.set(codec, fields);
  }
  return fields;
}

function plainField(property: string, field: Field): PlainField {
  const table: FieldTable = typeof field === "object" && "type" in field ? field : { type: field };
  const wire = table.wire ?? property;
  return {
    property,
    wire,
    type: table.type,
    optional: table.optional === true,
    default: table.default,
    rejectsNull: rejectsNull(table.type),
    inherited: wire in Object.prototype || property in Object.prototype,
    xml: table.xml ?? plainXml,
  };
}

function rejectsNull(type: Codec): boolean {
  if (typeof type === "string") {
    return type !== "any" && type !== "null";
  }
  return (
    typeof type === "object" &&
    (type.kind === "object" || type.kind === "array" || type.kind === "map" || type.kind === "enum" || type.kind === "tuple")
  );
}

const enumValues = new WeakMap<EnumCodec, ReadonlySet<unknown>>();

export function isEnumValue(codec: EnumCodec, value: unknown): boolean {
  let values = enumValues.get(codec);
  if (values === undefined) {
    values = new Set<unknown>(codec.values);
    enumValues.set(codec, values);
  }
  return values.has(value);
}

/** The member that a tag names. */
export function memberOf({ members }: TaggedCodec, tag: unknown): Codec | undefined {
  return tag !== undefined && tag !== null && Object.hasOwn(members, String(tag)) ? members[String(tag)] : undefined;
}

/** All members, each once: those that a value without a tag may be. */
export function membersOf({ members }: TaggedCodec): readonly Codec[] {
  return [...new Set(Object.values(members))];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Assigns any key as data: a plain `target["__proto__"] = value` would change the prototype. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  target[key] = value;
}

/** Puts the place of a child in front of the issues that were found in it; a path costs nothing until something is wrong. */
export function prefixIssues(issues: readonly Issue[], from: number, key: string | number): void {
  for (let index = from; index < issues.length; index++) {
    issues[index]?.path.unshift(key);
  }
}

/** "a string", "null", "an array": how messages name what was found. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Names choices in a message; a long list helps nobody. */
export function oneOf(values: readonly unknown[]): string {
  const shown = values
    .slice(0, 8)
    .map((value) => JSON.stringify(value))
    .join(", ");
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown;
}

/**
 * The lines of an error message:
 *
 *     items.0.created_at: expected a date-time, got a number
 */
export function formatIssues(issues: readonly Issue[]): string {
  return issues.map((issue) => (issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message)).join("\n");
}
