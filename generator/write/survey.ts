import type { FileTree, TreeEntry } from "./fileTree.js";

/** What stands at a path of the SDK's folder. `clash`: a folder, or a file whose name differs in case only. `link`: it or a folder above it is no ordinary one. */
type Finding =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "clash"; readonly path: string }
  | { readonly kind: "link"; readonly path: string };

interface Surveyor {
  find(path: string): Finding;
  /** Folders that hold nothing once `gone` is removed and `coming` is written, the deepest first. */
  emptiedBy(gone: ReadonlySet<string>, coming: ReadonlySet<string>): readonly string[];
}

interface Listing {
  readonly exact: ReadonlyMap<string, TreeEntry>;
  /** By the name as a file system that ignores case sees it. */
  readonly folded: ReadonlyMap<string, string>;
}

/**
 * Looks at a folder through the listings of its folders: each is read once, so that thousands of files that do not exist yet cost nothing.
 * The folder itself may be a link: that is its owner's choice. `isOurs` tells whether a path was written by an earlier run.
 */
export function surveyor(root: string, tree: FileTree, isOurs: (path: string) => boolean): Surveyor {
  const listings = new Map<string, Listing>();
  const listing = (folder: string): Listing => {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const entries = tree.list(folder === "" ? root : `${root}/${folder}`) ?? [];
    const made: Listing = {
      exact: new Map(entries.map((entry) => [entry.name, entry])),
      folded: new Map(entries.map((entry) => [fold(entry.name), entry.name])),
    };
    listings.set(folder, made);
    return made;
  };
  const folders = new Map<string, Finding | null>([["", null]]);
  /** Null when the folder can be walked through; else what stops the way. */
  const folderAt = (folder: string): Finding | null => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const [parent, name] = split(folder);
    const finding = folderAt(parent) ?? folderIn(folder, listing(parent).exact.get(name));
    folders.set(folder, finding);
    return finding;
  };
  return {
    find(path) {
      const [parent, name] = split(path);
      const stopped = folderAt(parent);
      if (stopped !== null) return stopped;
      const { exact, folded } = listing(parent);
      const entry = exact.get(name);
      const similar = folded.get(fold(name));
      if (entry === undefined && similar !== undefined) {
        const other = parent === "" ? similar : `${parent}/${similar}`;
        return isOurs(other) ? { kind: "nothing" } : { kind: "clash", path: other };
      }
      if (entry === undefined) return { kind: "nothing" };
      switch (entry.kind) {
        case "file":
          return { kind: "file", text: tree.read(`${root}/${path}`) ?? "" };
        case "folder":
          return { kind: "clash", path };
        case "link":
        case "other":
          return { kind: "link", path };
      }
    },
    emptiedBy(gone, coming) {
      const emptied = new Set<string>();
      const candidates = new Set([...gone].flatMap(foldersAbove));
      const isNeeded = new Set([...coming].flatMap(foldersAbove));
      for (const folder of [...candidates].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
        if (isNeeded.has(folder)) continue;
        const left = [...listing(folder).exact.keys()].map((name) => `${folder}/${name}`);
        if (left.every((path) => gone.has(path) || emptied.has(path))) emptied.add(folder);
      }
      return [...emptied];
    },
  };
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function folderIn(path: string, entry: TreeEntry | undefined): Finding | null {
  if (entry === undefined) return { kind: "nothing" };
  switch (entry.kind) {
    case "folder":
      return null;
    case "file":
      return { kind: "clash", path };
    case "link":
    case "other":
      return { kind: "link", path };
  }
}

function split(path: string): readonly [parent: string, name: string] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}

/** "a/b/c.txt" → "a/b", "a" */
function foldersAbove(path: string): readonly string[] {
  const [parent] = split(path);
  return parent === "" ? [] : [parent, ...foldersAbove(parent)];
}
