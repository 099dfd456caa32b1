import type { Json } from "../../ir/json.js";
import type { CallExample } from "../../ir/operation.js";
import { plainText } from "../../ir/types.js";
import type { Code } from "../layout.js";
import type { Credential, Method, ObjectModel, Plan, Request } from "../plan/plan.js";
import { type LiteralWords, literal } from "./literal.js";
import { type Shown, type SnippetCall, shownCredential, snippetCall, snippetClient } from "./snippets.js";

/** How a language writes what a snippet gives to a client and to a call. */
export interface CallWords extends LiteralWords {
  /** The option that holds the address of a server. */
  readonly serverOption: string;
  /** A value of a model, field by field. */
  readonly record: (model: ObjectModel, entries: readonly CodeEntry[]) => Code;
  /** The variable of the environment that stands for an option, null where none is read; and what reads it. */
  readonly variable: (name: string) => string | null;
  readonly environment: (variable: string) => Code;
  /** The body that is shown for that of the example. */
  readonly body: (said: Json | undefined, request: Request) => Json | undefined;
  /** The one value of a method that takes its arguments in it. */
  readonly object: (said: SnippetCall["arguments"], request: Extract<Request, { kind: "object" }>) => Code | null;
}

export type CodeEntry = readonly [name: string, code: Code];

export const exampleAddress = "https://api.example.com";

/** What a snippet says, written: the options of the client, and the arguments of the call in their order; null for one that the example does not give. */
export interface WrittenCall<Use> extends WrittenClient<Use> {
  readonly call: readonly ArgumentCode[];
}

/** The same without a call; `uses` are the things that the code takes from elsewhere. */
export interface WrittenClient<Use> {
  readonly client: readonly CodeEntry[];
  readonly uses: ReadonlySet<Use>;
}

type ArgumentCode = readonly [name: string, code: Code | null];
type WordsOf<Use> = (uses: Set<Use>) => CallWords;

export function writtenCall<Use>(plan: Plan, method: Method, example: CallExample, wordsOf: WordsOf<Use>): WrittenCall<Use> {
  const uses = new Set<Use>();
  const words = wordsOf(uses);
  const said = snippetCall(plan, method, example);
  const { security } = method;
  const own = security.kind === "own" ? [["security", credentialsCode(security.model, said.ownCredentials, words)] as const] : [];
  return { client: clientEntries(plan, said, words), call: [...own, ...requestEntries(method.request, said, words)], uses };
}

export function writtenClient<Use>(plan: Plan, wordsOf: WordsOf<Use>): WrittenClient<Use> {
  const uses = new Set<Use>();
  return { client: clientEntries(plan, snippetClient(plan), wordsOf(uses)), uses };
}

function requestEntries(request: Request, said: SnippetCall, words: CallWords): readonly ArgumentCode[] {
  const value = (one: Json | undefined, { type }: Pick<SnippetCall["arguments"][number]["argument"], "type">): Code | null =>
    one === undefined ? null : literal(words, one, type);
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return [["request", value(words.body(said.body, request), request.body)]];
    case "object":
      return [["request", words.object(said.arguments, request)]];
    case "arguments":
      return said.arguments.map(({ argument, value: one }) => [argument.name, value(one, argument)]);
  }
}

/** The options that a client needs for one call: server, global values, credentials. */
function clientEntries(
  { client: { security } }: Plan,
  said: Pick<SnippetCall, "needsServer" | "globals" | "credentials">,
  words: CallWords,
): readonly CodeEntry[] {
  const { credentials } = said;
  return [
    ...(said.needsServer ? [[words.serverOption, literal(words, exampleAddress, plainText)] as const] : []),
    ...said.globals.map(({ global, value }) => [global.option, literal(words, value, global.type)] as const),
    ...credentials.flatMap((one) => (one.option === null ? [] : [[one.option, credentialCode(one, words)] as const])),
    ...(security.kind === "given" && credentials.some(({ option }) => option === null)
      ? [["security", credentialsCode(security.model, credentials, words)] as const]
      : []),
  ];
}

function credentialsCode(model: ObjectModel, credentials: readonly Credential[], words: CallWords): Code {
  return words.record(
    model,
    credentials.map((one) => [one.name, credentialCode(one, words)]),
  );
}

function credentialCode(credential: Credential, words: CallWords): Code {
  const secret = ({ kind, text }: Shown): Code => (kind === "variable" ? words.environment(text) : words.scalar(text));
  const shown = shownCredential(credential, words.variable);
  if ("kind" in shown) return secret(shown);
  const parts = shown.map((part) => [part.name, secret(part.shown)] as const);
  return credential.model === null ? "" : words.record(credential.model, parts);
}
