import { discriminatorTarget } from "../diagnostics/lower.js";
import { entries, type JsonObject, member, text } from "../ir/json.js";
import type { Located } from "../openapi/openApiDocument.js";
import { deref, refKey, refOf, type Scope } from "./scope.js";
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
    members: [...mapped.map(({ part }) => part), ...others],
    written: {
      wire,
      mapped: mapped.map(({ value }, i) => ({ value, member: i })),
      names: [...mapped.map(() => null), ...others.map((part) => memberName(scope, part))],
    },
  };
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
