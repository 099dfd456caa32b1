import type { BodyEncoder, BodyParts } from "./bodies.js";
import type { Codec, FieldTable } from "./codec.js";
import type { ParameterEncoder } from "./encodings.js";
import type { HTTPMeta } from "./errors.js";
import type { RetryConfig } from "./retries.js";
import type { Alternatives, SecurityPlan } from "./security.js";

/**
 * All that is known of one operation, as a literal: `call` does the rest. `Q`, `S` and `E` are the types of the request, of what a successful call returns, and of its declared errors.
 *
 *     const operation: Operation<GetTokenRequest, Token, NotFoundError> = {
 *       id: "tokens:get",
 *       method: "GET",
 *       path: "/tokens/{id}",
 *       request: GetTokenRequest$codec,
 *       responses: [
 *         { status: "200", type: Token$codec },
 *         { status: "404", type: NotFoundErrorData$codec, error: NotFoundError },
 *       ],
 *     };
 */
export interface Operation<Q, S, E = never> {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly request?: RequestCodec;
  /** The request as a whole is the body. */
  readonly body?: Codec;
  /** How the body is written; JSON when absent. */
  readonly encodeBody?: BodyEncoder;
  readonly mediaType?: string;
  /** Of a form: what the document says of single fields. */
  readonly parts?: BodyParts;
  /** In the order in which they are tried. */
  readonly responses: readonly ResponseRule[];
  /** How a successful call returns: the value (or an object of `field` and `headers`), or an envelope with the exchange around it. */
  readonly envelope?: "http" | "full";
  readonly pages?: Pages;
  /** Absent: that of the client. */
  readonly security?: SecurityPlan;
  /** Absent: those of the client, or of `security`. */
  readonly alternatives?: Alternatives;
  readonly retry?: RetryConfig;
  readonly retryCodes?: readonly string[];
  readonly timeoutMs?: number;
  readonly servers?: readonly string[];
  /** Options of the client that are parameters of this operation as well. */
  readonly globals?: readonly string[];
  /** Never set: it carries the types. */
  readonly "~types"?: (request: Q) => [S, E];
}

/** The properties of a request and where each of them goes. `T` makes the compiler check that none is forgotten. */
export interface RequestCodec<T extends object = { [property: string]: unknown }> {
  readonly kind: "object";
  readonly fields: { readonly [P in keyof T]-?: RequestField };
}

export interface RequestField extends FieldTable {
  readonly in: "path" | "query" | "header" | "cookie" | "querystring" | "body";
  /** Absent: the style that OpenAPI gives the place. */
  readonly encode?: ParameterEncoder;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** An empty value is sent as `name=`. */
  readonly allowEmpty?: true;
}

/** The class of an error of the API. */
export type ErrorClass = new (data: never, http: HTTPMeta) => Error;

export interface ResponseRule {
  /** "200", "4XX" or "default". */
  readonly status: string;
  /** "application/json" when absent, unless the response has no body. */
  readonly mediaType?: string;
  /** Absent: there is no body. */
  readonly type?: Codec;
  /** How the body is read; JSON when absent. */
  readonly read?: ResponseReader;
  /** The response stands for an error. */
  readonly error?: ErrorClass;
  /** Further errors that the body may be: the one whose type fits best is raised. */
  readonly others?: readonly { readonly type: Codec; readonly error: ErrorClass }[];
  /** The property that holds the value, where the call returns more than it. */
  readonly field?: string;
  /** The call returns the headers, too. */
  readonly headers?: true;
  /** The text that ends a stream of events. */
  readonly sentinel?: string;
  /** A stream of events yields their data only. */
  readonly flat?: true;
}

/** Reads a body; `decodeItem` turns JSON, or one item of a stream, into a value. */
export type ResponseReader = (response: Response, rule: ResponseRule, decodeItem: (json: unknown) => DecodedItem) => unknown;

export interface DecodedItem {
  readonly value: unknown;
  readonly fits: boolean;
}

/** A property path in the request or in the value; `last` and `next` are paths in the JSON of the response. */
export type PropertyPath = readonly (string | number)[];

export type Pages =
  | {
      readonly kind: "page" | "offset";
      readonly input: PropertyPath;
      /** Where counting begins: the default of the input. */
      readonly first: number;
      readonly limit?: { readonly input: PropertyPath; readonly default?: number };
      readonly items: PropertyPath;
      readonly last?: PropertyPath;
    }
  | { readonly kind: "cursor"; readonly input: PropertyPath; readonly items?: PropertyPath; readonly next: NextPage }
  | { readonly kind: "url"; readonly items?: PropertyPath; readonly next: NextPage }
  | { readonly kind: "link"; readonly items?: PropertyPath };

export type NextPage = { readonly body: PropertyPath } | { readonly header: string };

export type PagedOperation<Q, S, E = never> = Operation<Q, S, E> & { readonly pages: Pages };
