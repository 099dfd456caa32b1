import { discriminatorTarget } from "../diagnostics/lower.js";
import { entries, isObject, isScalar, type JsonObject, list, member, type Scalar, text } from "../ir/json.js";
import type { Choice, Field, Member } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { deref, refKey, refOf, type Scope } from "./scope.js";

type Tagged = Extract<Choice, { kind: "tagged" }>;

/**
 * discriminator: { propertyName, mapping } → the members in mapping order, repeats kept, and a tag for each; without a mapping the keys of the
 * referenced components are the tags. OpenAPI 3.1, 4.8.25.
 */
export function readDiscriminator(
  scope: Scope,
  schema: Located<JsonObject>,
  members: readonly Located[],
): { readonly members: readonly Located[]; readonly choice: Tagged } | null {
  const written = member(schema.value, "discriminator");
  const wire = text(member(written, "propertyName")) ?? text(written);
  if (wire === null) return null;
  const mapping = entries(member(written, "mapping"));
  const origin = `${schema.origin}/discriminator/mapping` as const;
  if (mapping.length > 0) {
    const found = mapping.flatMap(([value, target]) => {
      const ref = mappingRef(scope, schema, text(target) ?? "");
      if (ref === null) scope.report(discriminatorTarget(origin, { tag: value, target: String(target) }));
      return ref === null ? [] : [{ value, part: { value: { $ref: ref }, origin } satisfies Located }];
    });
    if (found.length === 0) return null;
    return {
      members: found.map(({ part }) => part),
      choice: { kind: "tagged", wire, tags: found.map(({ value }, i) => ({ value, member: i })) },
    };
  }
  const tags: { value: Scalar; member: number }[] = [];
  for (const [i, part] of members.entries()) {
    const ref = refOf(part);
    const values = tagValues(scope, part, wire);
    if (values.length === 0 && ref === null) return null;
    for (const value of values.length > 0 ? values : [refKey(ref ?? "")]) tags.push({ value, member: i });
  }
  return { members, choice: { kind: "tagged", wire, tags } };
}

/** A mapping value is a reference or the bare name of a component. */
function mappingRef(scope: Scope, schema: Located, target: string): string | null {
  const candidates = /[#/.]/.test(target) ? [target, `#/components/schemas/${target}`] : [`#/components/schemas/${target}`, target];
  return candidates.find((ref) => scope.document.resolve(ref, schema.origin) !== null) ?? null;
}

/** The constant or the enum values of the tag property of one member. */
function tagValues(scope: Scope, part: Located, wire: string): readonly Scalar[] {
  const property = member(member(deref(scope, part)?.target.value, "properties"), wire);
  if (!isObject(property)) return [];
  const values = Object.hasOwn(property, "const") ? [property.const] : list(member(property, "enum"));
  return values.filter(isScalar);
}

/** Without a discriminator: a property that every member requires with a constant of its own. */
export function inferTags(scope: Scope, members: readonly Member[]): Tagged | null {
  const objects = members.map(({ type }) => (type.kind === "ref" ? scope.types.get(type.id) : undefined));
  const first = objects[0];
  if (first?.kind !== "object") return null;
  for (const field of first.fields) {
    const values = objects.map((object) =>
      object?.kind === "object" ? constant(object.fields.find((other) => other.wire === field.wire)) : null,
    );
    if (values.every((value) => value !== null) && new Set(values).size === values.length) {
      return { kind: "tagged", wire: field.wire, tags: values.map((value, i) => ({ value, member: i })) };
    }
  }
  return null;
}

function constant(field: Field | undefined): Scalar | null {
  return field?.type.kind === "literal" && field.presence === "required" ? field.type.value : null;
}
