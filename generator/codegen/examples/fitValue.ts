import type { TypeId } from "../../ir/ids.js";
import { isObject, type Json, type JsonObject } from "../../ir/json.js";
import { type Choice, type NamedType, type ObjectType, type Type, type TypeOf, taggedMember, type UnionType } from "../../ir/types.js";
import { fitScalar } from "./fitScalar.js";

/** What makes up the value of a required field that an example lacks; undefined: nothing is made up, such a value does not fit. */
export type Complete = (field: ObjectType["fields"][number]) => Json | undefined;

/**
 * An example as a type takes it: text that stands for a number or a boolean is read, a lone item becomes a list, fields that the type does not have or that
 * do not fit are left out, and required ones made up. Undefined: nothing of it fits.
 *
 *     { limit: "10", day: "2024-01-31T12:00:00Z", nobody: 1 }   →   { "limit": 10, "day": "2024-01-31" }
 */
export function fitValue(value: Json, type: Type, typeOf: TypeOf, complete: Complete): Json | undefined {
  return fitAs(value, type, { typeOf, complete, open: none, known: new Map() });
}

/** `open`: the named types that this very value is tried as; one that holds itself without a value in between ends there. */
interface Fitting {
  readonly typeOf: TypeOf;
  readonly complete: Complete;
  readonly open: ReadonlySet<TypeId>;
  /** What became of an object as a named type: members of unions in unions ask for the same again. */
  readonly known: Map<JsonObject, Map<TypeId, Json | undefined>>;
}

const none: ReadonlySet<TypeId> = new Set();

function fitAs(value: Json, type: Type, fitting: Fitting): Json | undefined {
  const part = (item: Json, of: Type): Json | undefined => fitAs(item, of, { ...fitting, open: none });
  switch (type.kind) {
    case "nullable":
      return value === null ? null : fitAs(value, type.of, fitting);
    case "array": {
      if (!Array.isArray(value)) {
        const only = value === null || isObject(value) ? undefined : fitAs(value, type.items, fitting);
        return only === undefined ? undefined : [only];
      }
      return whole(value.map((item: Json) => part(item, type.items)));
    }
    case "tuple":
      if (!Array.isArray(value) || value.length < type.items.length) return undefined;
      return whole(
        value.map((item: Json, i) => {
          const of = type.items[i] ?? type.rest;
          return of === null ? undefined : part(item, of);
        }),
      );
    case "map":
      return isObject(value) ? kept(value, (_, item) => part(item, type.values)) : undefined;
    case "ref": {
      const named = typeOf(type.id, fitting);
      return named === undefined ? value : named === null ? undefined : fitOnce(value, named, fitting);
    }
    default:
      return fitScalar(value, type);
  }
}

/** Null: the value is being tried as this one. */
function typeOf(id: TypeId, { typeOf: find, open }: Fitting): NamedType | null | undefined {
  return open.has(id) ? null : find(id);
}

function whole(items: readonly (Json | undefined)[]): readonly Json[] | undefined {
  const fitting = items.filter((item) => item !== undefined);
  return fitting.length === items.length ? fitting : undefined;
}

/** Whether a value is one of a type as it stands. */
export function isOfType(value: Json, type: Type, typeOf: TypeOf): boolean {
  const fitting = fitValue(value, type, typeOf, () => undefined);
  return fitting !== undefined && sameJson(fitting, value);
}

/** With nothing open the answer depends on value and type alone. */
function fitOnce(value: Json, type: NamedType, fitting: Fitting): Json | undefined {
  if (!isObject(value) || fitting.open.size > 0) return fitNamed(value, type, fitting);
  const known = fitting.known.get(value) ?? new Map<TypeId, Json | undefined>();
  fitting.known.set(value, known);
  if (!known.has(type.id)) known.set(type.id, fitNamed(value, type, fitting));
  return known.get(type.id);
}

function fitNamed(value: Json, type: NamedType, fitting: Fitting): Json | undefined {
  const same: Fitting = { ...fitting, open: new Set([...fitting.open, type.id]) };
  switch (type.kind) {
    case "alias":
      return fitAs(value, type.of, same);
    case "enum":
      return type.members.find((member) => member.value === value || (typeof value !== "object" && String(member.value) === String(value)))
        ?.value;
    case "union":
      return fitUnion(value, type, same);
    case "object": {
      if (!isObject(value)) return undefined;
      const fields = new Map(type.fields.map((field) => [field.wire, field]));
      const known = kept(value, (wire, item) => {
        const field = fields.get(wire);
        const of = field === undefined ? type.rest : field.type;
        return of === null ? undefined : fitAs(item, of, { ...fitting, open: none });
      });
      const missing = type.fields.filter(({ wire, presence }) => presence === "required" && !Object.hasOwn(known, wire));
      const made = missing.map((field) => [field.wire, fitting.complete(field)] as const);
      if (made.some(([, item]) => item === undefined)) return undefined;
      return Object.fromEntries([...Object.entries(known), ...made.flatMap(([wire, item]) => (item === undefined ? [] : [[wire, item]]))]);
    }
  }
}

/** By its tag; else the member of which it is a value as it stands, else the one that keeps most of it. */
function fitUnion(value: Json, { choice, members }: UnionType, same: Fitting): Json | undefined {
  const named = taggedMember(choice, value);
  const fitting = members.flatMap(({ type }, i) => {
    const one = named === null || named === i ? fitAs(value, type, same) : undefined;
    return one === undefined ? [] : [withTag(one, choice, i)];
  });
  const [first, ...others] = fitting;
  if (first === undefined || fitting.some((one) => sameJson(one, value))) return first === undefined ? undefined : value;
  return others.reduce((best, one) => (likeness(one, value) > likeness(best, value) ? one : best), first);
}

/** A value of a member of a union, with a tag that names the member. */
export function withTag(value: Json, choice: Choice, member: number): Json {
  if (choice.kind === "untagged" || !isObject(value)) return value;
  const own = choice.tags.filter((tag) => tag.member === member);
  const [first] = own;
  if (first === undefined || own.some((tag) => tag.value === value[choice.wire])) return value;
  return Object.fromEntries([...Object.entries(value), [choice.wire, first.value]]);
}

/** The same JSON, its keys in the same order. */
function sameJson(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How many fields two values have in common, less those that only the first has. */
function likeness(one: Json, value: Json): number {
  if (!isObject(one) || !isObject(value)) return 0;
  return Object.keys(one).reduce((sum, key) => sum + (Object.hasOwn(value, key) ? 1 : -1), 0);
}

/** Built from entries: a field may be called "__proto__". */
function kept(value: JsonObject, pick: (key: string, item: Json) => Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const fitting = pick(key, item ?? null);
      return fitting === undefined ? [] : [[key, fitting] as const];
    }),
  );
}
