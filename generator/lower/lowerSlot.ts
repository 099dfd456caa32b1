import { isObject, type Json, type JsonObject, list, member, text } from "../ir/json.js";
import type { Docs, Value } from "../ir/node.js";
import { type Slot, slotAt } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDefault, lowerDocs, lowerExample } from "./lowerDocs.js";
import { lowerSchema } from "./lowerSchema.js";
import { deref, refOf, type Scope, type Spot, typeAt } from "./scope.js";

/** What a schema says of the place that uses it, beside its type. */
type SlotFacts = Pick<Slot, "docs" | "besideRef" | "default" | "example">;

/**
 * The annotations of a property's or parameter's schema. Behind a `$ref` they are those of the target; what stands beside the `$ref` is kept apart,
 * because OpenAPI 3.0 ignores it and 3.1 does not.
 */
export function slotFacts(scope: Scope, schema: Located): SlotFacts {
  const own = schema.value;
  if (refOf(schema) === null) {
    return {
      docs: wrapperDocs(scope, schema),
      besideRef: null,
      default: scope.options.besideRef === "ignored" && wrapsReference(own) ? null : lowerDefault(own),
      example: wrapsReference(own) ? null : (lowerExample(own) ?? innerExample(own)),
    };
  }
  const found = deref(scope, schema);
  const target: JsonObject = found === null ? {} : found.target.value;
  const beside = lowerDocs(own);
  const said = beside.summary !== null || beside.description !== null || beside.deprecated !== null;
  return {
    docs: lowerDocs(target),
    besideRef: said ? beside : null,
    default: (scope.options.besideRef === "ignored" ? null : lowerDefault(own)) ?? lowerDefault(target),
    example: lowerExample(target),
  };
}

/** anyOf: [{ type: string, description }, { type: "null" }]: where the wrapper says nothing, the only present member speaks for the slot. */
function wrapperDocs(scope: Scope, schema: Located): Docs {
  const own = lowerDocs(schema.value);
  const [only, ...others] = presentMembers(schema.value);
  if (only === undefined || others.length > 0 || scope.options.besideRef === "ignored") return own;
  const inner = lowerDocs(deref(scope, { value: only, origin: schema.origin })?.target.value);
  return { ...inner, ...Object.fromEntries(Object.entries(own).filter(([, said]) => said !== null)) };
}

/** anyOf: [{ $ref }, { type: "null" }]: an example beside a reference is about the place, as other keywords beside a `$ref` are. */
function wrapsReference(schema: Json): boolean {
  const [only, ...others] = presentMembers(schema);
  return others.length === 0 && text(member(only, "$ref")) !== null;
}

function presentMembers(schema: Json): readonly Json[] {
  return [...list(member(schema, "anyOf")), ...list(member(schema, "oneOf"))].filter((part) => member(part, "type") !== "null");
}

/** anyOf: [{ type: string, examples: [a] }, { type: "null" }]: the example of the only present member is the slot's. */
function innerExample(schema: Json): Value | null {
  const [only, ...others] = presentMembers(schema);
  return others.length === 0 && isObject(only) && text(member(only, "$ref")) === null ? lowerExample(only) : null;
}

/** The title that a schema gives itself; one behind a `$ref` belongs to its component. */
export function titleOf(schema: Located | null): string | null {
  return refOf(schema) === null ? text(member(schema?.value, "title")) : null;
}

/** A slot whose wire name, place and schema are known: a property, a response header, a parameter. */
export function lowerSlot(scope: Scope, wire: string, schema: Located, spot: Spot, presence: Slot["presence"]): Slot {
  const facts = slotFacts(scope, schema);
  const naming = { trail: spot.trail, override: text(member(schema.value, "x-speakeasy-name-override")) };
  const type = lowerSchema(scope, schema, typeAt(spot));
  return slotAt({ address: spot.address, origin: schema.origin, wire, naming, type, presence }, facts);
}
