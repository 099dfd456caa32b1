import { createRequire } from "node:module";

/** Version of sdksmith, as its package says. */
export const version: string = readVersion();

function readVersion(): string {
  const require = createRequire(import.meta.url);
  // From dist/generator the package lies two folders up, from the sources one.
  for (const path of ["../../package.json", "../package.json"]) {
    try {
      const found: unknown = require(path);
      if (typeof found === "object" && found !== null && "name" in found && found.name === "sdksmith" && "version" in found)
        return String(found.version);
    } catch {
      // Not there: the other one is.
    }
  }
  return "0.0.0";
}
