import { join } from "node:path";
import type { Language } from "./languages.js";

/** Makes an SDK of a folder of `wireSdks` ready to be called; gives where it is. */
export function prepareWireSdk(folder: string, language: Language, sdk: string): string {
  const { folder: at, complaints } = language.prepare(join(folder, "sdk", sdk), join(folder, "ready", sdk));
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return at;
}
