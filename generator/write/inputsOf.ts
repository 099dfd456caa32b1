import { posix } from "node:path";
import type { FileTree } from "./fileTree.js";
import type { Inputs } from "./unchanged.js";

/** The texts that a run starts from besides the documents. */
export interface RunTexts {
  /** What each target from outside consists of. */
  readonly revisions: readonly string[];
  readonly configuration: string | null;
  /** What the run is asked to do, flags included. */
  readonly settings: string;
  /** As it stands after the run: it is what the next run reads. */
  readonly lock: string | null;
}

/**
 * Collects everything that decides what is written, for the hash in the manifest. `sources` are relative to `base`, so that the hash does not depend on where the
 * project lies. Null when a source is gone.
 */
export function inputsOf(version: string, texts: RunTexts, sources: readonly string[], base: string, tree: FileTree): Inputs | null {
  const files = [
    { name: "configuration", text: texts.configuration },
    { name: "settings", text: texts.settings },
    { name: "lock", text: texts.lock },
    ...sources.map((name) => ({ name, text: tree.read(posix.isAbsolute(name) ? name : posix.join(base, name)) })),
  ];
  if (files.slice(3).some((file) => file.text === null)) return null;
  return { versions: [version, ...texts.revisions], files: files.map(({ name, text }) => ({ name, text: text ?? "" })) };
}
