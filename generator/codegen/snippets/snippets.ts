import { isObject, type Json } from "../../ir/json.js";
import type { CallExample } from "../../ir/operation.js";
import type { SecurityScheme } from "../../ir/security.js";
import { snakeCase } from "../casing.js";
import { attributeText, oneLine } from "../docs/pageText.js";
import type { Alternatives, Argument, Credential, Global, Method, Plan } from "../plan/plan.js";

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

/** The snippets as a page shows them, each with its code. */
export function usageSnippets<C extends object>(
  method: Method,
  choice: SnippetChoice,
  codeOf: (example: CallExample) => C,
): readonly (Omit<Snippet, "example"> & C)[] {
  return snippetsOf(method, choice).map(({ heading, comment, example }) => ({ heading, comment, ...codeOf(example) }));
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
  /** The first server of the document cannot be used as it stands, or there is none. */
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
    needsServer: client.needsHost !== "never",
    globals: method.globals.map(({ global }) => ({ global, value: global.slot.example?.value ?? global.slot.default?.value ?? "<value>" })),
    credentials:
      security.kind === "client" && client.security.kind !== "none"
        ? firstAlternative(security.alternatives ?? client.security.credentials.alternatives)
        : [],
    ownCredentials: security.kind === "own" ? firstAlternative(security.credentials.alternatives) : [],
    body: example.body?.value,
    arguments: given.map((argument) => ({ argument, value: givenValue(argument, example) })),
  };
}

/** A client without a call: with the credentials that the document as a whole asks for first, else the first operation that asks for some. */
export function snippetClient({ client, methods }: Plan): Pick<SnippetCall, "needsServer" | "globals" | "credentials"> {
  const { security } = client;
  const asked = methods.map((method) => (method.security.kind === "client" ? (method.security.alternatives ?? []) : []));
  const all = security.kind === "none" ? [] : [security.credentials.alternatives, ...asked];
  const credentials = all.map(firstAlternative).find((found) => found.length > 0) ?? [];
  return { needsServer: client.needsHost !== "never", globals: [], credentials };
}

function firstAlternative(alternatives: Alternatives): readonly Credential[] {
  return alternatives.find((uses) => uses.length > 0)?.map(({ credential }) => credential) ?? [];
}

function givenValue({ source, slot }: Argument, example: CallExample): Json | undefined {
  const body = example.body?.value;
  switch (source.kind) {
    case "parameter":
      return example.arguments.find((one) => one.slot === slot.address)?.value;
    case "body":
      return body;
    case "field":
      return isObject(body) && Object.hasOwn(body, slot.wire) ? body[slot.wire] : undefined;
    case "rest":
      return undefined;
  }
}

/** What stands for a secret text: the literal of the document, the variable of the environment that holds it, or a placeholder. */
export interface Shown {
  readonly kind: "literal" | "variable" | "placeholder";
  readonly text: string;
}

export interface ShownPart {
  readonly name: string;
  readonly shown: Shown;
}

/** A credential as a snippet gives it: one text, or its parts by their names; `variable` is the one that stands for an option. */
export function shownCredential(credential: Credential, variable: (name: string) => string | null): Shown | readonly ShownPart[] {
  const { variables, scheme, model } = credential;
  if (model === null) return shown(scheme.example?.value, variable(variables[0] ?? ""), placeholderOf(scheme));
  return model.fields.flatMap(({ name, slot, default: byDefault }, i) => {
    const standIn = variable(variables[i] ?? "");
    if (byDefault !== null && standIn === null) return [];
    return [{ name, shown: shown(slot.example?.value, standIn, `<YOUR_${snakeCase(slot.wire).toUpperCase()}_HERE>`) }];
  });
}

function shown(example: Json | undefined, variable: string | null, placeholder: string): Shown {
  if (typeof example === "string") return { kind: "literal", text: example };
  return variable === null ? { kind: "placeholder", text: placeholder } : { kind: "variable", text: variable };
}

function placeholderOf({ kind }: SecurityScheme): string {
  switch (kind) {
    case "bearer":
    case "http":
      return "<YOUR_BEARER_TOKEN_HERE>";
    case "oauth2":
    case "openIdConnect":
      return "<YOUR_OAUTH2_HERE>";
    case "basic":
    case "apiKey":
    case "mutualTls":
    case "custom":
      return "<YOUR_API_KEY_HERE>";
  }
}
