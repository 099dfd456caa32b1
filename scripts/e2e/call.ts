import type { Json } from "../../generator/ir/json.js";

/** One call, for the drivers of both languages: names are those of the SDK, values are JSON with tagged scalars. */
export interface Call {
  /** Sent as the header `x-call`, so that the server knows which call it sees. */
  readonly id: string;
  readonly resource: readonly string[];
  readonly method: string;
  /** The function that does the same; null in a language without such. */
  readonly function: string | null;
  /** `argument`: what it is called as an argument of its own, where its field has another name. */
  readonly arguments: readonly { readonly name: string; readonly argument: string; readonly value: Json }[];
  /** `name`: what the body is called beside arguments; `arguments`: what its fields are called as arguments of their own. */
  readonly body: { readonly name: string | null; readonly arguments: { readonly [field: string]: string }; readonly value: Json } | null;
  /** Whether a request type gathers the arguments; else a parameter called "request" is the body itself. */
  readonly gathered: boolean;
  readonly credentials: { readonly [name: string]: Json };
  /** The type that gathers them, where a client takes them as one. */
  readonly credentialType: string | null;
  readonly security: { readonly [name: string]: Json } | null;
  readonly take: "value" | "pages" | "items" | "stream";
  /** What is given is written again as the SDK writes it; null: it is shown in the names of its language. */
  readonly encoding: Encoding | null;
  readonly headers: { readonly [name: string]: string };
  readonly timeoutMs: number | null;
  readonly retries: Retries | null;
  /** Further options of the client. */
  readonly client: { readonly [name: string]: Json };
  /** Who names the server: the call, or only the client, so that an operation's own one counts; or the document. */
  readonly server: "call" | "client" | "document";
  /** What chance gives: 1 is the longest wait. */
  readonly chance: number;
  /** Whether the server leaves a request without an answer: the driver turns its clock when one has arrived. */
  readonly silence: boolean;
}

/** How a value becomes JSON: a type of the SDK by what the SDK has for it, what stands in lists, maps and wrappers one by one. */
export type Encoding =
  | { readonly kind: "plain" }
  | { readonly kind: "scalar"; readonly type: string; readonly wire: string }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "array" | "map"; readonly of: Encoding }
  | { readonly kind: "member"; readonly field: string; readonly of: Encoding };

/** Milliseconds. */
export interface Retries {
  readonly initial: number;
  readonly max: number;
  readonly exponent: number;
  readonly budget: number;
  readonly connection: boolean;
}

/** What came of a call: its value in the names of its language, or an error in words that both share; the waits that the SDK asked its clock for, in milliseconds; how often it told of an answer that is not as described. */
export type Outcome = { readonly id: string; readonly waits: readonly number[]; readonly drifts: number } & (
  | { readonly value: Json; readonly error?: never }
  | { readonly error: Failure; readonly value?: never }
);

export interface Failure {
  readonly kind: "status" | "mismatch" | "timeout" | "connection" | "input" | "other";
  readonly name: string;
  readonly message: string;
  readonly status: number | null;
  readonly data: Json;
}
