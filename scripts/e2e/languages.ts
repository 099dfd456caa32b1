import { readdirSync } from "node:fs";
import { join } from "node:path";
import { here } from "./places.js";

/** How the SDKs of one language are called: `drivers/<target>.ts` says it, the driver beside it does it. */
export interface Language {
  /** The target, and the SDK's folder in tests. */
  readonly name: string;
  /** The ways to call an SDK; no two languages share a word. */
  readonly modes: readonly string[];
  /** A file in `drivers`: calls as JSON on standard input, outcomes as JSON on standard output. */
  readonly driver: string;
  /** The same for sessions: what is done with one client after another. */
  readonly sessionDriver: string;
  /** What runs it; null, said aloud, when this machine has none. */
  command(): string | null;
  /** Makes a generated SDK ready to be called, in `to` when it must be built. */
  prepare(sdk: string, to: string): { readonly folder: string; readonly complaints: readonly string[] };
}

/** One way to call the SDKs of a language that this machine can run. */
export interface Way {
  readonly mode: string;
  readonly language: Language;
  readonly command: string;
}

export const languages: readonly Language[] = await Promise.all(
  readdirSync(join(here, "drivers"))
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map(async (file) => {
      const { language }: { readonly language: Language } = await import(`./drivers/${file.replace(/\.ts$/, ".js")}`);
      return language;
    }),
);

export const ways: readonly Way[] = languages.flatMap((language) => {
  const command = language.command();
  return command === null ? [] : language.modes.map((mode) => ({ mode, language, command }));
});

/** The language that is called in this way. */
export function languageOf(mode: string): Language {
  const language = languages.find(({ modes }) => modes.includes(mode));
  if (language === undefined) throw new Error(`no driver calls by "${mode}"`);
  return language;
}
