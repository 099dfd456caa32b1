import { join } from "node:path";
import type { Json } from "../../generator/ir/json.js";
import { askDriver } from "./askDriver.js";
import type { Mode } from "./drive.js";
import { languageOf } from "./languages.js";
import { here } from "./places.js";

/** Clients with the same options, and what is done with them one after the other; names are those of the SDK. */
export interface Session {
  readonly id: string;
  readonly client: ClientOptions;
  readonly env: { readonly [variable: string]: string };
  readonly steps: readonly Step[];
}

export interface ClientOptions {
  readonly security: { readonly [field: string]: Json };
  readonly options: { readonly [option: string]: Json };
  readonly serverURL: string | null;
  /** By name, or by position. */
  readonly server: string | number | null;
  readonly variables: { readonly [option: string]: string };
}

export type Step =
  /** The clock of all clients goes on. */
  | { readonly kind: "turn"; readonly seconds: number }
  /** From here on another client of the same options is called. */
  | { readonly kind: "client" }
  | {
      readonly kind: "call";
      /** So many calls at the same time. */
      readonly times: number;
      readonly resource: readonly string[];
      readonly method: string;
      /** The function that does the same; null in a language without such. */
      readonly function: string | null;
      readonly body: { readonly [field: string]: Json } | null;
      readonly security: { readonly [field: string]: Json } | null;
      readonly serverURL: string | null;
      readonly headers: { readonly [name: string]: string };
    };

/** What each call of a session raised, in order: "401 SDKError: …"; null for a call that did what it should. */
export interface SessionOutcome {
  readonly id: string;
  readonly errors: readonly (string | null)[];
}

/** Runs sessions in a process of its own, from the folder that the language has prepared. */
export async function runSessions(
  command: string,
  mode: Mode,
  folder: string,
  sessions: readonly Session[],
): Promise<readonly SessionOutcome[]> {
  const { sessionDriver: driver } = languageOf(mode);
  return askDriver(command, join(here, "drivers", driver), { folder, mode, sessions });
}
