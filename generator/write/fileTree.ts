/** What stands in a folder. `other`: a device, a socket, a pipe. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/**
 * A tree of text files: the disk, or a map in memory when sdksmith runs as a library. Paths use `/`; relative ones start at the working folder.
 * Everything that the writing stage does to the world goes through here.
 */
export interface FileTree {
  /** Entries of a folder in the order of their names; null when there is no such folder. */
  list(folder: string): readonly TreeEntry[] | null;
  /** The text of a file; null when there is none. */
  read(path: string): string | null;
  /** Writes a file; folders that are missing are made. */
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Removes a folder; the caller knows that it is empty. */
  removeFolder(path: string): void;
}
