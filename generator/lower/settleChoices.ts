import type { Scalar } from "../ir/json.js";
import type { Choice, Member, NamedType, Type, TypeOf, UnionType } from "../ir/types.js";
import type { TypeTable, Written } from "./typeTable.js";

/** Decides what tells the members of each union apart, now that all types are known: a member may contain the union that it is a member of. */
export function settleChoices(types: TypeTable): readonly NamedType[] {
  const typeOf: TypeOf = (id) => types.get(id);
  return types
    .all()
    .map((type) => (type.kind === "union" ? { ...type, choice: choiceOf(type, types.discriminator(type.id), typeOf) } : type));
}

function choiceOf({ members }: UnionType, written: Written | undefined, typeOf: TypeOf): Choice {
  return (written === undefined ? null : writtenTags(members, written, typeOf)) ?? inferredTags(members, typeOf) ?? { kind: "untagged" };
}

type Tagged = Extract<Choice, { kind: "tagged" }>;

/** The mapping, then what the type of a member says of its tag, then the name of its component. */
function writtenTags(members: readonly Member[], { wire, mapped, names }: Written, typeOf: TypeOf): Tagged | null {
  const own = members.map(({ type }) => valuesOf(type, wire, typeOf)?.values ?? []);
  const tags = [...mapped];
  const taken = new Set(mapped.map(({ value }) => value));
  for (const [i, values] of own.entries()) {
    const isMapped = mapped.some((tag) => tag.member === i);
    const others = new Set([...taken, ...own.flatMap((other, j) => (i === j ? [] : other))]);
    const free = values.filter((value) => !others.has(value));
    // A single value is what a member is sent with, whatever else is: two members of one tag are told apart by what fits. Of a list that
    // several members share nobody knows which value is whose.
    const found = values.length > 1 && isMapped ? [] : values.length === 1 && !isMapped ? values : free;
    const name = names[i] ?? null;
    if (!isMapped && found.length === 0 && name === null) return null;
    const all = isMapped || found.length > 0 || name === null ? found : [name];
    for (const value of all) tags.push({ value, member: i });
    for (const value of all) taken.add(value);
  }
  return { kind: "tagged", wire, tags };
}

/** Without a discriminator: a property that every member requires with values of its own. */
function inferredTags(members: readonly Member[], typeOf: TypeOf): Tagged | null {
  const [first] = members;
  if (first === undefined) return null;
  for (const wire of propertiesOf(first.type, typeOf)) {
    const found = members.map(({ type }) => valuesOf(type, wire, typeOf));
    const tags = found.flatMap((one, i) => (one === null ? [] : one.values.map((value) => ({ value, member: i }))));
    const decides = found.every((one) => one?.required === true) && new Set(tags.map(({ value }) => value)).size === tags.length;
    if (decides) return { kind: "tagged", wire, tags };
  }
  return null;
}

function propertiesOf(type: Type, typeOf: TypeOf): readonly string[] {
  const [leaf] = leavesOf(type, typeOf) ?? [];
  return leaf?.kind === "object" ? leaf.fields.map(({ wire }) => wire) : [];
}

/** The values that a property may have in a type, or in every member of a union; null where that is not a short list. */
function valuesOf(type: Type, wire: string, typeOf: TypeOf): { readonly values: readonly Scalar[]; readonly required: boolean } | null {
  const leaves = leavesOf(type, typeOf) ?? [];
  const values = new Set<Scalar>();
  let required = true;
  for (const leaf of leaves) {
    const field = leaf.kind === "object" ? leaf.fields.find((one) => one.wire === wire) : undefined;
    const found = field === undefined ? null : constantsOf(field.type, typeOf);
    if (field === undefined || found === null) return null;
    for (const value of found) values.add(value);
    required &&= field.presence === "required";
  }
  return leaves.length === 0 ? null : { values: [...values], required };
}

function constantsOf(type: Type, typeOf: TypeOf): readonly Scalar[] | null {
  if (type.kind === "literal") return [type.value];
  if (type.kind === "nullable") return constantsOf(type.of, typeOf);
  const target = type.kind === "ref" ? typeOf(type.id) : undefined;
  return target?.kind === "enum" ? target.members.map(({ value }) => value) : null;
}

/** The objects that a type may be, through unions in unions; null where it may be anything else. */
function leavesOf(type: Type, typeOf: TypeOf, path: ReadonlySet<string> = new Set()): readonly NamedType[] | null {
  const target = type.kind === "ref" && !path.has(type.id) ? typeOf(type.id) : undefined;
  switch (target?.kind) {
    case "object":
      return [target];
    case "union": {
      const parts = target.members.map((member) => leavesOf(member.type, typeOf, new Set([...path, target.id])));
      return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
    }
    case "alias":
      return leavesOf(target.of, typeOf, new Set([...path, target.id]));
    default:
      return null;
  }
}
