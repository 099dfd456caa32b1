import type { FileTree, TreeEntry } from "./fileTree.js";

/** A tree in memory: for tests, and for programs that use sdksmith as a library and want the files as values. */
export function memoryTree(files: Map<string, string>): FileTree {
  return {
    list(folder) {
      const start = folder === "" || folder === "." ? "" : `${folder}/`;
      const found = new Map<string, TreeEntry>();
      for (const path of files.keys()) {
        if (!path.startsWith(start)) continue;
        const [name = "", ...below] = path.slice(start.length).split("/");
        found.set(name, { name, kind: below.length > 0 ? "folder" : "file" });
      }
      return found.size === 0 ? null : [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    read: (path) => files.get(path) ?? null,
    write: (path, text) => void files.set(path, text),
    remove: (path) => void files.delete(path),
    removeFolder: () => undefined,
  };
}
