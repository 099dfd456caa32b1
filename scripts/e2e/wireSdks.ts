import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compile, generate, root } from "./places.js";

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

/** Compiles a TypeScript SDK of a folder that `generateWireSdks` filled. */
export function compileWireSdk(folder: string, sdk: string): void {
  const complaints = compile(join(folder, "sdk", sdk), join(folder, "compiled", sdk));
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
}
