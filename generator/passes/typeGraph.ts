import { assertNever } from "../diagnostics/diagnostic.js";
import type { TypeId } from "../ir/ids.js";
import type { NamedType, Type } from "../ir/types.js";

/** The same type with other named types in it. */
export function mapRefs(type: Type, rename: (id: TypeId) => TypeId): Type {
  switch (type.kind) {
    case "ref": {
      const id = rename(type.id);
      return id === type.id ? type : { kind: "ref", id };
    }
    case "array":
      return { ...type, items: mapRefs(type.items, rename) };
    case "tuple":
      return {
        ...type,
        items: type.items.map((item) => mapRefs(item, rename)),
        rest: type.rest === null ? null : mapRefs(type.rest, rename),
      };
    case "map":
      return { ...type, values: mapRefs(type.values, rename) };
    case "nullable":
      return { ...type, of: mapRefs(type.of, rename) };
    default:
      return type;
  }
}

/** The named types that a type mentions, without those that they mention in turn. */
export function refsOf(type: Type): readonly TypeId[] {
  switch (type.kind) {
    case "ref":
      return [type.id];
    case "array":
      return refsOf(type.items);
    case "tuple":
      return [...type.items.flatMap(refsOf), ...(type.rest === null ? [] : refsOf(type.rest))];
    case "map":
      return refsOf(type.values);
    case "nullable":
      return refsOf(type.of);
    default:
      return [];
  }
}

/** A type as it reads in one direction: requests lack what is read-only, responses what is write-only. */
export type Direction = "input" | "output";

export const droppedIn = { input: "readOnly", output: "writeOnly" } as const;

/** The parts of a named type that exist in a direction. */
export function partsIn(type: NamedType, direction: Direction): readonly Type[] {
  switch (type.kind) {
    case "object": {
      const fields = type.fields.filter((field) => field.direction !== droppedIn[direction]).map((field) => field.type);
      return type.rest === null ? fields : [...fields, type.rest];
    }
    case "union":
      return type.members.map((member) => member.type);
    case "alias":
      return [type.of];
    case "enum":
      return [];
    default:
      return assertNever(type);
  }
}
