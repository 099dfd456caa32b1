import { isReadableStream } from "../types/streams.js";
import { type Codec, isRecord, type Xml } from "./codec.js";
import { escapePlus, escapeValue, form, jsonPair, type ParameterEncoder } from "./encodings.js";
import { fileType, givenFile } from "./files.js";

/** How a request body is written. Without a media type each takes its usual one. */
export type BodyEncoder = (
  value: unknown,
  mediaType?: string,
  parts?: BodyParts,
  root?: { readonly type: Codec; readonly xml?: Xml | undefined },
) => EncodedBody | Promise<EncodedBody>;

export interface EncodedBody {
  readonly body: NonNullable<RequestInit["body"]>;
  /** Null where the runtime must choose it: a multipart form has a boundary. */
  readonly contentType: string | null;
}

export const json: BodyEncoder = (value, mediaType = "application/json") => ({ body: JSON.stringify(value), contentType: mediaType });

export const text: BodyEncoder = (value, mediaType = "text/plain") => ({
  body: typeof value === "string" ? value : JSON.stringify(value),
  contentType: mediaType,
});

/** One JSON value a line, each behind a record separator where RFC 7464 asks for one. */
export const lines: BodyEncoder = (value, mediaType = "application/jsonl") => {
  const before = /json-seq$/i.test(mediaType) ? "\x1e" : "";
  return {
    body: (Array.isArray(value) ? value : [value]).map((item) => `${before}${JSON.stringify(item)}\n`).join(""),
    contentType: mediaType,
  };
};

/** Files go as they are; text does, too. A stream alone is sent as it comes. */
export const binary: BodyEncoder = async (value, mediaType = "application/octet-stream") => {
  const isSent = typeof value === "string" || isReadableStream(value);
  const file = isSent ? null : await givenFile(value);
  const contentType = fileType(file ?? { content: "", name: undefined, type: undefined }, mediaType);
  return { body: file === null ? (value as EncodedBody["body"]) : new Blob([file.content]), contentType };
};

/** What the document says of single fields of a form, by their names on the wire. */
export interface BodyParts {
  readonly [name: string]: BodyPart;
}

interface BodyPart {
  readonly file?: boolean;
  /** Of a file one of several, with commas between them. */
  readonly mediaType?: string;
  readonly encode?: ParameterEncoder;
  readonly explode?: boolean;
}

/** `a=1&b=x&b=y`: lists repeat the name, objects inside are JSON, unless the document says otherwise. */
export const formURLEncoded: BodyEncoder = (value, mediaType = "application/x-www-form-urlencoded", parts = {}) => {
  const fields = Object.entries(isRecord(value) ? value : {}).map(([name, item]) => {
    const part = parts[name];
    const encoder = part?.encode ?? (isRecord(item) ? jsonPair : form);
    return encoder(escapePlus(name), item, { explode: part?.explode ?? true, quote: escapePlus });
  });
  return { body: fields.filter((field) => field !== "").join("&"), contentType: mediaType };
};

/** Files as files, lists as repeated names, objects as JSON, unless the document says otherwise. */
export const multipart: BodyEncoder = (value, mediaType, parts = {}) => writeMultipart(value, mediaType, parts, "");

/** The same with `name[]` for lists. */
export const multipartBrackets: BodyEncoder = (value, mediaType, parts = {}) => writeMultipart(value, mediaType, parts, "[]");

interface Part {
  readonly name: string;
  readonly content: BlobPart;
  readonly fileName?: string;
  readonly type?: string | undefined;
}

/** As browsers write it (RFC 7578; WHATWG HTML, 4.10.21.8), but that what is no file may have a type, too. */
async function writeMultipart(value: unknown, mediaType = "multipart/form-data", parts: BodyParts, list: string): Promise<EncodedBody> {
  // The platform knows best what nobody can guess.
  const usual = new Response(new FormData()).headers.get("Content-Type") ?? "";
  const boundary = usual.split("boundary=")[1] ?? "";
  const pieces: BlobPart[] = [];
  for (const [name, item] of Object.entries(isRecord(value) ? value : {})) {
    for (const part of await partsOf(name, item, parts[name] ?? {}, list)) {
      const fileName = part.fileName === undefined ? "" : `; filename="${quoted(part.fileName)}"`;
      const type = part.type === undefined ? "" : `\r\nContent-Type: ${part.type}`;
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(part.name)}"${fileName}${type}\r\n\r\n`;
      pieces.push(head, part.content, "\r\n");
    }
  }
  return { body: new Blob([...pieces, `--${boundary}--\r\n`]), contentType: `${mediaType}; boundary=${boundary}` };
}

async function partsOf(name: string, value: unknown, how: BodyPart, list: string): Promise<Part[]> {
  const { file: isFile = false, mediaType, encode, explode = true } = how;
  if (value === undefined || value === null) {
    return [];
  }
  if (!isFile && mediaType !== undefined && isJsonType(mediaType)) {
    return [{ name, content: JSON.stringify(value), type: mediaType }];
  }
  if (encode !== undefined) {
    const pairs = encode(escapeValue(name), value, { explode, quote: escapeValue })
      .split("&")
      .filter((pair) => pair !== "");
    return pairs.map((pair) => {
      const [key = "", text = ""] = pair.split("=", 2).map(decodeURIComponent);
      return { name: key, content: text };
    });
  }
  const found: Part[] = [];
  const full = Array.isArray(value) ? `${name}${list}` : name;
  for (const item of Array.isArray(value) ? value : [value]) {
    const file = await givenFile(isFile && typeof item === "string" ? new TextEncoder().encode(item) : item);
    if (file !== null) {
      // Servers know a file by its name.
      found.push({ name: full, content: file.content, fileName: file.name ?? name, type: fileType(file, mediaType ?? "") });
    } else if (item !== undefined && item !== null) {
      const isText = typeof item !== "object";
      found.push({
        name: full,
        content: isText ? String(item) : JSON.stringify(item),
        type: mediaType ?? (isText ? undefined : "application/json"),
      });
    }
  }
  return found;
}

function isJsonType(mediaType: string): boolean {
  return /^[^;,]*[/+]json\b/i.test(mediaType);
}

function quoted(name: string): string {
  return name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
