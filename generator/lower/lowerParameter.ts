import { unreadableParameter } from "../diagnostics/lower.js";
import { rootAddress } from "../ir/address.js";
import { type Json, type JsonObject, member, text } from "../ir/json.js";
import type { Value } from "../ir/node.js";
import type { Parameter, ParameterEncoding, ParameterStyle } from "../ir/operation.js";
import { slotAt } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerDocs, lowerExample } from "./lowerDocs.js";
import { lowerSchema } from "./lowerSchema.js";
import { slotFacts, titleOf } from "./lowerSlot.js";
import { below, child, childObject, children, deref, refKey, type Scope, type Spot, typeAt } from "./scope.js";

const places = ["path", "query", "header", "cookie", "querystring"] as const;

/** The styles that a document may name: whether a list is spread where nothing says so, and whether a part of a form may have it. OpenAPI 3.1, 4.8.12.2 and 4.8.15. */
const styles: { readonly [S in ParameterStyle]: { readonly explode: boolean; readonly inForms: boolean } } = {
  simple: { explode: false, inForms: false },
  label: { explode: false, inForms: false },
  matrix: { explode: false, inForms: false },
  form: { explode: true, inForms: true },
  spaceDelimited: { explode: false, inForms: true },
  pipeDelimited: { explode: false, inForms: true },
  tabDelimited: { explode: false, inForms: false },
  deepObject: { explode: true, inForms: true },
};

/**
 * Reads one Parameter Object: the style and `explode` that the document leaves out are filled in, a `content` map becomes its first media type.
 * Does not merge path-level with operation-level parameters: `lowerOperation` does. OpenAPI 3.1, 4.8.12.
 *
 *     { name: "sorting", in: "query", schema: { type: array, … } }   →   { wire: "sorting", in: "query", encoding: { kind: "styled", style: "form", explode: true, … } }
 */
export function lowerParameter(scope: Scope, source: Located, owner: Spot): Parameter | null {
  const found = deref(scope, source);
  const value = found?.target.value;
  const wire = text(member(value, "name"));
  const place = places.find((one) => one === member(value, "in"));
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
  const typeSpot = found.ref === null ? spot : sharedSpot(found.ref, spot);
  const facts = slotFacts(scope, schema);
  const own = lowerDocs(value);
  const slot = slotAt(
    {
      address: spot.address,
      origin: found.target.origin,
      wire,
      naming: { trail: spot.trail, override: text(member(value, "x-speakeasy-name-override")) },
      type: lowerSchema(scope, schema, typeAt(typeSpot)),
      presence: place === "path" || member(value, "required") === true ? "required" : "optional",
    },
    {
      docs: own,
      besideRef: own.description === null ? facts.docs : null,
      default: facts.default,
      example:
        lowerExample(value) ??
        namedExample(scope, found.target) ??
        (content === undefined ? null : (lowerExample(content[1].value) ?? namedExample(scope, content[1]))) ??
        facts.example,
    },
  );
  return {
    ...slot,
    in: place,
    encoding:
      content !== undefined && !isText(content[0]) ? { kind: "content" } : styled(value, styleOf(value, "parameter") ?? usualStyle(place)),
    global: "no",
  };
}

/** examples: { first: { value: 1 } }: the first one. OpenAPI 3.1, 4.8.19. */
function namedExample(scope: Scope, holder: Located): Value | null {
  const first = children(childObject(holder, "examples"))[0];
  const example = first === undefined ? undefined : deref(scope, first[1])?.target.value;
  const value = member(example, "value");
  return value === undefined ? null : { value };
}

/** Media types of what a style writes as well: text, and a form as a whole query. */
function isText(mediaType: string): boolean {
  return /^(text\/|application\/x-www-form-urlencoded)/i.test(mediaType);
}

function sharedSpot(ref: string, spot: Spot): Spot {
  const key = refKey(ref);
  const last = spot.trail.at(-1);
  return {
    address: rootAddress("parameter", key),
    trail: [{ role: "component", key, title: null }, ...(last === undefined ? [] : [last])],
  };
}

function usualStyle(place: Parameter["in"]): ParameterStyle {
  return place === "path" || place === "header" ? "simple" : "form";
}

/** The style that a parameter or a part of a form names; null for none, and for one that it cannot have. */
export function styleOf(value: JsonObject, of: "parameter" | "part"): ParameterStyle | null {
  const written = member(value, "style");
  return isStyle(written) && (of === "parameter" || styles[written].inForms) ? written : null;
}

export function styled(value: JsonObject, style: ParameterStyle): ParameterEncoding {
  const explode = member(value, "explode");
  return {
    kind: "styled",
    style,
    explode: typeof explode === "boolean" ? explode : styles[style].explode,
    allowReserved: member(value, "allowReserved") === true,
    allowEmpty: member(value, "allowEmptyValue") === true,
  };
}

function isStyle(written: Json | undefined): written is ParameterStyle {
  return typeof written === "string" && Object.hasOwn(styles, written);
}

/** Headers that the request's other parts decide. OpenAPI 3.1, 4.8.12.1. */
export function isReservedHeader(parameter: Parameter): boolean {
  return parameter.in === "header" && ["accept", "content-type", "authorization"].includes(parameter.wire.toLowerCase());
}

export function isIgnored(value: Located): boolean {
  return String(member(value.value, "x-speakeasy-ignore")) === "true";
}
