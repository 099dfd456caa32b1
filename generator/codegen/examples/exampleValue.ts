import type { TypeId } from "../../ir/ids.js";
import type { Json } from "../../ir/json.js";
import type { ObjectType, Slot, Type, TypeOf, UnionType } from "../../ir/types.js";
import { fitValue, withTag } from "./fitValue.js";
import { scalarExample } from "./scalarExample.js";

/** Deep enough for every real body; beyond it an optional part would be left out anyway. */
const deepest = 8;

/** Items of a list that must have more: a page is no place for all of them. */
const longest = 32;

/**
 * A value that the slot accepts, in its form on the wire: its example, its default, else one made of what the type says, with required fields only.
 *
 *     { comment: string, scopes: [Scope], expires_in?: duration }   →   { "comment": "<value>", "scopes": [] }
 */
export function exampleValue(type: Type, slot: Pick<Slot, "example" | "default"> | null, typeOf: TypeOf): Json {
  return ofSlot(type, slot, { typeOf, open: new Set() });
}

/** The named types that are being made: one that holds itself ends there. */
interface Making {
  readonly typeOf: TypeOf;
  readonly open: ReadonlySet<TypeId>;
}

/** What somebody wrote as an example of a type, as far as it fits; undefined: nothing does. */
export function fittingExample(value: Json, type: Type, typeOf: TypeOf): Json | undefined {
  return fitting(value, type, { typeOf, open: new Set() });
}

function fitting(value: Json, type: Type, making: Making): Json | undefined {
  return fitValue(value, type, making.typeOf, (field) => ofSlot(field.type, field, making));
}

function ofSlot(type: Type, slot: Pick<Slot, "example" | "default"> | null, making: Making): Json {
  for (const known of [slot?.example, slot?.default]) {
    const value = known == null ? undefined : fitting(known.value, type, making);
    if (value !== undefined) return value;
  }
  return ofType(type, making);
}

function ofType(type: Type, making: Making): Json {
  switch (type.kind) {
    case "array":
      return Array.from({ length: Math.min(type.limits?.min ?? 0, longest) }, () => ofType(type.items, making));
    case "tuple":
      return type.items.map((item) => ofType(item, making));
    case "map":
      return {};
    case "nullable":
      return endsHere(type.of, making) ? null : ofType(type.of, making);
    case "ref":
      return ofNamed(type.id, making);
    default:
      return scalarExample(type)?.value ?? null;
  }
}

function ofNamed(id: TypeId, making: Making): Json {
  const type = making.typeOf(id);
  if (type === undefined) return {};
  const inside: Making = { ...making, open: new Set([...making.open, id]) };
  const known = type.example === null || making.open.has(id) ? undefined : fitting(type.example.value, { kind: "ref", id }, inside);
  if (known !== undefined) return known;
  switch (type.kind) {
    case "object":
      return endsHere({ kind: "ref", id }, making) ? {} : ofObject(type, inside);
    case "union":
      return ofUnion(type, inside);
    case "enum":
      return type.members[0]?.value ?? null;
    case "alias":
      return endsHere({ kind: "ref", id }, making) ? [] : ofType(type.of, inside);
  }
}

function endsHere(type: Type, { open }: Making): boolean {
  return type.kind === "ref" && (open.has(type.id) || open.size >= deepest);
}

/** Built from entries: a field may be called "__proto__". */
function ofObject(type: ObjectType, making: Making): Json {
  const required = type.fields.filter((field) => field.presence === "required");
  return Object.fromEntries(required.map((field) => [field.wire, ofSlot(field.type, field, making)]));
}

/** The first member that does not lead back here, with its tag. */
function ofUnion(type: UnionType, making: Making): Json {
  const free = type.members.findIndex((member) => !endsHere(member.type, making));
  const member = type.members[free];
  if (member === undefined) return {};
  return withTag(ofType(member.type, making), type.choice, free);
}
