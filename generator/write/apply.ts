import type { FileTree } from "./fileTree.js";
import { type Manifest, manifestPath, printManifest } from "./manifest.js";
import type { Reconciliation } from "./reconcile.js";

/**
 * Puts a reconciliation on the disk: removals before writings (on a file system that ignores case `Thing.md` must go before `thing.md` comes).
 * First the manifest says that a run is under way and lists old and new files alike, so that after an interruption each file is still known to be ours.
 */
export function apply(reconciliation: Reconciliation, before: Manifest | null, after: Manifest, folder: string, tree: FileTree): void {
  const path = `${folder}/${manifestPath}`;
  const printed = printManifest(after);
  if (reconciliation.changes.some((change) => change.kind !== "unchanged")) {
    tree.write(path, printManifest({ ...after, inputs: "", files: new Map([...(before?.files ?? []), ...after.files]) }));
  } else if (before !== null && printManifest(before) === printed) {
    return;
  }
  for (const change of reconciliation.changes) {
    switch (change.kind) {
      case "removed":
        tree.remove(`${folder}/${change.path}`);
        break;
      case "emptied":
        tree.removeFolder(`${folder}/${change.path}`);
        break;
      case "created":
      case "updated":
        tree.write(`${folder}/${change.path}`, change.text);
        break;
      case "unchanged":
        break;
    }
  }
  tree.write(path, printed);
}
