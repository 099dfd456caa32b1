import { formHeaders, formTextShared } from "../diagnostics/lower.js";
import { isObject, type JsonObject, member, text } from "../ir/json.js";
import { isJsonType, type Operation, type Part } from "../ir/operation.js";
import { type Field, mapInner, type NamedType, partsOf, refsOf, type Type } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { styled, styleOf } from "./lowerParameter.js";
import { child, childObject, children, deref, type Scope } from "./scope.js";

/** What the schema of a field says of how it travels. */
type Shape = Pick<Part, "file" | "mediaType">;

const plain: Shape = { file: false, mediaType: null };

/** encoding: { tags: { style: pipeDelimited } }. OpenAPI 3.1, 4.8.15. */
export function lowerForm(scope: Scope, media: Located): readonly Part[] {
  return encodingsOf(scope, media).map(([wire, encoding]) => partOf(wire, encoding, plain, true));
}

/** The same of a multipart form, where fields that are files or have a type of their own are parts without an `encoding`, too. */
export function lowerMultipart(scope: Scope, media: Located): readonly Part[] {
  const encodings = new Map(encodingsOf(scope, media));
  const saidOf = (wire: string) => text(member(encodings.get(wire)?.value ?? null, "contentType"));
  const fields = fieldsOf(scope, child(media, "schema"));
  const shapes = new Map(fields.map(([wire, schema]) => [wire, shapeOf(scope, schema, saidOf(wire))] as const));
  // In 3.0 styles belong to URL-encoded forms alone.
  const styles = scope.document.written !== "3.0";
  return [...new Set([...shapes.keys(), ...encodings.keys()])]
    .map((wire) => partOf(wire, encodings.get(wire), shapes.get(wire) ?? plain, styles))
    .filter(({ file, mediaType, encoding }) => file || mediaType !== null || encoding !== null);
}

function encodingsOf(scope: Scope, media: Located): readonly (readonly [string, Located<JsonObject>])[] {
  return children(childObject(media, "encoding")).flatMap(([wire, written]) => {
    const { value, origin } = written;
    if (!isObject(value)) return [];
    const names = children(childObject(written, "headers")).filter(([name]) => !/^content-(type|disposition)$/i.test(name));
    const [first] = names;
    if (first !== undefined) scope.report(formHeaders(first[1].origin, { wire, names: names.map(([name]) => name) }));
    return [[wire, { value, origin }] as const];
  });
}

/** What is a file has no style. OpenAPI 3.1, 4.8.15.1.2. */
function partOf(wire: string, encoding: Located<JsonObject> | undefined, { file, mediaType }: Shape, styles: boolean): Part {
  const said = encoding?.value ?? {};
  const style = styleOf(said, "part");
  const isStyled = styles && !file && (style !== null || typeof member(said, "explode") === "boolean");
  return {
    wire,
    file,
    mediaType: text(member(said, "contentType")) ?? mediaType,
    encoding: isStyled ? styled(said, style ?? "form") : null,
  };
}

/** The properties of the schema of a form, those of all its members. */
function fieldsOf(scope: Scope, schema: Located | null, depth = 0): readonly (readonly [string, Located])[] {
  const target = schema === null ? null : (deref(scope, schema)?.target ?? null);
  if (target === null || depth > 16) return [];
  const members = ["allOf", "anyOf", "oneOf"].flatMap((key) => children(child(target, key)));
  return [...members.flatMap(([, part]) => fieldsOf(scope, part, depth + 1)), ...children(childObject(target, "properties"))];
}

/**
 * { type: string, format: binary }, { type: string, contentMediaType: image/png } and, since 3.1, {} are files; a list is what its items are.
 * OpenAPI 3.1, 4.8.14.5 and 4.8.15.1.1.
 */
function shapeOf(scope: Scope, schema: Located, said: string | null, depth = 0): Shape {
  const target = deref(scope, schema)?.target ?? null;
  if (target === null || depth > 16) return plain;
  const { value } = target;
  const present = ["anyOf", "oneOf", "allOf"]
    .flatMap((key) => children(child(target, key)))
    .filter(([, part]) => member(part.value, "type") !== "null");
  const [only] = present;
  if (only !== undefined) return present.length === 1 ? shapeOf(scope, only[1], said, depth + 1) : plain;
  const kinds = [member(value, "type") ?? []].flat().filter((kind) => kind !== "null");
  const items = child(target, "items");
  if (items !== null) return shapeOf(scope, items, said, depth + 1);
  if (isAnything(value)) {
    // Before 3.1 it may be anything; any JSON, or any text, is no file.
    const isOld = scope.document.written === "2.0" || scope.document.written === "3.0";
    return isOld || (said !== null && isTextType(said)) ? plain : ofFile(value);
  }
  if (kinds.length !== 1 || kinds[0] !== "string") return plain;
  const encoding = text(member(value, "contentEncoding"))?.toLowerCase() ?? null;
  const mediaType = text(member(value, "contentMediaType"));
  if (encoding === "base64" || encoding === "base64url") return { file: false, mediaType: mediaType ?? "application/octet-stream" };
  const isBytes = member(value, "format") === "binary" || (encoding !== null && ["binary", "8bit", "7bit"].includes(encoding));
  if (isBytes || (mediaType !== null && !isTextType(mediaType))) return ofFile(value);
  // Text that is JSON already must not become a JSON string.
  return { file: false, mediaType: mediaType === null || isJsonType(mediaType) ? null : mediaType };
}

/** That it is a stream of bytes says nothing of a file. */
function ofFile(value: JsonObject): Shape {
  const mediaType = text(member(value, "contentMediaType"));
  return { file: true, mediaType: mediaType === "application/octet-stream" ? null : mediaType };
}

const describing = ["type", "format", "enum", "const", "properties", "additionalProperties", "items", "prefixItems", "not", "pattern"];

/** A schema that allows every value. */
export function isAnything(value: JsonObject): boolean {
  return !["$ref", "allOf", "anyOf", "oneOf", ...describing].some((key) => Object.hasOwn(value, key));
}

function isTextType(mediaType: string): boolean {
  return mediaType.startsWith("text/") || isJsonType(mediaType) || /[/+]xml\b/i.test(mediaType);
}

/** Types in which the fields that multipart forms send as files are files; where a type is more than a form, its texts stay. */
export function withFiles(scope: Scope, operations: readonly Operation[], types: readonly NamedType[]): readonly NamedType[] {
  const files = new Map<string, ReadonlySet<string>>();
  const elsewhere = new Set<string>(types.flatMap((type) => partsOf(type).flatMap(refsOf)));
  const mention = (type: Type) => {
    for (const id of refsOf(type)) elsewhere.add(id);
  };
  for (const { body, parameters, responses } of operations) {
    for (const { type } of parameters) mention(type);
    for (const { type } of responses.flatMap(({ contents, headers }) => [...contents, ...headers])) mention(type);
    if (body === null) continue;
    const { codec, type } = body.content;
    if (codec.kind !== "multipart") mention(type);
    else {
      const wires = codec.parts.flatMap(({ file, wire }) => (file ? [wire] : []));
      for (const id of refsOf(type)) files.set(id, new Set([...(files.get(id) ?? []), ...wires]));
    }
  }
  return types.map((type) => {
    const wires = files.get(type.id);
    if (wires === undefined || type.kind !== "object") return type;
    const shared = elsewhere.has(type.id);
    return { ...type, fields: type.fields.map((field) => (wires.has(field.wire) ? fileField(scope, field, shared) : field)) };
  });
}

function fileField(scope: Scope, field: Field, shared: boolean): Field {
  const type = asFile(field.type);
  if (!shared) return { ...field, type };
  if (isText(field.type)) scope.report(formTextShared(field.origin, { wire: field.wire }));
  return field;
}

/** A text, or a list of texts. */
function isText(type: Type): boolean {
  return type.kind === "string" || (type.kind === "nullable" && isText(type.of)) || (type.kind === "array" && isText(type.items));
}

function asFile(type: Type): Type {
  return type.kind === "nullable" || type.kind === "array" ? mapInner(type, asFile) : { kind: "file" };
}
