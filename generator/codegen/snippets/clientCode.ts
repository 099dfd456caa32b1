import type { Json } from "../../ir/json.js";
import { plainText, type Type } from "../../ir/types.js";
import type { Code } from "../layout.js";
import type { Credential, ObjectModel, Plan } from "../plan/plan.js";
import { type Shown, type SnippetCall, shownCredential } from "./snippets.js";

/** How a language writes what a snippet gives to a client. */
export interface ClientWords {
  /** The option that holds the address of a server. */
  readonly serverOption: string;
  readonly value: (value: Json, type: Type) => Code;
  readonly secret: (shown: Shown) => Code;
  /** A value of a model, field by field. */
  readonly record: (model: ObjectModel, entries: readonly CodeEntry[]) => Code;
  /** The variable of the environment that stands for an option; null where none is read. */
  readonly variable: (name: string) => string | null;
}

export type CodeEntry = readonly [name: string, code: Code];

export const exampleAddress = "https://api.example.com";

/** The options that a client needs for one call: server, global values, credentials. */
export function clientEntries(
  { client: { security } }: Plan,
  said: Pick<SnippetCall, "needsServer" | "globals" | "credentials">,
  words: ClientWords,
): readonly CodeEntry[] {
  const { credentials } = said;
  return [
    ...(said.needsServer ? [[words.serverOption, words.value(exampleAddress, plainText)] as const] : []),
    ...said.globals.map(({ global, value }) => [global.option, words.value(value, global.type)] as const),
    ...credentials.flatMap((one) => (one.option === null ? [] : [[one.option, credentialCode(one, words)] as const])),
    ...(security.kind === "given" && credentials.some(({ option }) => option === null)
      ? [["security", credentialsCode(security.model, credentials, words)] as const]
      : []),
  ];
}

export function credentialsCode(model: ObjectModel, credentials: readonly Credential[], words: ClientWords): Code {
  return words.record(
    model,
    credentials.map((one) => [one.name, credentialCode(one, words)]),
  );
}

function credentialCode(credential: Credential, words: ClientWords): Code {
  const shown = shownCredential(credential, words.variable);
  if ("kind" in shown) return words.secret(shown);
  const parts = shown.map((part) => [part.name, words.secret(part.shown)] as const);
  return credential.model === null ? "" : words.record(credential.model, parts);
}
