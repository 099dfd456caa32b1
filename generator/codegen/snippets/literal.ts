import { isObject, type Json, type JsonObject } from "../../ir/json.js";
import { type Type, taggedMember } from "../../ir/types.js";
import { isOfType } from "../examples/fitValue.js";
import { arrayCode, type Code, objectCode } from "../layout.js";
import type { EnumModel, Model, ObjectModel, Plan, Property, UnionModel } from "../plan/plan.js";

/** How a language writes the values of an example. */
export interface LiteralWords {
  readonly plan: Pick<Plan, "modelOf" | "typeOf">;
  readonly nothing: string;
  readonly scalar: (value: string | number | boolean) => string;
  /** The key of a map, and that of a field. */
  readonly key: (text: string) => string;
  readonly fieldKey: (name: string) => string;
  /** A value that the language writes in a way of its own for this type; null: as JSON has it. */
  readonly special: (type: Type, value: Json) => string | null;
  readonly member: (model: EnumModel, value: Json) => string | null;
  /** Of several members that a value fits: the first, or the last; `lastNamed`: names of fields count alone. */
  readonly ambiguous: "first" | "last" | "lastNamed";
  /** Whether an optional field that only repeats its default is shown; `undecided`: inside of a union without a tag. */
  readonly showsDefaults: (scope: { readonly undecided: boolean }) => boolean;
  /** The field that holds what the document does not list; null: it stands beside the others. */
  readonly restField: (model: ObjectModel) => string | null;
}

/**
 * A JSON value as a language writes it for a type: fields by their names there, dates as objects, members of enums by name.
 *
 *     { created_at: "2024-11-18T18:18:04Z", scopes: ["read"] }   →   { createdAt: new Date("2024-11-18T18:18:04Z"), scopes: ["read"] }
 */
export function literal(words: LiteralWords, value: Json, type: Type, undecided = false, open: ReadonlySet<Model> = new Set()): Code {
  const special = words.special(type, value);
  if (special !== null) return special;
  const inner = (item: Json, of: Type): Code => literal(words, item, of, undecided);
  switch (type.kind) {
    case "nullable":
      return value === null ? words.nothing : literal(words, value, type.of, undecided, open);
    case "array":
      return Array.isArray(value) ? listCode(value.map((item) => inner(item, type.items))) : plain(words, value);
    case "tuple":
      return Array.isArray(value)
        ? listCode(value.map((item, i) => inner(item, type.items[i] ?? type.rest ?? { kind: "any" })))
        : plain(words, value);
    case "map":
      return isObject(value)
        ? recordCode(Object.entries(value).map(([key, item]) => [words.key(key), inner(item, type.values)]))
        : plain(words, value);
    case "ref": {
      const model = words.plan.modelOf.get(type.id);
      return model === undefined ? plain(words, value) : modelLiteral(words, value, model, undecided, open);
    }
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
      return plain(words, value);
  }
}

const listCode = (items: readonly Code[]): Code => arrayCode(items, true);
const recordCode = (entries: readonly (readonly [string, Code])[]): Code => objectCode(entries, true);

/** `open`: the unions that this very value is one of; a union may hold itself. */
function modelLiteral(words: LiteralWords, value: Json, model: Model, undecided: boolean, open: ReadonlySet<Model>): Code {
  switch (model.kind) {
    case "enum":
      return words.member(model, value) ?? plain(words, value);
    case "object":
      return isObject(value) ? objectLiteral(words, value, model, undecided) : plain(words, value);
    case "alias":
      return literal(words, value, model.of, undecided, open);
    case "union": {
      const inside = new Set([...open, model]);
      const chosen = chooseMember(words, value, model, inside);
      return chosen === null ? plain(words, value) : literal(words, value, chosen, undecided || model.choice.kind === "untagged", inside);
    }
  }
}

function objectLiteral(words: LiteralWords, value: JsonObject, model: ObjectModel, undecided: boolean): Code {
  const entries: (readonly [string, Code])[] = [];
  const known = new Set<string>();
  for (const field of model.fields) {
    const { wire } = field.slot;
    known.add(wire);
    if (!Object.hasOwn(value, wire)) continue;
    const item = value[wire] ?? null;
    if (repeatsDefault(field, item) && !words.showsDefaults({ undecided })) continue;
    entries.push([words.fieldKey(field.name), literal(words, item, field.type, undecided)]);
  }
  const { rest } = model;
  if (rest === null) return recordCode(entries);
  const others = Object.entries(value).filter(([key]) => !known.has(key));
  const further = others.map(([key, item]) => [words.key(key), literal(words, item, rest, undecided)] as const);
  const field = words.restField(model);
  if (field === null) return recordCode([...entries, ...further]);
  return recordCode(further.length === 0 ? entries : [...entries, [words.fieldKey(field), recordCode(further)]]);
}

/** An optional field that says nothing new; a constant says what kind of thing it is. */
export function repeatsDefault(field: Pick<Property, "default" | "required" | "type">, value: Json): boolean {
  const { default: byDefault, required, type } = field;
  return byDefault !== null && !required && type.kind !== "literal" && JSON.stringify(byDefault.value) === JSON.stringify(value);
}

/** The member that a value is meant for: by its tag, else one whose required fields it has. */
function chooseMember(words: LiteralWords, value: Json, { members, choice }: UnionModel, open: ReadonlySet<Model>): Type | null {
  const tagged = taggedMember(choice, value);
  const member = tagged === null ? undefined : members[tagged];
  if (member !== undefined) return member.type;
  const fits = (type: Type): boolean =>
    isOfType(value, type, words.plan.typeOf) || (words.ambiguous === "lastNamed" && isNamedAs(words, type, value));
  const isOpen = (type: Type): boolean => type.kind === "ref" && [...open].some(({ id }) => id === type.id);
  const fitting = members.filter(({ type }) => !isOpen(type) && fits(type));
  return fitting.at(words.ambiguous === "first" ? 0 : -1)?.type ?? null;
}

/** Whether an object has the fields of a model, whatever they hold. */
function isNamedAs({ plan }: LiteralWords, type: Type, value: Json): boolean {
  const model = type.kind === "ref" ? plan.modelOf.get(type.id) : undefined;
  if (model?.kind !== "object" || !isObject(value)) return false;
  const names = new Set(model.fields.map(({ slot }) => slot.wire));
  return (
    model.fields.every(({ slot }) => slot.presence === "optional" || Object.hasOwn(value, slot.wire)) &&
    (model.rest !== null || Object.keys(value).every((key) => names.has(key)))
  );
}

/** Without a type: JSON in the words of the language. */
function plain(words: LiteralWords, value: Json): Code {
  if (value === null) return words.nothing;
  if (Array.isArray(value)) return listCode(value.map((item: Json) => plain(words, item)));
  if (isObject(value)) return recordCode(Object.entries(value).map(([key, item]) => [words.key(key), plain(words, item)]));
  return words.scalar(value as string | number | boolean);
}
