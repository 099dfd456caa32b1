import type { TypeId } from "./ids.js";
import { type Json, member, type Scalar } from "./json.js";
import { type Address, type Docs, type Naming, type Node, noDocs, type Value } from "./node.js";

/** Small types stand in place, named ones are `ref`s into Api.types; a switch over `kind` has no default. The comments show the OpenAPI a node stands for. */
export type Type =
  /** {} ; and a schema that could not be read */
  | { readonly kind: "any" }
  /** { type: "null" } */
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  /** { type: string, format: uuid } */
  | { readonly kind: "string"; readonly format: string | null; readonly limits: Limits | null }
  /** { type: integer, format: int64 } ; wire "string": { type: string, format: bigint } */
  | { readonly kind: "integer"; readonly wire: "number" | "string"; readonly limits: Limits | null }
  | { readonly kind: "number"; readonly limits: Limits | null }
  /** format: decimal */
  | { readonly kind: "decimal"; readonly wire: "number" | "string" }
  /** contentEncoding: base64, format: byte */
  | { readonly kind: "bytes"; readonly wire: "base64" | "base64url" }
  /** format: binary */
  | { readonly kind: "file" }
  /** format: date-time */
  | { readonly kind: "instant"; readonly wire: "rfc3339" | "rfc7231" | "unix" }
  | { readonly kind: "date" }
  | { readonly kind: "time" }
  | { readonly kind: "duration"; readonly wire: "iso8601" | "seconds" | "milliseconds" }
  /** { const: "eur" }; an `enum` with one value stays an EnumType */
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "array"; readonly items: Type; readonly limits: Limits | null }
  /** { prefixItems } */
  | { readonly kind: "tuple"; readonly items: readonly Type[]; readonly rest: Type | null }
  /** { additionalProperties: T } without properties */
  | { readonly kind: "map"; readonly values: Type }
  /** type: [T, "null"], nullable: true, anyOf: [T, { type: "null" }] */
  | { readonly kind: "nullable"; readonly of: Type }
  /** { $ref }, or an inline schema that was hoisted */
  | { readonly kind: "ref"; readonly id: TypeId };

/** Text of which nothing else is known. */
export const plainText: Type = { kind: "string", format: null, limits: null };

/** Of value, length or count. */
export interface Limits {
  readonly min: number | null;
  readonly max: number | null;
  readonly multipleOf: number | null;
}

/** Looks a named type up. */
export type TypeOf = (id: TypeId) => NamedType | undefined;

export type NamedType = ObjectType | UnionType | EnumType | AliasType;

export interface Named {
  /** Its address. */
  readonly id: TypeId;
  readonly origin: Node["origin"];
  readonly naming: Naming;
  readonly docs: Docs;
  readonly example: Value | null;
  readonly use: "input" | "output" | "both";
}

/** What an object, a union, an enum and an alias have besides their parts: where a document says nothing, nothing, and they go both ways. */
export function named(
  id: TypeId,
  origin: Node["origin"],
  trail: Naming["trail"],
  said: Partial<Pick<Named, "docs" | "example" | "use">> = {},
): Named {
  return { id, origin, naming: { trail, override: null }, docs: noDocs, example: null, use: "both", ...said };
}

/** { properties, additionalProperties }, allOf merged */
export interface ObjectType extends Named {
  readonly kind: "object";
  readonly fields: readonly Field[];
  /** Type of additional properties; null when none are described. */
  readonly rest: Type | null;
}

/** components.schemas.Tags: { type: array, items: … } */
interface AliasType extends Named {
  readonly kind: "alias";
  readonly of: Type;
}

/** { enum: [a, b] } */
export interface EnumType extends Named {
  readonly kind: "enum";
  readonly base: "string" | "integer" | "number" | "boolean";
  readonly members: readonly EnumMember[];
  /** A reader keeps values that are not listed. */
  readonly open: boolean;
}

export interface EnumMember {
  readonly address: Address;
  readonly value: Scalar;
  readonly naming: Naming;
  readonly docs: Docs;
}

/** oneOf, anyOf, type: [a, b] */
export interface UnionType extends Named {
  readonly kind: "union";
  readonly members: readonly Member[];
  readonly choice: Choice;
  /** A reader keeps a value whose tag is not listed. */
  readonly open: boolean;
}

export interface Member {
  readonly address: Address;
  readonly type: Type;
  readonly naming: Naming;
}

/** discriminator: { propertyName, mapping } in mapping order, repeats kept, or inferred from consts | none. Of several members with one tag the one that fits is meant. */
export type Choice =
  | {
      readonly kind: "tagged";
      readonly wire: string;
      readonly tags: readonly { readonly value: Scalar; readonly member: number }[];
    }
  | { readonly kind: "untagged" };

/** The member that a value's tag names; null where it names none, or the members must be tried. */
export function taggedMember(choice: Choice, value: Json): number | null {
  switch (choice.kind) {
    case "tagged":
      return onlyOne(choice.tags.filter((tag) => tag.value === member(value, choice.wire)).map((tag) => tag.member));
    case "untagged":
      return null;
  }
}

function onlyOne(members: readonly number[]): number | null {
  return members.length === 1 ? (members[0] ?? null) : null;
}

/** Anything with a wire name and a type. */
export interface Slot extends Node {
  readonly wire: string;
  readonly naming: Naming;
  readonly docs: Docs;
  readonly type: Type;
  /** Keywords beside a `$ref`: a docs profile shows them or not. */
  readonly besideRef: Docs | null;
  /** `required: [x]`; whether null may be sent is `nullable` in the type. */
  readonly presence: "required" | "optional";
  readonly default: Value | null;
  readonly example: Value | null;
}

/** A place for a value: a parameter, a property, a header, a body as an argument. */
export function slotAt(
  { address, origin, wire, naming, type, presence }: Pick<Slot, "address" | "origin" | "wire" | "naming" | "type" | "presence">,
  said: Partial<Pick<Slot, "docs" | "besideRef" | "default" | "example">> = {},
): Slot {
  const silent = { docs: noDocs, besideRef: null, default: null, example: null };
  return { address, origin, wire, naming, type, presence, ...silent, ...said };
}

/** One of `properties` */
export interface Field extends Slot {
  readonly direction: "both" | "readOnly" | "writeOnly";
  readonly role: "plain" | "errorMessage";
  /** Null: it says nothing of its own; when all passes are done, that no XML body holds it. */
  readonly xml: Xml | null;
}

/** How a value stands in XML, where it is no element, or of an array no row of elements, with the name on the wire. OpenAPI 3.2, 4.26. */
export interface Xml {
  readonly name: string | null;
  readonly namespace: string | null;
  readonly prefix: string | null;
  /** "element" of an array: its items have an element around them. "none": what is inside stands in the element around it. */
  readonly node: XmlNode | null;
  /** Of the items of an array and the values of a map; without a name an item has that of its array. */
  readonly items: Xml | null;
}

export const plainXml: Xml = { name: null, namespace: null, prefix: null, node: null, items: null };

/** It says nothing of its own. */
export function isPlainXml(xml: Xml): boolean {
  return Object.values(xml).every((value) => value === null);
}

export type XmlNode = "element" | "attribute" | "text" | "cdata" | "none";

/** The parts that an XML document has names or text for. */
export const xmlNodes: readonly XmlNode[] = ["element", "attribute", "text", "cdata", "none"];

export interface Example {
  readonly name: string | null;
  readonly value: Json;
}

/** The same type made of other ones. */
export function mapInner(type: Type, change: (inner: Type) => Type): Type {
  switch (type.kind) {
    case "array":
      return { ...type, items: change(type.items) };
    case "tuple":
      return { ...type, items: type.items.map(change), rest: type.rest === null ? null : change(type.rest) };
    case "map":
      return { ...type, values: change(type.values) };
    case "nullable":
      return { ...type, of: change(type.of) };
    case "ref":
    case "any":
    case "null":
    case "boolean":
    case "string":
    case "integer":
    case "number":
    case "decimal":
    case "bytes":
    case "file":
    case "instant":
    case "date":
    case "time":
    case "duration":
    case "literal":
      return type;
  }
}

/** The named types that a type mentions, in the order in which they stand there, without those that they mention in turn. */
export function refsOf(type: Type): readonly TypeId[] {
  if (type.kind === "ref") return [type.id];
  const found: TypeId[] = [];
  mapInner(type, (inner) => {
    found.push(...refsOf(inner));
    return inner;
  });
  return found;
}

/** The types that a named type is made of. */
export function partsOf(type: NamedType, counts: (field: Field) => boolean = () => true): readonly Type[] {
  switch (type.kind) {
    case "object":
      return [...type.fields.filter(counts).map((field) => field.type), ...(type.rest === null ? [] : [type.rest])];
    case "union":
      return type.members.map((member) => member.type);
    case "alias":
      return [type.of];
    case "enum":
      return [];
  }
}
