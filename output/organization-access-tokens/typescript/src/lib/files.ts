import { chunksOf, isReadableStream } from "../types/streams.js";

/** Content with a name, where no `File` is at hand. */
export interface FileContent {
  readonly fileName: string;
  readonly content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/** All that can be uploaded. */
export type Upload = FileContent | Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | string;

export function isBlobLike(value: unknown): value is Blob {
  return (
    value instanceof Blob || (typeof value === "object" && value !== null && "arrayBuffer" in value && "size" in value && "type" in value)
  );
}

/** The whole content of a stream. */
export async function readableStreamToArrayBuffer(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  return new Response(stream).arrayBuffer();
}

/** One of the types that most uploads have; `null` when the name does not tell. */
export function getContentTypeFromFileName(fileName: string): string | null {
  const extension = fileName.toLowerCase().split(".").pop() ?? "";
  return contentTypes[extension] ?? null;
}

const contentTypes: { readonly [extension: string]: string } = {
  avif: "image/avif",
  csv: "text/csv",
  flac: "audio/flac",
  gif: "image/gif",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/markdown",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  mpeg: "video/mpeg",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  wav: "audio/wav",
  webm: "video/webm",
  webp: "image/webp",
  xml: "application/xml",
  zip: "application/zip",
};

/** Anything that can be uploaded, as one part of a form; `null` when the value is no file. A file's own type counts, then its name, then `mediaType`. */
export async function filePart(
  value: unknown,
  mediaType = "",
): Promise<{ readonly blob: Blob; readonly fileName: string | undefined } | null> {
  if (isBlobLike(value)) {
    return { blob: await blobOf(value, mediaType), fileName: "name" in value && typeof value.name === "string" ? value.name : undefined };
  }
  if (isReadableStream(value) || value instanceof Uint8Array || value instanceof ArrayBuffer) {
    return { blob: await blobOf(value, mediaType), fileName: undefined };
  }
  if (typeof value === "object" && value !== null && "fileName" in value && typeof value.fileName === "string" && "content" in value) {
    return {
      blob: await blobOf(value.content, getContentTypeFromFileName(value.fileName) ?? (mediaType || "application/octet-stream")),
      fileName: value.fileName,
    };
  }
  return null;
}

async function blobOf(content: unknown, type: string): Promise<Blob> {
  if (isBlobLike(content)) {
    return content.type === "" && type !== "" ? new Blob([content], { type }) : content;
  }
  if (isReadableStream(content)) {
    const parts: BlobPart[] = [];
    for await (const chunk of chunksOf(content)) {
      parts.push(copyOf(chunk));
    }
    return new Blob(parts, { type });
  }
  if (content instanceof ArrayBuffer) {
    return new Blob([content], { type });
  }
  if (content instanceof Uint8Array) {
    return new Blob([copyOf(content)], { type });
  }
  return new Blob([String(content)], { type });
}

/** A Blob takes only bytes that no other thread can change. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
