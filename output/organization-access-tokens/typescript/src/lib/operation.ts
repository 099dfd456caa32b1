import type { BodyEncoder, BodyParts } from "./bodies.js";
import type { Codec, FieldTable, Xml } from "./codec.js";
import type { Paced } from "./deadline.js";
import type { ParameterEncoder } from "./encodings.js";
import type { HTTPMeta } from "./errors.js";
import type { Alternatives, SecurityPlan } from "./security.js";

/**
 * All that is known of one operation, as a literal: `call` does the rest. What each key means, and what comes of it, is said in `CONTRACT.md` of sdksmith for all languages. `Q`, `S`
 * and `E` are the types of the request, of what a successful call returns, and of its declared errors.
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
  /** The arguments, and where each of them goes. */
  readonly request?: RequestCodec;
  /** Absent: JSON, if a field of the request is the body. */
  readonly body?: Body;
  /** Of those that match alike the first whose type fits. */
  readonly responses: readonly Rule[];
  /** Absent: a call returns the value alone. */
  readonly wrap?: Wrap;
  readonly pages?: Pages;
  readonly retry?: Retry;
  readonly timeoutMs?: number;
  /** Absent: that of the client. A relative one stands below that of the client. */
  readonly servers?: readonly string[];
  /** Absent: that of the client. */
  readonly security?: SecurityPlan;
  /** Absent: those of the client, or of `security`. */
  readonly alternatives?: Alternatives;
  /** No credentials are sent. */
  readonly anonymous?: true;
  /** Options of the client that stand in for missing arguments. */
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

/** How the body is written. */
export interface Body {
  /** The request as a whole is the body; absent: a field of the request is. */
  readonly type?: Codec;
  /** Absent: `json`. */
  readonly write?: BodyEncoder;
  /** Absent: the usual one of `write`. */
  readonly mediaType?: string;
  /** A whole body that may be left out. */
  readonly required?: false;
  /** The field that asks for a stream where it is true, and else for the whole answer. */
  readonly streamField?: string;
  /** Of a form: what the document says of single fields. */
  readonly parts?: BodyParts;
  /** How the root of an XML body stands. */
  readonly xml?: Xml;
}

/** The class of an error of the API. */
export type ErrorClass = new (data: never, http: HTTPMeta) => Error;

/** One response that the document describes. */
export interface Rule {
  /** "200", "4XX" or "default". */
  readonly status: string;
  /** Absent: there is no body. */
  readonly type?: Codec;
  /** "application/json" when absent. */
  readonly mediaType?: string;
  /** How the body is read; JSON when absent. */
  readonly read?: ResponseReader | BodyParser;
  /** How the root of an XML body stands, where it is a list. */
  readonly xml?: Xml;
  /** The response stands for an error. */
  readonly error?: ErrorClass;
  /** The text that ends a stream of events. */
  readonly sentinel?: string;
  /** Of events the data alone are read and given, and the type is theirs. */
  readonly dataOnly?: true;
}

/** Reads a body. `decode` turns JSON into a value: of several readings it takes the first that fits. `paced`: how a stream waits for its next piece. */
export type ResponseReader = (response: Response, rule: Rule, decode: (...readings: unknown[]) => unknown, paced: Paced) => unknown;

/** Reads a body that was received as a whole: its JSON, or a throw where it has none. */
export interface BodyParser {
  readonly parse: (text: string, rule: Rule) => unknown;
}

/** What a call returns around its value. */
export interface Wrap {
  /** The property that holds the value. */
  readonly field?: string;
  readonly headers?: true;
  /** The exchange itself, in one of the forms of older SDKs. */
  readonly envelope?: "http" | "full";
}

/** A path by the names of the wire; negative positions count from the end. */
export type Path = readonly (string | number)[];

/** A parameter or a header by name, or a path in the JSON of the body. */
export type Place = string | Path;

/** How the pages of a result follow each other. */
export interface Pages {
  readonly kind: "page" | "offset" | "cursor" | "url" | "link";
  /** What says in the request which page is asked for. */
  readonly input?: Place;
  /** What says in the request how many items a page has. */
  readonly limit?: Place;
  /** Where the items stand. */
  readonly items?: Path;
  /** The number of the last page. */
  readonly last?: Path;
  /** What names the next page in the response: a cursor or an address. */
  readonly next?: Place;
  /** What a server takes where nothing is sent at `input`. */
  readonly first?: number;
  /** The same for `limit`. */
  readonly size?: number;
}

/** When a call is repeated, unless the caller says otherwise; times in milliseconds. */
export interface Retry {
  readonly statuses?: readonly string[];
  readonly connection?: true;
  readonly initial?: number;
  readonly max?: number;
  readonly exponent?: number;
  readonly budget?: number;
}

export type PagedOperation<Q, S, E = never> = Operation<Q, S, E> & { readonly pages: Pages };
