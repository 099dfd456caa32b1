import { type Dirent, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { FileTree, TreeEntry } from "./fileTree.js";

/** The disk. Plain synchronous calls: faster than any pool for thousands of small files. */
export function diskTree(): FileTree {
  const made = new Set<string>();
  return {
    list(folder) {
      return whenMissing(null, () =>
        readdirSync(folder, { withFileTypes: true })
          .map(entry)
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
    },
    read(path) {
      return whenMissing(null, () => readFileSync(path, "utf8"));
    },
    write(path, text) {
      const folder = dirname(path);
      if (!made.has(folder)) makeFolder(folder);
      made.add(folder);
      writeFileSync(path, text);
    },
    remove: unlinkSync,
    removeFolder(path) {
      made.clear();
      rmdirSync(path);
    },
  };
}

/** `mkdirSync` with `recursive` never returns where the file system refuses a folder by ENOENT, as /proc does; here each level is tried twice at most. */
function makeFolder(folder: string): void {
  const tryIt = () => {
    try {
      mkdirSync(folder);
    } catch (error) {
      if (codeOf(error) !== "EEXIST" || !statSync(folder).isDirectory()) throw error;
    }
  };
  try {
    tryIt();
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    tryIt();
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : null;
}

function entry(found: Dirent): TreeEntry {
  return { name: found.name, kind: found.isFile() ? "file" : found.isDirectory() ? "folder" : found.isSymbolicLink() ? "link" : "other" };
}

/** ENOTDIR: a file stands where the path expects a folder. */
function whenMissing<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return otherwise;
    throw error;
  }
}
