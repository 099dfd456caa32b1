import { contentReference, xmlAsText, xmlLeftOut } from "../diagnostics/lower.js";
import { contentAddress } from "../ir/address.js";
import { isObject, member, text } from "../ir/json.js";
import type { Codec, Content } from "../ir/operation.js";
import { type Example, plainText, type Slot } from "../ir/types.js";
import type { Located } from "../openapi/openApiDocument.js";
import { eventCodec } from "./eventStream.js";
import { isAnything, lowerForm, lowerMultipart } from "./lowerForms.js";
import { anything, lowerSchema } from "./lowerSchema.js";
import { lowerSlot, titleOf } from "./lowerSlot.js";
import { lowerXmlRoot } from "./lowerXml.js";
import { below, child, childObject, children, deref, refOf, type Scope, type Spot } from "./scope.js";
import { isXmlName, xmlProblem } from "./xmlProblem.js";

/** `content: { application/json: { schema } }` → one entry per media type, in document order. OpenAPI 3.1, 4.8.14. `sent`: what SDKs write, not only read. */
export function lowerContents(scope: Scope, holder: Located, spot: Spot, sent: boolean): readonly Content[] {
  const found = children(contentOf(scope, holder)).flatMap(([mediaType, media]) => {
    const target = deref(scope, media)?.target;
    return target === undefined ? [] : [[mediaType, target] as const];
  });
  const contents: Content[] = [];
  const seen = new Map<string, Content["type"]>();
  // Where other forms are offered XML is the last choice.
  const ordered = [...found].sort(([a], [b]) => Number(isXml(a)) - Number(isXml(b)));
  for (const [mediaType, media] of ordered) {
    const place = contents.length === 0 ? spot : { ...spot, address: contentAddress(spot.address, mediaType) };
    // One schema that is written for several media types is one type.
    const written = JSON.stringify(itemSchema(media)?.value ?? null);
    const lowered = lowerContent(scope, mediaType, media, place, seen.get(written) ?? null);
    const content = lowered.codec.kind === "xml" ? expressible(scope, lowered, sent, found.length === 1) : lowered;
    if (content === null) continue;
    if (content.codec.kind === "json" || content.codec.kind === "xml") seen.set(written, content.type);
    contents.push(content);
  }
  return contents;
}

/** A schema that XML has no way to write is left out beside another form; alone it is text. */
function expressible(scope: Scope, content: Content, sent: boolean, alone: boolean): Content | null {
  const { codec, type, origin, mediaType } = content;
  if (codec.kind !== "xml") return content;
  const nameless = sent && codec.root.name === null ? { what: "a body without a name", origin } : null;
  const unfit =
    codec.root.name !== null && !isXmlName(codec.root.name) ? { what: `the name ${JSON.stringify(codec.root.name)}`, origin } : null;
  const problem = nameless ?? unfit ?? xmlProblem((id) => scope.types.get(id), type, codec.root, origin);
  if (problem === null) return content;
  scope.report((alone ? xmlAsText : xmlLeftOut)(problem.origin, { mediaType, what: problem.what }));
  return alone ? { ...content, type: plainText, codec: { kind: "text" } } : null;
}

/** No version allows a `$ref` in place of the media types; where one stands all the same, it is followed. */
function contentOf(scope: Scope, holder: Located): Located | null {
  const content = childObject(holder, "content");
  if (content === null || refOf(content) === null) return content;
  const target = deref(scope, content)?.target ?? null;
  scope.report(contentReference(content.origin, { isFound: target !== null }));
  return target;
}

function isXml(mediaType: string): boolean {
  return /^(application|text)\/xml\b|\+xml\b/i.test(mediaType);
}

function lowerContent(scope: Scope, mediaType: string, media: Located, spot: Spot, same: Content["type"] | null): Content {
  const schema = itemSchema(media);
  const codec = isXml(mediaType) ? xmlCodec(scope, schema) : codecOf(scope, mediaType, media);
  const raw = codec.kind === "binary" || codec.kind === "text";
  return {
    address: spot.address,
    origin: media.origin,
    mediaType,
    // Bytes and text have no structure to decode, whatever their schema says.
    type:
      (codec.kind === "json" || codec.kind === "xml") && same !== null
        ? same
        : raw && !describesText(scope, codec, schema)
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

/** What a stream's items are, else what the whole is. OpenAPI 3.2, 4.14.3. */
function itemSchema(media: Located): Located | null {
  return child(media, "itemSchema") ?? child(media, "schema");
}

/** The body of an operation is named after its own title, if it has one. */
function titled(spot: Spot, title: string | null): Spot {
  const last = spot.trail.at(-1);
  return title === null || last === undefined ? spot : { address: spot.address, trail: [...spot.trail.slice(0, -1), { ...last, title }] };
}

/** A schema of plain text stands for the text of a document, one of bytes for its bytes: callers write and read it themselves. */
function xmlCodec(scope: Scope, schema: Located | null): Codec {
  const target = schema === null ? null : deref(scope, schema)?.target.value;
  if (schema === null || target === undefined || target === null) return { kind: "text" };
  if (member(target, "format") === "binary") return { kind: "binary" };
  return member(target, "type") === "string" && !isObject(member(target, "xml")) && !Array.isArray(member(target, "enum"))
    ? { kind: "text" }
    : { kind: "xml", root: lowerXmlRoot(scope, schema) };
}

function describesText(scope: Scope, codec: Codec, schema: Located | null): boolean {
  const found = schema === null ? undefined : deref(scope, schema)?.target.value;
  return codec.kind === "text" && ["string", "integer", "number", "boolean"].includes(String(member(found, "type")));
}

function codecOf(scope: Scope, mediaType: string, media: Located): Codec {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  switch (type) {
    case "application/x-www-form-urlencoded":
      return { kind: "form", parts: lowerForm(scope, media) };
    case "text/event-stream":
      return eventCodec(scope, media, itemSchema(media));
  }
  if (/^application\/(?:(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)|stream\+json|(?:[\w.-]+\+)?json-seq)$/.test(type))
    return { kind: "lines" };
  if (type.startsWith("multipart/")) return { kind: "multipart", parts: lowerMultipart(scope, media) };
  // A file is one under any type: what `application/json` means for it is said by the schema alone.
  if (isBinary(scope, media)) return { kind: "binary" };
  if (type === "*/*") return isDescribed(media) ? { kind: "json" } : { kind: "binary" };
  if (/^application\/json\b|[+/]json$/.test(type)) return { kind: "json" };
  if (type.startsWith("text/")) return { kind: "text" };
  return { kind: "binary" };
}

function isBinary(scope: Scope, media: Located): boolean {
  const schema = child(media, "schema");
  const found = schema === null ? undefined : deref(scope, schema)?.target.value;
  // Of a value without a type `contentMediaType` says what its bytes are.
  const isRaw = isObject(found) && isAnything(found) && text(member(found, "contentMediaType")) !== null;
  return member(found, "format") === "binary" || member(found, "type") === "file" || isRaw;
}

/** Whether the schema says anything. */
function isDescribed(media: Located): boolean {
  const schema = member(media.value, "schema");
  return isObject(schema) && Object.keys(schema).length > 0;
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
