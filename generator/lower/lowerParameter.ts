import { unreadableParameter } from "../diagnostics/lower.js";
import { rootAddress } from "../ir/address.js";
import type { JsonObject } from "../ir/json.js";
import type { Value } from "../ir/node.js";
import type { Parameter, ParameterEncoding } from "../ir/operation.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs, lowerExample, lowerExtensions } from "./lowerDocs.js";
import { lowerSchema } from "./lowerSchema.js";
import { slotFacts, titleOf } from "./lowerSlot.js";
import { below, child, childObject, children, deref, isObject, member, refKey, type Scope, type Spot, text, typeAt } from "./scope.js";

const places = ["path", "query", "header", "cookie", "querystring"] as const;
const styles = ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"] as const;

/**
 * Reads one Parameter Object: the style and `explode` that the document leaves out are filled in, a `content` map becomes its first media type.
 * Does not merge path-level with operation-level parameters: `lowerOperation` does. OpenAPI 3.1, 4.8.12.
 *
 *     { name: "sorting", in: "query", schema: { type: array, … } }   →   { wire: "sorting", in: "query", encoding: { kind: "styled", style: "form", explode: true, … } }
 */
export function lowerParameter(scope: Scope, source: Located, owner: Spot): Parameter | null {
  const found = deref(scope, source);
  const value = found?.target.value;
  const wire = value === undefined ? null : text(member(value, "name"));
  const place = places.find((one) => one === (value === undefined ? null : member(value, "in")));
  if (found === null || value === undefined || wire === null || place === undefined) {
    scope.report(unreadableParameter(source.origin, { name: wire ?? "?" }));
    return null;
  }
  const content = children(childObject(found.target, "content"))[0];
  const schema =
    content === undefined
      ? (child(found.target, "schema") ?? { value: {}, origin: found.target.origin })
      : (child(content[1], "schema") ?? { value: {}, origin: content[1].origin });
  const spot = below(owner, place === "querystring" ? "query" : place, wire, titleOf(schema));
  // A parameter of `components` gives its inline types one name, however many operations use it.
  const typeSpot = found.ref === null ? spot : sharedSpot(scope, found.ref, spot);
  const facts = slotFacts(scope, schema);
  const own = lowerDocs(value);
  return {
    address: spot.address,
    origin: found.target.origin,
    extensions: lowerExtensions(value),
    wire,
    naming: { trail: spot.trail, override: text(member(value, "x-speakeasy-name-override")) },
    docs: { ...own, description: own.description },
    besideRef: own.description === null ? facts.docs : null,
    type: lowerSchema(scope, schema, typeAt(typeSpot)),
    presence: place === "path" || member(value, "required") === true ? "required" : "optional",
    default: facts.default,
    example:
      lowerExample(value) ??
      namedExample(scope, found.target) ??
      (content === undefined ? null : (lowerExample(objectOf(content[1])) ?? namedExample(scope, content[1]))) ??
      facts.example,
    in: place,
    encoding: content === undefined ? styled(value, place) : { kind: "content", mediaType: content[0] },
    global: "no",
  };
}

/** examples: { first: { value: 1 } }: the first one. OpenAPI 3.1, 4.8.19. */
function namedExample(scope: Scope, holder: Located): Value | null {
  const first = children(childObject(holder, "examples"))[0];
  const example = first === undefined ? undefined : deref(scope, first[1])?.target.value;
  const value = example === undefined ? undefined : member(example, "value");
  return value === undefined ? null : { value };
}

function objectOf({ value }: Located): JsonObject {
  return isObject(value) ? value : {};
}

function sharedSpot(scope: Scope, ref: string, spot: Spot): Spot {
  const key = refKey(ref);
  const last = spot.trail.at(-1);
  return {
    address: rootAddress(scope.prefix, "parameter", key),
    trail: [{ role: "component", key, title: null }, ...(last === undefined ? [] : [last])],
  };
}

function styled(value: JsonObject, place: Parameter["in"]): ParameterEncoding {
  const written = styles.find((style) => style === member(value, "style"));
  const style = written ?? (place === "query" || place === "cookie" || place === "querystring" ? "form" : "simple");
  const explode = member(value, "explode");
  return {
    kind: "styled",
    style,
    explode: typeof explode === "boolean" ? explode : style === "form" || style === "deepObject",
    allowReserved: member(value, "allowReserved") === true,
    allowEmpty: member(value, "allowEmptyValue") === true,
  };
}

/** Headers that the request's other parts decide. OpenAPI 3.1, 4.8.12.1. */
export function isReservedHeader(parameter: Parameter): boolean {
  return parameter.in === "header" && ["accept", "content-type", "authorization"].includes(parameter.wire.toLowerCase());
}

export function isIgnored(value: Located): boolean {
  return (
    isObject(value.value) && (member(value.value, "x-speakeasy-ignore") === true || member(value.value, "x-speakeasy-ignore") === "true")
  );
}
