import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import type { Json } from "../../generator/ir/json.js";
import type { Call, Failure, Retries } from "./call.js";
import { root } from "./places.js";
import type { Credentials } from "./sessionCase.js";

/** One entry of specs/wire/*.yaml: a call, what the server answers, and what must be seen of both. Everything goes by wire name and holds for every language. */
export interface WireCase {
  readonly name: string;
  /** The second pair of SDKs in sdks.yaml. */
  readonly sdk?: "variant";
  /** What only one language has. */
  readonly only?: "python" | "typescript";
  readonly call: {
    readonly operation: string;
    /** By name, or by place and name ("query:id") where several have one. */
    readonly arguments?: { readonly [wire: string]: Json };
    readonly body?: Json;
    readonly take?: Call["take"];
    readonly headers?: Call["headers"];
    readonly timeoutMs?: number;
    readonly retries?: Retries;
    /** By the names of security schemes; without it each has some value. */
    readonly security?: Credentials;
    /** Values of parameters that the client holds. */
    readonly client?: { readonly [wire: string]: Json };
    /** "call" unless the operation's own server is wanted. */
    readonly server?: Call["server"];
    /** 1 unless less is wanted than the longest waits. */
    readonly chance?: number;
  };
  /** The first request. */
  readonly request?: ExpectedRequest;
  /** One for each request, 204 without; `null` cuts the connection, "silence" leaves the caller waiting. */
  readonly replies?: readonly (WireReply | "silence" | null)[];
  /** How many requests are sent, or what each of them is. */
  readonly requests?: number | readonly ExpectedRequest[];
  /** The query of each request. */
  readonly queries?: readonly string[];
  /** How many milliseconds the SDK waits before the second request, the third … */
  readonly waits?: readonly number[];
  /** What the call gives: all of it, or a part. */
  readonly value?: Json;
  readonly part?: Json;
  readonly error?: Partial<Failure>;
  /** How often the SDK tells of an answer that is not as described. */
  readonly drifts?: number;
}

/** What is written is compared, what is left out is not. */
export interface ExpectedRequest {
  /** The server of the SDK, or the other one that replies may name as `{other}`. */
  readonly host?: "sdk" | "other";
  readonly method?: string;
  /** As sent. */
  readonly path?: string;
  /** Path and query, letter by letter. */
  readonly sent?: string;
  /** Compared as names and values in order: a space is "+" or "%20". */
  readonly query?: string;
  readonly headers?: { readonly [name: string]: string };
  /** Headers that must not be there. */
  readonly without?: readonly string[];
  readonly json?: Json;
  readonly form?: string;
  readonly text?: string;
  readonly parts?: readonly Part[];
}

export interface WireReply {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly json?: Json;
  readonly parts?: readonly string[];
  /** Behind the last part the connection breaks. */
  readonly cut?: boolean;
}

/** One part of a multipart body. */
export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly type?: string;
  readonly content: string;
}

/** All cases, by file. */
export function readCases(): readonly (readonly [file: string, cases: readonly WireCase[]])[] {
  const folder = join(root, "specs/wire");
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && name !== "openapi.yaml" && name !== "sdks.yaml");
  return files.sort().map((file) => [file, load(readFileSync(join(folder, file), "utf8"), { schema: CORE_SCHEMA }) as readonly WireCase[]]);
}

/** The parts of a multipart body. RFC 7578. */
export function partsOf(body: string, contentType: string): readonly Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? "";
  const pieces = body.split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const [head = "", ...rest] = piece.replace(/^\r\n/, "").replace(/\r\n$/, "").split("\r\n\r\n");
    const fileName = /filename="([^"]*)"/i.exec(head)?.[1];
    const type = /^content-type: *(.*)$/im.exec(head)?.[1];
    return {
      name: /[; ]name="([^"]*)"/i.exec(head)?.[1] ?? "",
      content: rest.join("\r\n\r\n"),
      ...(fileName === undefined ? {} : { fileName }),
      ...(type === undefined ? {} : { type }),
    };
  });
}

/** A value in which two languages can be compared: names without case and underscores, instants in one form, properties that are absent gone. */
export function comparable(value: Json): Json {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value).toISOString() : value;
  if (Array.isArray(value)) return value.map((item: Json) => comparable(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.replaceAll("_", "").toLowerCase(), comparable(item)]));
}
