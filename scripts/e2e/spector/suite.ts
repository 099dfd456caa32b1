import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json, JsonObject } from "../../../generator/ir/json.js";
import { root } from "../places.js";

/** Where the suite stands; its README says what is in it. */
export const suite = join(root, "..", "shared", "conformance", "spector");

/** One scenario: what a client is expected to send, and what the server answers. */
export interface Scenario {
  readonly spec: string;
  readonly name: string;
  /** The status that is wanted, where the mistake is the test. */
  readonly code: number | null;
  readonly exchanges: readonly Exchange[];
}

export interface Exchange {
  readonly method: string;
  /** The path as it is sent. */
  readonly uri: string;
  readonly query: JsonObject;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string };
  readonly body: SuiteBody | null;
  readonly answer: { readonly status: number; readonly body: SuiteBody | null };
  /** Where a document describes the request; empty where none does. */
  readonly operations: readonly OperationPlace[];
}

export interface SuiteBody {
  readonly contentType: string;
  readonly json?: Json;
  readonly text?: string;
  readonly base64?: string;
  readonly multipart?: { readonly parts?: JsonObject; readonly files?: readonly SuiteFile[] };
  /** Where the server is lenient: "/value", match.dateTime.rfc7231(…) */
  readonly matchers?: readonly { readonly at: string; readonly match: string }[];
}

export interface SuiteFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly base64: string;
}

export interface OperationPlace {
  /** A file below the suite. */
  readonly document: string;
  readonly operationId: string;
}

interface WrittenScenario {
  readonly spec: string;
  readonly name: string;
  readonly code?: number;
  readonly apis: readonly {
    readonly method: string;
    readonly uri: string;
    readonly request: { readonly query?: JsonObject; readonly headers?: JsonObject; readonly body?: SuiteBody };
    readonly response: { readonly status: number; readonly body?: SuiteBody };
  }[];
}

interface Reach {
  readonly name: string;
  readonly requests: readonly { readonly operations: readonly OperationPlace[] }[];
}

export function hasSuite(): boolean {
  return existsSync(join(suite, "scenarios.json"));
}

export function readScenarios(): readonly Scenario[] {
  const read = (name: string) => JSON.parse(readFileSync(join(suite, name), "utf8"));
  const written: readonly WrittenScenario[] = read("scenarios.json");
  const reach: readonly Reach[] = read("reach.json");
  const reached = new Map(reach.map((one) => [one.name, one.requests]));
  return written.map(({ spec, name, code, apis }) => ({
    spec,
    name,
    code: code ?? null,
    exchanges: apis.map(({ method, uri, request, response }, i) => ({
      method,
      // One registered address escapes the colon, as the server's router wants it.
      uri: uri.replaceAll("\\", ""),
      query: request.query ?? {},
      headers: Object.fromEntries(Object.entries(request.headers ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)])),
      body: request.body ?? null,
      answer: { status: response.status, body: response.body ?? null },
      operations: reached.get(name)?.[i]?.operations ?? [],
    })),
  }));
}
