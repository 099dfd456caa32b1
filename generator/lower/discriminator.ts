import { discriminatorTarget } from "../diagnostics/lower.js";
import { entries, isObject, type JsonObject, member, text } from "../ir/json.js";
import type { Located } from "../openapi/openApiDocument.js";
import { child, childObject, children, deref, refKey, refOf, type Scope } from "./scope.js";
import type { Written } from "./typeTable.js";

/**
 * discriminator: { propertyName, mapping } → the members in mapping order, repeats kept, behind them those that it leaves out. What is not mapped goes
 * by the name of its component, unless its own type says more. OpenAPI 3.1, 4.8.25.
 */
export function readDiscriminator(
  scope: Scope,
  schema: Located<JsonObject>,
  members: readonly Located[],
): { readonly members: readonly Located[]; readonly written: Written } | null {
  const wire = discriminatorWire(schema.value);
  if (wire === null) return null;
  const mapped = readMapping(scope, schema);
  reportUnmapped(scope, schema, mapped);
  const targets = new Set(mapped.map(({ target }) => target));
  const others = members.filter((part) => !targets.has(deref(scope, part)?.target.origin ?? ""));
  if (mapped.length === 0 && others.length < 2) return null;
  return {
    members: [
      ...mapped.map(({ part, value }) => withTag(scope, part, wire, value)),
      ...others.map((part) => withTag(scope, part, wire, memberName(scope, part))),
    ],
    written: {
      wire,
      mapped: mapped.map(({ value }, i) => ({ value, member: i })),
      names: [...mapped.map(() => null), ...others.map((part) => memberName(scope, part))],
    },
  };
}

/**
 * A member that does not describe the property which the discriminator names has it all the same, or nobody could say which one a value is:
 * Cat → { allOf: [Cat], required: [kind], properties: { kind: { const: cat } } }
 */
function withTag(scope: Scope, part: Located, wire: string, value: string | null): Located {
  if (value === null || scope.options.parents === "object" || !lacks(scope, part, wire, new Set())) return part;
  const title = memberName(scope, part);
  const said = { allOf: [part.value ?? {}], required: [wire], properties: { [wire]: { type: "string", const: value } } };
  return { value: title === null ? said : { ...said, title }, origin: part.origin };
}

/** Whether an object, with all that it includes, says nothing of a property. */
function lacks(scope: Scope, part: Located, wire: string, seen: Set<string>): boolean {
  const found = deref(scope, part)?.target;
  if (found === undefined || !isObject(found.value) || seen.has(found.origin)) return false;
  seen.add(found.origin);
  const properties = childObject(found, "properties");
  if (properties !== null && member(properties.value, wire) !== undefined) return false;
  const parts = children(child(found, "allOf")).map(([, one]) => one);
  const isOpen = ["oneOf", "anyOf", "$ref"].some((keyword) => member(found.value, keyword) !== undefined);
  return !isOpen && (properties !== null || parts.length > 0) && parts.every((one) => lacks(scope, one, wire, seen));
}

/** Swagger 2.0 writes the property alone. */
export function discriminatorWire(schema: JsonObject): string | null {
  const written = member(schema, "discriminator");
  return text(member(written, "propertyName")) ?? text(written);
}

interface Mapped {
  readonly value: string;
  readonly part: Located;
  /** Origin of the schema that the value stands for. */
  readonly target: string;
}

/** The mapping of a discriminator, without what leads nowhere; a value of it is a reference or the bare name of a component. */
export function readMapping(scope: Scope, schema: Located<JsonObject>): readonly Mapped[] {
  return mappingOf(schema).flatMap(([value, written]) => {
    const target = text(written) ?? "";
    const candidates = /[#/.]/.test(target) ? [target, `#/components/schemas/${target}`] : [`#/components/schemas/${target}`, target];
    const ref = candidates.find((one) => scope.document.resolve(one, schema.origin) !== null);
    if (ref === undefined) return [];
    const part: Located = { value: { $ref: ref }, origin: `${schema.origin}/discriminator/mapping` };
    return [{ value, part, target: deref(scope, part)?.target.origin ?? "" }];
  });
}

export function reportUnmapped(scope: Scope, schema: Located<JsonObject>, mapped: readonly Mapped[]): void {
  for (const [tag, target] of mappingOf(schema)) {
    const isFound = mapped.some(({ value }) => value === tag);
    if (!isFound) scope.report(discriminatorTarget(`${schema.origin}/discriminator/mapping`, { tag, target: String(target) }));
  }
}

function mappingOf({ value }: Located<JsonObject>): ReturnType<typeof entries> {
  return entries(member(member(value, "discriminator"), "mapping"));
}

function memberName(scope: Scope, part: Located): string | null {
  const ref = refOf(part);
  return ref === null ? null : (text(member(deref(scope, part)?.target.value, "x-ms-discriminator-value")) ?? refKey(ref));
}
