import { recursiveAlias } from "../diagnostics/lower.js";
import { rootAddress } from "../ir/address.js";
import type { TypeId } from "../ir/ids.js";
import type { JsonObject } from "../ir/json.js";
import type { Address } from "../ir/node.js";
import type { Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerAllOf } from "./lowerAllOf.js";
import { lowerDocs, lowerExample, lowerExtensions } from "./lowerDocs.js";
import { anything, lowerSchema } from "./lowerSchema.js";
import { isObject, member, refKey, type Scope, type Spot, text } from "./scope.js";

/** Keywords beside a `$ref` that change its type; all others annotate or check. JSON Schema 2020-12, 9. */
const structural = [
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "allOf",
  "oneOf",
  "anyOf",
  "items",
  "prefixItems",
  "enum",
  "const",
];

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
  const key = refKey(ref);
  const spot: Spot = {
    address: rootAddress(scope.prefix, "schema", key),
    trail: [{ role: "component", key: override(target) ?? key, title: null }],
  };
  if (known === null) return lowerLoop(scope, target, spot);
  scope.types.settle(target.origin, null);
  const type = lowerSchema(scope, scope.options.wrappedRef === "copy" ? renamed(scope, target) : target, spot);
  const loop = scope.types.component(target.origin);
  if (loop === undefined || loop === null || loop.kind !== "ref") {
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
  const type: Type = { kind: "ref", id };
  scope.types.settle(target.origin, type);
  return type;
}

function defineAlias(scope: Scope, target: Located, spot: Spot, id: Address, of: Type): void {
  const value = isObject(target.value) ? target.value : {};
  scope.types.define({
    kind: "alias",
    id,
    address: id,
    origin: target.origin,
    extensions: lowerExtensions(value),
    naming: { trail: spot.trail, override: null },
    docs: lowerDocs(value),
    example: lowerExample(value),
    use: "both",
    variantOf: null,
    of,
  });
}

/** components.schemas.A: { $ref: B } is B under the name A. */
function renamed(scope: Scope, target: Located): Located {
  if (!isObject(target.value) || Object.keys(target.value).length !== 1) return target;
  const ref = text(member(target.value, "$ref"));
  return ref === null ? target : renamed(scope, scope.document.resolve(ref, target.origin) ?? { value: {}, origin: target.origin });
}

function override(target: Located): string | null {
  return isObject(target.value) ? text(member(target.value, "x-speakeasy-name-override")) : null;
}
