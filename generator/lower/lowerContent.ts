import { xmlAsText, xmlLeftOut } from "../diagnostics/lower.js";
import { contentAddress } from "../ir/address.js";
import type { JsonObject } from "../ir/json.js";
import type { Codec, Content, Part } from "../ir/operation.js";
import type { Example, Slot } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { lowerExtensions } from "./lowerDocs.js";
import { anything, lowerSchema } from "./lowerSchema.js";
import { lowerSlot, titleOf } from "./lowerSlot.js";
import { below, child, childObject, children, deref, isObject, member, type Scope, type Spot, text } from "./scope.js";

/** `content: { application/json: { schema } }` → one entry per media type, in document order. OpenAPI 3.1, 4.8.14. */
export function lowerContents(scope: Scope, holder: Located, spot: Spot): readonly Content[] {
  const all = children(childObject(holder, "content")).filter(([, media]) => isObject(media.value));
  const found = withoutXml(scope, all);
  const contents: Content[] = [];
  const seen = new Map<string, Content["type"]>();
  for (const [mediaType, media] of found) {
    const place = contents.length === 0 ? spot : { ...spot, address: contentAddress(spot.address, mediaType) };
    // One schema that is written for several media types is one type.
    const written = JSON.stringify((child(media, "itemSchema") ?? child(media, "schema"))?.value ?? null);
    const content = lowerContent(scope, mediaType, media, place, seen.get(written) ?? null);
    if (content.codec.kind === "json") seen.set(written, content.type);
    contents.push(content);
  }
  return contents;
}

/** XML is not decoded: beside JSON it is left out, alone it is text. */
function withoutXml(scope: Scope, contents: readonly (readonly [string, Located])[]): readonly (readonly [string, Located])[] {
  const isXml = (mediaType: string): boolean => /^(application|text)\/xml\b|\+xml\b/i.test(mediaType);
  const rest = contents.filter(([mediaType]) => !isXml(mediaType));
  for (const [mediaType, media] of contents) {
    if (!isXml(mediaType)) continue;
    if (rest.length === 0) scope.report(xmlAsText(media.origin, { mediaType }));
    else
      scope.skip(
        { origin: media.origin, what: "content", label: mediaType, diagnostic: xmlLeftOut.code },
        xmlLeftOut(media.origin, { mediaType }),
      );
  }
  return rest.length === 0 ? contents : rest;
}

function lowerContent(scope: Scope, mediaType: string, media: Located, spot: Spot, same: Content["type"] | null): Content {
  const value = isObject(media.value) ? media.value : {};
  const wire = codecOf(scope, mediaType, media, spot);
  const codec: Codec = wire.kind === "xml" ? { kind: "text" } : wire;
  const schema = child(media, "itemSchema") ?? child(media, "schema");
  const raw = codec.kind === "binary" || codec.kind === "text";
  return {
    address: spot.address,
    origin: media.origin,
    extensions: lowerExtensions(value),
    mediaType,
    // Bytes and text have no structure to decode, whatever their schema says.
    type:
      codec.kind === "json" && same !== null
        ? same
        : raw && !describesText(codec, schema)
          ? codec.kind === "binary"
            ? { kind: "file" }
            : { kind: "string", format: null, limits: null }
          : schema === null
            ? anything
            : lowerSchema(scope, schema, titled(spot, titleOf(schema))),
    codec,
    examples: examplesOf(scope, media),
  };
}

/** The body of an operation is named after its own title, if it has one. */
function titled(spot: Spot, title: string | null): Spot {
  const last = spot.trail.at(-1);
  return title === null || last === undefined ? spot : { address: spot.address, trail: [...spot.trail.slice(0, -1), { ...last, title }] };
}

function describesText(codec: Codec, schema: Located | null): boolean {
  return (
    codec.kind === "text" &&
    schema !== null &&
    isObject(schema.value) &&
    ["string", "integer", "number", "boolean"].includes(String(schema.value.type))
  );
}

function codecOf(scope: Scope, mediaType: string, media: Located, spot: Spot): Codec {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  const value = isObject(media.value) ? media.value : {};
  switch (type) {
    case "application/x-www-form-urlencoded":
      return { kind: "form", parts: lowerParts(scope, media, spot) };
    case "text/event-stream":
      return { kind: "events", sentinel: text(member(value, "x-speakeasy-sse-sentinel")) };
    case "application/jsonl":
    case "application/x-ndjson":
    case "application/ndjson":
    case "application/json-seq":
    case "application/x-jsonlines":
      return { kind: "lines" };
    case "*/*":
      return isBinary(value) ? { kind: "binary" } : { kind: "json" };
    case "application/xml":
    case "text/xml":
      return { kind: "xml" };
  }
  if (type.startsWith("multipart/")) return { kind: "multipart", parts: lowerParts(scope, media, spot) };
  if (type === "application/json" || type === "text/json" || /^application\/json\b|[+/]json$/.test(type)) return { kind: "json" };
  if (type.endsWith("+xml")) return { kind: "xml" };
  if (type.startsWith("text/")) return { kind: "text" };
  return { kind: "binary" };
}

function isBinary(media: JsonObject): boolean {
  const schema = member(media, "schema");
  return isObject(schema) && (schema.format === "binary" || schema.type === "file");
}

/** encoding: { avatar: { contentType: image/png } }. OpenAPI 3.1, 4.8.15. */
function lowerParts(scope: Scope, media: Located, spot: Spot): readonly Part[] {
  return children(childObject(media, "encoding")).flatMap(([wire, encoding]) => {
    if (!isObject(encoding.value)) return [];
    const style = text(member(encoding.value, "style"));
    const explode = member(encoding.value, "explode");
    const known = (["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const).find((one) => one === style);
    const headers = children(childObject(encoding, "headers")).flatMap(
      ([name, header]) => lowerHeader(scope, name, header, below(spot, "property", wire)) ?? [],
    );
    const allowReserved = member(encoding.value, "allowReserved") === true;
    return [
      {
        wire,
        mediaType: text(member(encoding.value, "contentType")),
        encoding:
          known === undefined && typeof explode !== "boolean"
            ? null
            : {
                kind: "styled" as const,
                style: known ?? "form",
                explode: typeof explode === "boolean" ? explode : known === undefined || known === "form" || known === "deepObject",
                allowReserved,
                allowEmpty: false,
              },
        headers,
      },
    ];
  });
}

export function lowerHeader(scope: Scope, name: string, header: Located, owner: Spot): Slot | null {
  const found = deref(scope, header);
  if (found === null) return null;
  const schema = child(found.target, "schema") ?? { value: {}, origin: found.target.origin };
  const slot = lowerSlot(
    scope,
    name,
    schema,
    below(owner, "header", name),
    member(found.target.value, "required") === true ? "required" : "optional",
  );
  const description = text(member(found.target.value, "description"));
  return description === null ? slot : { ...slot, docs: { ...slot.docs, description } };
}

function examplesOf(scope: Scope, media: Located): readonly Example[] {
  const value = isObject(media.value) ? media.value : {};
  const named = children(childObject(media, "examples")).flatMap(([name, example]) => {
    const found = deref(scope, example)?.target.value;
    const entry = found === undefined ? undefined : member(found, "value");
    return entry === undefined ? [] : [{ name, value: entry, from: "document" as const }];
  });
  const one = member(value, "example");
  return one === undefined ? named : [{ name: null, value: one, from: "document" }, ...named];
}
