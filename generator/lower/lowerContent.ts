import { xmlAsText, xmlLeftOut } from "../diagnostics/lower.js";
import { contentAddress } from "../ir/address.js";
import { isObject, member, text } from "../ir/json.js";
import type { Codec, Content, Part } from "../ir/operation.js";
import { type Example, plainText, type Slot } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { styled, styleOf } from "./lowerParameter.js";
import { anything, lowerSchema } from "./lowerSchema.js";
import { lowerSlot, titleOf } from "./lowerSlot.js";
import { below, child, childObject, children, deref, type Scope, type Spot } from "./scope.js";

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
  const rest = contents.filter(([mediaType]) => !isXml(mediaType));
  for (const [mediaType, media] of contents) {
    if (!isXml(mediaType)) continue;
    scope.report((rest.length === 0 ? xmlAsText : xmlLeftOut)(media.origin, { mediaType }));
  }
  return rest.length === 0 ? contents : rest;
}

function isXml(mediaType: string): boolean {
  return /^(application|text)\/xml\b|\+xml\b/i.test(mediaType);
}

function lowerContent(scope: Scope, mediaType: string, media: Located, spot: Spot, same: Content["type"] | null): Content {
  const codec = codecOf(mediaType, media);
  const schema = child(media, "itemSchema") ?? child(media, "schema");
  const raw = codec.kind === "binary" || codec.kind === "text";
  return {
    address: spot.address,
    origin: media.origin,
    mediaType,
    // Bytes and text have no structure to decode, whatever their schema says.
    type:
      codec.kind === "json" && same !== null
        ? same
        : raw && !describesText(codec, schema)
          ? codec.kind === "binary"
            ? { kind: "file" }
            : plainText
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
  return codec.kind === "text" && ["string", "integer", "number", "boolean"].includes(String(member(schema?.value, "type")));
}

function codecOf(mediaType: string, media: Located): Codec {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  switch (type) {
    case "application/x-www-form-urlencoded":
      return { kind: "form", parts: lowerParts(media) };
    case "text/event-stream":
      return { kind: "events", sentinel: text(member(media.value, "x-speakeasy-sse-sentinel")) };
    case "application/jsonl":
    case "application/x-ndjson":
    case "application/ndjson":
    case "application/json-seq":
    case "application/x-jsonlines":
      return { kind: "lines" };
    case "*/*":
      return isBinary(media) ? { kind: "binary" } : { kind: "json" };
  }
  if (type.startsWith("multipart/")) return { kind: "multipart", parts: lowerParts(media) };
  if (type === "application/json" || type === "text/json" || /^application\/json\b|[+/]json$/.test(type)) return { kind: "json" };
  if (type.startsWith("text/") || isXml(type)) return { kind: "text" };
  return { kind: "binary" };
}

function isBinary(media: Located): boolean {
  const schema = member(media.value, "schema");
  return member(schema, "format") === "binary" || member(schema, "type") === "file";
}

/** encoding: { avatar: { contentType: image/png } }. OpenAPI 3.1, 4.8.15. */
function lowerParts(media: Located): readonly Part[] {
  return children(childObject(media, "encoding")).flatMap(([wire, encoding]) => {
    if (!isObject(encoding.value)) return [];
    const style = styleOf(encoding.value, "part");
    const isStyled = style !== null || typeof member(encoding.value, "explode") === "boolean";
    const mediaType = text(member(encoding.value, "contentType"));
    return [{ wire, mediaType, encoding: isStyled ? styled(encoding.value, style ?? "form") : null }];
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
  const named = children(childObject(media, "examples")).flatMap(([name, example]) => {
    const entry = member(deref(scope, example)?.target.value, "value");
    return entry === undefined ? [] : [{ name, value: entry }];
  });
  const one = member(media.value, "example");
  return one === undefined ? named : [{ name: null, value: one }, ...named];
}
