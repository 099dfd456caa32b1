import { contentHash } from "./contentHash.js";
import type { FileTree } from "./fileTree.js";
import type { Manifest } from "./manifest.js";
import { managedText } from "./merge.js";

/** Everything that decides what a run writes. */
export interface Inputs {
  /** Versions of sdksmith and of each plugin. */
  readonly versions: readonly string[];
  /** Name and text of each file that is read: configuration, lock, documents, overlays. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** One hash over all inputs; lengths stand between the parts, so that no two lists print alike. */
export function inputsHash(inputs: Inputs): string {
  const parts = [...inputs.versions, ...inputs.files.flatMap((file) => [file.name, file.text])];
  return contentHash(parts.map((part) => `${part.length}:${part}`).join(""));
}

/**
 * Stage 0: whether a run would write what is there already. True when the inputs are those of the last run and each file that it wrote still stands as it was
 * (of a file that is shared with people: its sections). Reads files, loads nothing else.
 */
export function unchanged(inputs: Inputs, manifest: Manifest, folder: string, tree: FileTree): boolean {
  if (manifest.inputs !== inputsHash(inputs)) return false;
  for (const [path, entry] of manifest.files) {
    const text = tree.read(`${folder}/${path}`);
    if (text === null) return false;
    if (entry.owner !== "user" && contentHash(managedText(entry.owner, text)) !== entry.hash) return false;
  }
  return true;
}
