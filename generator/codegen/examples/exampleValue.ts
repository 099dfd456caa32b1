import type { TypeId } from "../../ir/ids.js";
import { isObject, type Json } from "../../ir/json.js";
import type { ObjectType, Slot, Type, TypeOf, UnionType } from "../../ir/types.js";
import { scalarExample } from "./scalarExample.js";

/** Deep enough for every real body; beyond it an optional part would be left out anyway. */
const deepest = 8;

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

function ofSlot(type: Type, slot: Pick<Slot, "example" | "default"> | null, making: Making): Json {
  const known = slot?.example ?? slot?.default ?? null;
  return known === null ? ofType(type, making) : known.value;
}

function ofType(type: Type, making: Making): Json {
  switch (type.kind) {
    case "array":
      return Array.from({ length: Math.min(type.limits?.min ?? 0, 3) }, () => ofType(type.items, making));
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
  if (type.example !== null) return type.example.value;
  const inside: Making = { ...making, open: new Set([...making.open, id]) };
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
  const value = ofType(member.type, making);
  const { choice } = type;
  switch (choice.kind) {
    case "tagged": {
      const tag = choice.tags.find((one) => one.member === free);
      return tag === undefined || !isObject(value) ? value : Object.fromEntries([...Object.entries(value), [choice.wire, tag.value]]);
    }
    case "untagged":
      return value;
  }
}
