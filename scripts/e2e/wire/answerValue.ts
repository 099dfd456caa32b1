import { exampleValue } from "../../../generator/codegen/examples/exampleValue.js";
import type { TypeId } from "../../../generator/ir/ids.js";
import { isObject, type Json } from "../../../generator/ir/json.js";
import type { NamedType, Slot, Type } from "../../../generator/ir/types.js";
import type { SdkMap } from "../sdkMap.js";

/** Optional fields are filled down to here; below, only what is required. */
const deepest = 5;

/**
 * A value of the wire that has all that its type knows: every field, one item in each list and map. Types that hold themselves end where they come again.
 *
 *     { id: string, tags?: [string], note: string | null }   →   { "id": "<value>", "tags": ["<value>"], "note": "<value>" }
 */
export function answerValue(type: Type, map: SdkMap, open: readonly TypeId[] = []): Json {
  const inside = (one: Type): Json => answerValue(one, map, open);
  switch (type.kind) {
    case "array":
      return ends(type.items, open) || type.limits?.max === 0
        ? []
        : Array.from({ length: Math.max(1, type.limits?.min ?? 0) }, () => inside(type.items));
    case "tuple":
      return type.items.map(inside);
    case "map":
      return ends(type.values, open) ? {} : { key: inside(type.values) };
    case "nullable":
      return ends(type.of, open) ? null : inside(type.of);
    case "ref": {
      const named = map.typeOf(type.id);
      return named === undefined ? {} : ofNamed(named, map, [...open, type.id]);
    }
    default:
      return exampleValue(type, null, map.typeOf);
  }
}

function ofNamed(type: NamedType, map: SdkMap, open: readonly TypeId[]): Json {
  switch (type.kind) {
    case "enum":
      return type.members[0]?.value ?? null;
    case "alias":
      return answerValue(type.of, map, open);
    case "union": {
      const free = Math.max(
        0,
        type.members.findIndex((member) => !ends(member.type, open)),
      );
      const member = type.members[free];
      const value = member === undefined ? {} : answerValue(member.type, map, open);
      const tag = type.choice.kind === "tagged" ? type.choice.tags.find((one) => one.member === free) : undefined;
      return tag === undefined || !isObject(value) || type.choice.kind !== "tagged" ? value : { ...value, [type.choice.wire]: tag.value };
    }
    case "object": {
      const shown = type.fields.filter(
        (field) => field.direction !== "writeOnly" && (field.presence === "required" || !ends(field.type, open)),
      );
      return Object.fromEntries(shown.map((field) => [field.wire, ofSlot(field, map, open)]));
    }
  }
}

function ofSlot({ type, example }: Slot, map: SdkMap, open: readonly TypeId[]): Json {
  // An example of parts may lack some of them; one of a scalar knows its pattern.
  return example !== null && (typeof example.value !== "object" || example.value === null) ? example.value : answerValue(type, map, open);
}

function ends(type: Type, open: readonly TypeId[]): boolean {
  return type.kind === "nullable" ? ends(type.of, open) : type.kind === "ref" && (open.includes(type.id) || open.length >= deepest);
}
