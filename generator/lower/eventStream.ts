import { isObject, type Json, type JsonObject, list, member, text } from "../ir/json.js";
import type { Codec } from "../ir/operation.js";
import type { Located } from "../openapi/openApiDocument.js";
import { child, children, deref, type Scope } from "./scope.js";

/** What one event can say: HTML, 9.2.6. */
const eventFields: ReadonlySet<string> = new Set(["data", "event", "id", "retry"]);

const usualSentinel = "[DONE]";

/**
 * text/event-stream: { schema }: whether the schema is that of an event or of its data alone, and which text ends the stream. A schema is that of an event where it, or each member of its
 * union, has fields of an event and no other, one of them `data`; so is one that says nothing. Without a word on it `[DONE]` ends a stream whose data cannot be such a text.
 */
export function eventCodec(scope: Scope, media: Located, schema: Located | null): Codec {
  const shapes = schema === null ? [] : shapesOf(scope, schema);
  const names = shapes.map(({ properties }) => [...properties.keys()]);
  const isEvent = names.every((one) => one.length > 0 && one.every((name) => eventFields.has(name)));
  const data = shapes.flatMap(({ properties }) => properties.get("data") ?? []);
  const of = shapes.length === 0 || (isEvent && data.length > 0) ? "event" : "data";
  const mayBeText = (forms: readonly Shape[]): boolean => forms.length === 0 || forms.some((shape) => mayBe(shape, usualSentinel));
  const isText = of === "data" ? mayBeText(shapes) : data.length === 0 || data.some((one) => mayBeText(shapesOf(scope, one)));
  const written = text(member(media.value, "x-speakeasy-sse-sentinel"));
  return { kind: "events", of, sentinel: written ?? (isText ? null : usualSentinel) };
}

/** One form that a value may have: its properties, and the schemas that all hold for it. */
interface Shape {
  readonly properties: ReadonlyMap<string, Located>;
  readonly schemas: readonly JsonObject[];
}

/** More forms than that say nothing new. */
const most = 1000;

/** The members of unions, with what stands beside them and in `allOf`; null is none, and neither is a schema that says nothing. `seen`: by origin, so that each schema is read once. */
function shapesOf(scope: Scope, schema: Located, seen = new Map<string, readonly Shape[]>()): readonly Shape[] {
  const found = deref(scope, schema)?.target;
  if (found === undefined || isSilent(found.value)) return [];
  const known = seen.get(found.origin);
  if (known !== undefined) return known;
  seen.set(found.origin, []);
  const inner = (part: Located): readonly Shape[] => shapesOf(scope, part, seen);
  const partsAt = (key: string): readonly Located[] => children(child(found, key)).map(([, part]) => part);
  const own: Shape = { properties: new Map(children(child(found, "properties"))), schemas: [found.value] };
  const all = [...partsAt("allOf").map(inner), [...partsAt("oneOf"), ...partsAt("anyOf")].flatMap(inner)];
  const shapes = all
    .filter((some) => some.length > 0)
    .reduce<readonly Shape[]>((sofar, some) => sofar.flatMap((a) => some.map((b) => both(a, b))).slice(0, most), [own]);
  seen.set(found.origin, shapes);
  return shapes;
}

function both(a: Shape, b: Shape): Shape {
  return { properties: new Map([...a.properties, ...b.properties]), schemas: [...a.schemas, ...b.schemas] };
}

const annotations: ReadonlySet<string> = new Set(["title", "description", "example", "examples", "deprecated", "nullable"]);

function isSilent(schema: JsonObject): boolean {
  return member(schema, "type") === "null" || Object.keys(schema).every((key) => annotations.has(key));
}

/** Whether nothing that is said of a value keeps it from being this text. */
function mayBe({ properties, schemas }: Shape, value: string): boolean {
  return properties.size === 0 && schemas.every((schema) => allowsText(schema, value));
}

function allowsText(schema: JsonObject, value: string): boolean {
  const types = [member(schema, "type") ?? "string"].flat();
  const values: readonly Json[] = [...list(member(schema, "enum")), ...(Object.hasOwn(schema, "const") ? [schema.const ?? null] : [])];
  return types.includes("string") && !Object.hasOwn(schema, "contentSchema") && (values.length === 0 || values.includes(value));
}

/**
 * data: { type: string, contentMediaType: application/json, contentSchema }: in an event such a text is what its schema says, as OpenAPI 3.2, 4.14.4, writes events. Elsewhere it stays
 * a text.
 */
export function eventData(names: readonly string[], wire: string, schema: Located): Located {
  const content = isObject(schema.value) ? child(schema, "contentSchema") : null;
  const isJson = /[+/]json$/i.test(text(member(schema.value, "contentMediaType")) ?? "application/json");
  return wire === "data" && content !== null && isJson && names.every((name) => eventFields.has(name)) ? content : schema;
}
