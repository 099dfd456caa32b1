import { recursiveAlias } from "../diagnostics/lower.js";
import { splitOrigin } from "../diagnostics/origin.js";
import { partAddress, rootAddress } from "../ir/address.js";
import type { TypeId } from "../ir/ids.js";
import { isObject, type JsonObject, member, text } from "../ir/json.js";
import type { Address } from "../ir/node.js";
import type { Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { readMapping, reportUnmapped } from "./discriminator.js";
import { type Family, familyOf, taggedHeir } from "./hierarchy.js";
import { lowerAllOf } from "./lowerAllOf.js";
import { namedBy } from "./lowerDocs.js";
import { allowsNull, anything, lowerSchema, nullable, refTo, withoutNull } from "./lowerSchema.js";
import { defineMembers, type LowerMember } from "./lowerUnion.js";
import { type Component, refKey, refOf, type Scope, type Spot } from "./scope.js";

/** Keywords beside a `$ref` that change its type; all others annotate or check. JSON Schema 2020-12, 9. */
const structural = "properties required additionalProperties patternProperties allOf oneOf anyOf items prefixItems enum const".split(" ");

/**
 * Follows a `$ref`. What it leads to is lowered once, under an address of its own ("schema:Price"), however often it is met; a component that is no
 * object, union or enum is an alias and is seen through, unless it contains itself.
 */
export function lowerReference(scope: Scope, schema: Located<JsonObject>, spot: Spot): Type {
  const { value } = schema;
  const narrowing = structural.some((key) => Object.hasOwn(value, key));
  if (narrowing && scope.document.written !== "3.0" && scope.document.written !== "2.0") {
    const { $ref, ...siblings } = value;
    return lowerAllOf(scope, { value: { ...siblings, allOf: [{ $ref: $ref ?? null }] }, origin: schema.origin }, spot);
  }
  const ref = text(member(value, "$ref")) ?? "";
  const target = scope.document.resolve(ref, schema.origin);
  return target === null ? anything : lowerTarget(scope, target, ref);
}

function lowerTarget(scope: Scope, target: Located, ref: string): Type {
  const known = scope.types.component(target.origin);
  if (known !== undefined && known !== null) return known;
  // "#" in a file of its own is that file, as it is to others.
  const key = refKey(ref) || refKey(scope.document.source.sources[splitOrigin(target.origin).source] ?? "");
  const spot: Spot = {
    address: rootAddress("schema", key),
    trail: [{ role: "component", key: override(target) ?? key, title: null }],
  };
  if (known === null) return lowerLoop(scope, target, spot);
  scope.types.settle(target.origin, null);
  const type = lowerComponent(scope, scope.options.wrappedRef === "copy" ? renamed(scope, target) : target, ref, spot);
  const met = scope.types.component(target.origin);
  const loop = met?.kind === "nullable" ? met.of : met;
  if (loop?.kind !== "ref") {
    scope.types.settle(target.origin, type);
    return type;
  }
  // It was met again on the way down. An object, union or enum took the very id; anything else becomes the alias that the loop refers to.
  if (scope.types.get(loop.id) !== undefined) {
    scope.types.settle(target.origin, type);
    return type;
  }
  return closeLoop(scope, target, spot, loop.id, type);
}

/** A component as it describes itself; a parent is the union of its heirs. */
function lowerComponent(scope: Scope, target: Located, ref: string, spot: Spot): Type {
  if (scope.options.parents === "object" || !isObject(target.value)) return lowerSchema(scope, target, spot);
  const component: Component = { ref, from: target.origin, schema: { value: target.value, origin: target.origin } };
  const family = familyOf(scope, component);
  return family === null ? lowerSchema(scope, taggedHeir(scope, component), spot) : lowerFamily(scope, component, family, spot);
}

function lowerFamily(scope: Scope, { schema }: Component, { wire, members }: Family, spot: Spot): Type {
  reportUnmapped(scope, schema, readMapping(scope, schema));
  const parts = members.map(({ component, isItself }): Located => {
    const { ref, from } = component;
    return isItself
      ? { value: withoutNull(taggedHeir(scope, component).value).rest, origin: component.schema.origin }
      : { value: { $ref: ref }, origin: from };
  });
  const mapped = members.flatMap(({ values }, i) => values.map((value) => ({ value, member: i })));
  const lowerMember: LowerMember = (_, part, place) => {
    const itself = members.find(({ component, isItself }) => isItself && component.schema.origin === part.origin && refOf(part) === null);
    return lowerSchema(scope, part, itself === undefined ? place : itselfSpot(itself.component));
  };
  const type = defineMembers(scope, schema, parts, spot, lowerMember, { wire, mapped, names: members.map(() => null) });
  return withoutNull(schema.value).nullable ? nullable(type) : type;
}

/** A parent that may be sent as it is has a type of its own beside the union: "PetBase". */
function itselfSpot({ ref }: Component): Spot {
  const key = refKey(ref);
  return { address: partAddress(rootAddress("schema", key), "itself"), trail: [{ role: "component", key: `${key}Base`, title: null }] };
}

/** Gives a place that was referred to before its type was known a type of its own: an alias, unless the id was taken by the very type. */
export function closeLoop(scope: Scope, target: Located, spot: Spot, id: TypeId, type: Type): Type {
  const inner = type.kind === "nullable" ? type.of : type;
  const isItself = inner.kind === "ref" && inner.id === id;
  if (isItself && scope.types.get(id) !== undefined) return type;
  if (isItself) scope.report(recursiveAlias(target.origin, { name: spot.trail.at(-1)?.key ?? "" }));
  defineAlias(scope, target, spot, id, isItself ? anything : type);
  return { kind: "ref", id };
}

/** The place that a component leads back to itself: objects, unions and enums are refs already; an alias (array, map) becomes a named type. */
function lowerLoop(scope: Scope, target: Located, spot: Spot): Type {
  const id = scope.types.enter(spot.address, target.origin);
  const type = allowsNull(scope, target) ? nullable(refTo(id)) : refTo(id);
  scope.types.settle(target.origin, type);
  return type;
}

function defineAlias(scope: Scope, target: Located, spot: Spot, id: Address, of: Type): void {
  scope.types.define({ kind: "alias", ...namedBy(target, id, spot), of });
}

/** components.schemas.A: { $ref: B } is B under the name A. */
function renamed(scope: Scope, target: Located): Located {
  if (!isObject(target.value) || Object.keys(target.value).length !== 1) return target;
  const ref = text(member(target.value, "$ref"));
  return ref === null ? target : renamed(scope, scope.document.resolve(ref, target.origin) ?? { value: {}, origin: target.origin });
}

function override(target: Located): string | null {
  return text(member(target.value, "x-speakeasy-name-override"));
}
