import type { OperationId } from "./ids.js";
import type { Json } from "./json.js";
import type { Address, Docs, Naming, Node, Value } from "./node.js";
import type { Security, Server } from "./security.js";
import type { Example, Slot, Type } from "./types.js";

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

/** "404" | "4XX" | default */
export type Status =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "range"; readonly hundreds: number }
  | { readonly kind: "default" };

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
  /** application/jsonl */
  | { readonly kind: "lines" }
  /** text/event-stream */
  | { readonly kind: "events"; readonly sentinel: string | null };

/** encoding: { avatar: … } */
export interface Part {
  readonly wire: string;
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

/** $.pagination.max_page -> ["pagination", "max_page"]; any other JSONPath is a diagnostic. */
export type Path = readonly (string | number)[];

/** A parameter by wire name, or a place in the body. */
export interface Input {
  readonly in: "parameter" | "body";
  readonly path: Path;
}

/** items: where the results stand; last: number of pages; link: `Link: <…>; rel="next"` */
export type Pagination =
  | {
      readonly kind: "page" | "offset";
      readonly input: Input;
      readonly limit: Input | null;
      readonly items: Path;
      readonly last: Path | null;
    }
  | { readonly kind: "cursor"; readonly input: Input; readonly items: Path | null; readonly next: Path }
  | { readonly kind: "url"; readonly items: Path | null; readonly next: Path }
  | { readonly kind: "link"; readonly items: Path | null };

export interface Retry {
  readonly statuses: readonly Status[];
  readonly initialMs: number;
  readonly maxMs: number;
  readonly exponent: number;
  readonly budgetMs: number;
  readonly connection: boolean;
}
