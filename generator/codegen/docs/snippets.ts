import type { Json } from "../../ir/json.js";
import type { CallExample } from "../../ir/operation.js";
import type { Argument, Credential, Credentials, Global, Method, Plan } from "../plan/plan.js";
import { isRecord } from "./json.js";
import { attributeText, oneLine } from "./pageText.js";

/** One usage example of a method: its heading, the comment that tools find it by, and the call that it shows. */
export interface Snippet {
  readonly heading: string;
  readonly comment: string;
  readonly example: CallExample;
}

/** Which examples a page shows. */
export interface SnippetChoice {
  readonly language: string;
  /** One for each example that somebody named, or the first alone. */
  readonly examples: "first" | "all";
  readonly isNamed: (example: CallExample) => boolean;
  /** Whether the heading of a single named example holds its name. */
  readonly first: (method: Method) => CallExample;
}

export function snippetsOf(method: Method, { language, examples, isNamed, first }: SnippetChoice): readonly Snippet[] {
  const named = examples === "all" ? method.examples.filter(isNamed) : [];
  const heading = "### Example Usage";
  if (named.length === 0) return [{ heading, comment: commentLine(language, method, null), example: first(method) }];
  return named.map((example) => ({
    heading: named.length === 1 ? heading : `${heading}: ${oneLine(example.name).trim()}`,
    comment: commentLine(language, method, example.name),
    example,
  }));
}

/** `<!-- UsageSnippet language="python" operationID="tokens:list" method="get" path="/v1/tokens/" -->` */
function commentLine(language: string, { id, verb, writtenUrl }: Method, example: string | null): string {
  const attributes = [
    ["language", language],
    ["operationID", id],
    ["method", verb],
    ["path", writtenUrl],
    ...(example === null ? [] : [["example", example]]),
  ];
  return `<!-- UsageSnippet ${attributes.map(([name = "", value = ""]) => `${name}="${attributeText(value)}"`).join(" ")} -->`;
}

/** What a snippet must say so that the call runs: of the client, and of the call itself. */
export interface SnippetCall {
  /** The document names no server that could be used as it stands. */
  readonly needsServer: boolean;
  readonly globals: readonly { readonly global: Global; readonly value: Json }[];
  /** Of the client: those of the first alternative that is not empty. */
  readonly credentials: readonly Credential[];
  /** Of the method's own argument `security`. */
  readonly ownCredentials: readonly Credential[];
  /** The whole body; undefined where none is sent. */
  readonly body: Json | undefined;
  /** What the example gives, in the order of the signature. */
  readonly arguments: readonly { readonly argument: Argument; readonly value: Json | undefined }[];
}

export function snippetCall({ client }: Plan, method: Method, example: CallExample): SnippetCall {
  const { security, request } = method;
  const given = request.kind === "object" || request.kind === "arguments" ? request.arguments : [];
  return {
    needsServer: client.servers.every(({ relative }) => relative),
    globals: method.globals.map(({ global }) => ({ global, value: global.slot.example?.value ?? global.default?.value ?? "<value>" })),
    credentials: security.kind === "client" && client.security.kind !== "none" ? firstAlternative(client.security.credentials) : [],
    ownCredentials: security.kind === "own" ? firstAlternative(security.credentials) : [],
    body: example.body?.value,
    arguments: given.map((argument) => ({ argument, value: givenValue(argument, example) })),
  };
}

function firstAlternative({ alternatives }: Credentials): readonly Credential[] {
  return alternatives.find((credentials) => credentials.length > 0) ?? [];
}

function givenValue({ source, slot }: Argument, example: CallExample): Json | undefined {
  const body = example.body?.value;
  switch (source.kind) {
    case "parameter":
      return example.arguments.find((one) => one.slot === slot.address)?.value;
    case "body":
      return body;
    case "field":
      return isRecord(body) && Object.hasOwn(body, slot.wire) ? body[slot.wire] : undefined;
    case "rest":
      return undefined;
  }
}

/** What stands for a credential: the literal that the document gives, or a placeholder of its kind. */
export function placeholder({ scheme }: Credential): { readonly literal: string } | { readonly placeholder: string } {
  if (typeof scheme.example?.value === "string") return { literal: scheme.example.value };
  switch (scheme.kind) {
    case "bearer":
    case "http":
      return { placeholder: "<YOUR_BEARER_TOKEN_HERE>" };
    case "oauth2":
    case "openIdConnect":
      return { placeholder: "<YOUR_OAUTH2_HERE>" };
    case "basic":
    case "apiKey":
    case "mutualTls":
    case "custom":
      return { placeholder: "<YOUR_API_KEY_HERE>" };
  }
}
