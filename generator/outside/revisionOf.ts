import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestPath } from "../write/manifest.js";

/**
 * One hash over all files of a package, for the inputs of a run: without it a changed template would be no reason to write anew. Left out are packages that it
 * depends on, hidden files, links, and what a run itself writes: locks and the folders of SDKs.
 */
export function revisionOf(folder: string): string {
  const hash = createHash("sha256");
  for (const path of filesBelow(folder, "")) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path.length}:${path}${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

function filesBelow(root: string, below: string): readonly string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && !name.startsWith(".") && !name.endsWith(".lock"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return existsSync(join(root, path, manifestPath)) ? [] : filesBelow(root, path);
      return entry.isFile() ? [path] : [];
    });
}
