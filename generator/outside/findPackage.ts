import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Where a package lies and which of its modules stands for it; both absolute. */
export interface FoundPackage {
  readonly folder: string;
  readonly module: string;
}

/**
 * Finds the package behind `target:`: a folder relative to that of the configuration, or a name in the nearest `node_modules` above it, as Node.js looks for it.
 *
 *     "./http" in specs      →  specs/http, its `exports` or `main`
 *     "acme-http" in specs   →  specs/node_modules/acme-http, node_modules/acme-http, …
 *
 * Else why there is none, as the end of a sentence; null for a plain word and no package of that name: most likely a mistyped target.
 */
export function findPackage(word: string, base: string): FoundPackage | string | null {
  if (/^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(word)) {
    const folder = resolve(base, word);
    return isFolder(folder) ? open(folder, word) : "there is no such folder";
  }
  if (!/^(?:@[^/\\]+\/)?[^@/\\.][^/\\]*$/.test(word)) return null;
  for (let at = resolve(base); ; at = dirname(at)) {
    const folder = join(at, "node_modules", word);
    if (isFolder(folder)) return open(folder, word);
    if (dirname(at) === at) return null;
  }
}

function open(folder: string, word: string): FoundPackage | string {
  const described = readDescription(join(folder, "package.json"));
  if (described === null) return `${word}/package.json is missing, or is no JSON object`;
  const entry = "exports" in described ? chosen(described.exports) : "main" in described ? described.main : "index.js";
  if (typeof entry !== "string") return `${word}/package.json says in neither \`exports\` nor \`main\` which module it is`;
  const module = resolve(folder, entry);
  return existsSync(module) ? { folder, module } : `${word}/package.json names ${entry}, which does not exist`;
}

/** The module that an import of the package itself would get: https://nodejs.org/api/packages.html#conditional-exports. */
function chosen(exports: unknown): unknown {
  if (Array.isArray(exports)) return chosen(exports[0]);
  if (typeof exports !== "object" || exports === null) return exports;
  const [hit] = Object.entries(exports).filter(([condition]) => [".", "import", "node", "default"].includes(condition));
  return hit === undefined ? null : chosen(hit[1]);
}

function readDescription(file: string): object | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
