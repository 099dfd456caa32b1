import { chunksOf, isReadableStream } from "../types/streams.js";
import { isRecord } from "./codec.js";

/** Content with a name, where no `File` is at hand, and a type where the name does not tell. */
export interface FileContent {
  readonly fileName: string;
  readonly content: Content | string;
  readonly contentType?: string | undefined;
}

type Content = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** All that can be uploaded: streams of Node are `AsyncIterable`s. */
export type Upload = FileContent | Content | string;

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

/** A file as its caller gave it. */
export interface GivenFile {
  readonly content: BlobPart;
  readonly name: string | undefined;
  readonly type: string | undefined;
}

/** A file in any of its forms, a stream read to its end; `null` for anything else. */
export async function givenFile(value: unknown): Promise<GivenFile | null> {
  if (isRecord(value) && typeof value.fileName === "string" && "content" in value) {
    const { fileName: name, content, contentType } = value;
    const inner = typeof content === "string" ? { content, type: undefined } : await givenFile(content);
    return inner === null ? null : { ...inner, name, type: typeof contentType === "string" ? contentType : inner.type };
  }
  if (isBlobLike(value)) {
    return { content: value, name: textOf(value, "name"), type: value.type === "" ? undefined : value.type };
  }
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
    return { content: value instanceof ArrayBuffer ? value : copyOf(value), name: undefined, type: undefined };
  }
  const stream = isReadableStream(value) ? chunksOf(value) : isAsyncIterable(value) ? value : null;
  if (stream === null) {
    return null;
  }
  const chunks: BlobPart[] = [];
  for await (const chunk of stream) {
    chunks.push(typeof chunk === "string" ? chunk : copyOf(chunk));
  }
  // A stream of Node knows the path that it reads.
  return { content: new Blob(chunks), name: textOf(value, "path")?.split(/[\\/]/).pop(), type: undefined };
}

/** The type of a file among those that the document allows (`image/png, image/*`; none: any): its own, what its name tells, or the first. */
export function fileType({ name = "", type }: GivenFile, declared: string): string {
  const own = type ?? getContentTypeFromFileName(name) ?? undefined;
  const kinds = declared.split(",").flatMap((kind) => kind.trim() || []);
  if (own !== undefined && (kinds.length === 0 || kinds.some((kind) => matchesType(own, kind)))) {
    return own;
  }
  return kinds.find((kind) => !kind.includes("*")) ?? own ?? "application/octet-stream";
}

/** Whether a type is `image/png`, one of `image/*`, or any; parameters count for nothing. */
function matchesType(type: string, pattern: string): boolean {
  const [actual = "", wanted = ""] = [type, pattern].map((one) => one.split(";", 1)[0]?.trim().toLowerCase());
  return wanted === "*/*" || wanted === actual || (wanted.endsWith("/*") && actual.startsWith(wanted.slice(0, -1)));
}

function textOf(value: unknown, key: string): string | undefined {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === "string" ? found : undefined;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<Uint8Array | string> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** A Blob takes only bytes that no other thread can change. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
