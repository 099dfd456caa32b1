import { isObject, type Json, type JsonObject, member } from "../ir/json.js";
import { setOwn } from "../source/values.js";
import { bodyTypes, formTypes } from "./mediaTypes.js";
import { below, type Fresh, place, type Upgrade, type Written } from "./upgrade.js";
import { listStyle, splitType, typeSchema } from "./upgradeParameter.js";
import { upgradeSchema } from "./upgradeSchema.js";

/** A parameter that became part of a body, and where it is written. */
export interface BodyParameter {
  readonly parameter: JsonObject;
  readonly at: Written;
}

/**
 * The request body that a body parameter stands for, once for each media type that is consumed.
 *
 *     { in: body, name: pet, required: true, schema: S }   →   { required: true, content: { application/json: { schema: S } } }
 */
export function bodyOfParameter(upgrade: Upgrade, { parameter, at }: BodyParameter, consumes: readonly string[] | null): JsonObject {
  const schema = member(parameter, "schema");
  // One value for all media types: it is one type.
  const upgraded = isObject(schema) ? upgradeSchema(upgrade, schema, below(at, "schema")) : null;
  const content: Fresh = {};
  for (const mediaType of bodyTypes(consumes)) {
    const media: Fresh = {};
    if (upgraded !== null) place(upgrade, media, "schema", upgraded, below(at, "schema"));
    place(upgrade, content, mediaType, media, at);
  }
  return bodyWith(upgrade, content, member(parameter, "required") === true, member(parameter, "description"), at);
}

/**
 * The form that all `formData` parameters of an operation make together. A file makes it multipart; otherwise what is consumed decides.
 *
 *     [{ in: formData, name: file, type: file, required: true }]
 *     →   { required: true, content: { multipart/form-data: { schema: { type: object, properties: {file: {type: string, format: binary}}, required: [file] } } } }
 */
export function bodyOfForm(upgrade: Upgrade, parameters: readonly BodyParameter[], consumes: readonly string[] | null): JsonObject | null {
  const [first] = parameters;
  if (first === undefined) return null;
  const properties: Fresh = {};
  const encoding: Fresh = {};
  const required: string[] = [];
  for (const { parameter, at } of parameters) {
    const name = String(member(parameter, "name"));
    place(upgrade, properties, name, fieldSchema(upgrade, parameter, at), at);
    const style = listStyle(upgrade, parameter, at);
    if (style !== null) setOwn(encoding, name, { ...style });
    if (member(parameter, "required") === true && !required.includes(name)) required.push(name);
  }
  const media: Fresh = {};
  place(upgrade, media, "schema", { type: "object", properties, ...(required.length > 0 ? { required } : {}) }, first.at);
  if (Object.keys(encoding).length > 0) media.encoding = encoding;
  const content: Fresh = {};
  const hasFile = parameters.some(({ parameter }) => member(parameter, "type") === "file");
  for (const mediaType of formTypes(consumes, hasFile)) place(upgrade, content, mediaType, media, first.at);
  return bodyWith(upgrade, content, required.length > 0, undefined, first.at);
}

/** A field of a form: its description belongs to the property now. */
function fieldSchema(upgrade: Upgrade, parameter: JsonObject, at: Written): Json {
  const { rest, schema } = splitType(parameter);
  const { name: _name, in: _in, required: _required, allowEmptyValue: _allowEmptyValue, ...about } = rest;
  return { ...about, ...(typeSchema(upgrade, schema, at) as JsonObject) };
}

function bodyWith(upgrade: Upgrade, content: JsonObject, required: boolean, description: Json | undefined, at: Written): JsonObject {
  const body: Fresh = {};
  if (description !== undefined) body.description = description;
  body.required = required;
  place(upgrade, body, "content", content, at);
  return body;
}
