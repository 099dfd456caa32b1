import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "./languages.js";
import { generate, root } from "./places.js";

/** Generates the SDKs of a document under specs/wire into `to`/sdk; "." is the document of the calls. A folder without settings has those of the calls. */
export function generateWireSdks(name: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const specs = join(root, "specs/wire");
  const own = join(specs, name, "sdks.yaml");
  cpSync(join(specs, name, "openapi.yaml"), join(to, "openapi.yaml"));
  cpSync(existsSync(own) ? own : join(specs, "sdks.yaml"), join(to, "sdks.yaml"));
  generate("--config", join(to, "sdks.yaml"), "--out", join(to, "sdk"));
}

/** Makes an SDK of a folder that `generateWireSdks` filled ready to be called; gives where it is. */
export function prepareWireSdk(folder: string, language: Language, sdk: string): string {
  const { folder: at, complaints } = language.prepare(join(folder, "sdk", sdk), join(folder, "ready", sdk));
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return at;
}
