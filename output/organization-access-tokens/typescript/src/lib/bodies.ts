import { type Codec, isRecord, type Xml } from "./codec.js";
import { escapePlus, form, jsonPair, type ParameterEncoder } from "./encodings.js";
import { filePart } from "./files.js";

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

/** Blobs, bytes, streams and text go as they are. */
export const binary: BodyEncoder = async (value, mediaType = "application/octet-stream") => {
  const isNamed = isRecord(value) && "fileName" in value && "content" in value;
  const file = isNamed ? await filePart(value, mediaType) : null;
  return { body: file === null ? (value as EncodedBody["body"]) : file.blob, contentType: mediaType };
};

/** What the document says of single fields of a form, by their names on the wire. */
export interface BodyParts {
  readonly [name: string]: { readonly mediaType?: string; readonly encode?: ParameterEncoder; readonly explode?: boolean };
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

/** Files as files, lists as repeated names, objects as JSON. */
export const multipart: BodyEncoder = async (value, _mediaType, parts = {}) => ({
  body: await formData(value, parts, (name) => name),
  contentType: null,
});

/** The same with `name[]` for lists. */
export const multipartBrackets: BodyEncoder = async (value, _mediaType, parts = {}) => ({
  body: await formData(value, parts, (name) => `${name}[]`),
  contentType: null,
});

async function formData(value: unknown, parts: BodyParts, listName: (name: string) => string): Promise<FormData> {
  const data = new FormData();
  for (const [name, item] of Object.entries(isRecord(value) ? value : {})) {
    for (const one of Array.isArray(item) ? item : [item]) {
      await appendPart(data, Array.isArray(item) ? listName(name) : name, one, parts[name]?.mediaType ?? "");
    }
  }
  return data;
}

async function appendPart(data: FormData, name: string, value: unknown, mediaType: string): Promise<void> {
  if (value === undefined || value === null) {
    return;
  }
  const file = await filePart(value, mediaType);
  if (file !== null) {
    // Servers know a file by its name, and an unnamed Blob is called "blob" already.
    data.append(name, file.blob, file.fileName ?? name);
    return;
  }
  data.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
}
