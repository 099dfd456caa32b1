import type { Pagination, Retry, Status } from "./behaviour.js";
import type { OperationId } from "./ids.js";
import type { Json } from "./json.js";
import type { Address, Docs, Naming, Node, Value } from "./node.js";
import type { Security, Server } from "./security.js";
import type { Example, Slot, Type, Xml } from "./types.js";

export interface Operation extends Node {
  readonly id: OperationId;
  readonly naming: Naming;
  readonly docs: Docs;
  /** As on the wire of the document: "get", "query", "COPY". */
  readonly method: string;
  /** "/v1/tokens/{id}"; for a webhook its name. */
  readonly path: string;
  /** Those of the path item merged in, document order. */
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  readonly responses: readonly Response[];
  /** null: the Api's own; []: none; [[]]: `security: [{}]` */
  readonly security: Security | null;
  /** []: the Api's own */
  readonly servers: readonly Server[];
  readonly pagination: Pagination | null;
  readonly retry: Retry | null;
  readonly timeoutMs: number | null;
  readonly examples: readonly CallExample[];
  readonly callbacks: readonly Operation[];
}

export interface Parameter extends Slot {
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly encoding: ParameterEncoding;
  /** A value that the client holds for all operations. */
  readonly global: "no" | "visible" | "hidden";
}

export type ParameterStyle = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "tabDelimited" | "deepObject";

/** style: form, explode: true | content: { application/json: … } */
export type ParameterEncoding =
  | {
      readonly kind: "styled";
      readonly style: ParameterStyle;
      readonly explode: boolean;
      readonly allowReserved: boolean;
      readonly allowEmpty: boolean;
    }
  | { readonly kind: "content" };

/** requestBody */
export interface Body extends Node {
  readonly naming: Naming;
  readonly docs: Docs;
  readonly presence: "required" | "optional";
  /** The one that SDKs send: the first that has a structure, JSON before forms before bytes. */
  readonly content: Content;
  /** In document order. */
  readonly others: readonly Content[];
}

export interface Response extends Node {
  readonly docs: Docs;
  readonly status: Status;
  readonly outcome: "success" | "error";
  /** Key under components.responses when it was a $ref: two errors with one key are one type. */
  readonly shared: string | null;
  readonly headers: readonly Slot[];
  readonly contents: readonly Content[];
}

/** application/json: { schema, examples }; of a stream the type is that of one item */
export interface Content extends Node {
  readonly mediaType: string;
  readonly type: Type;
  readonly codec: Codec;
  readonly examples: readonly Example[];
}

export type Codec =
  /** application/json, +json */
  | { readonly kind: "json" }
  /** text/* */
  | { readonly kind: "text" }
  /** octet-stream, image/* */
  | { readonly kind: "binary" }
  | { readonly kind: "form"; readonly parts: readonly Part[] }
  | { readonly kind: "multipart"; readonly parts: readonly Part[] }
  /** application/xml, +xml; `root`: of the body, with a name */
  | { readonly kind: "xml"; readonly root: Xml }
  /** application/jsonl */
  | { readonly kind: "lines" }
  /** text/event-stream; `of`: whether the type is that of an event or of its data; `sentinel`: the data that ends it */
  | { readonly kind: "events"; readonly of: "event" | "data"; readonly sentinel: string | null };

/** How one field of a form travels, by its schema and encoding: { avatar: … } */
export interface Part {
  readonly wire: string;
  /** It is a file, or a list of files. */
  readonly file: boolean;
  /** One type, or several with commas between them: `image/png, image/jpeg`. */
  readonly mediaType: string | null;
  readonly encoding: ParameterEncoding | null;
}

/** One whole call. */
export interface CallExample {
  readonly name: string;
  readonly arguments: readonly { readonly slot: Address; readonly value: Json }[];
  /** In the content that SDKs send. */
  readonly body: Value | null;
}

/** `application/json` and every `+json`. */
export function isJsonType(mediaType: string): boolean {
  return /^[^;,]*[/+]json\b/i.test(mediaType);
}
