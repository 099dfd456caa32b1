import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { fileInTheWay, linkInTheWay } from "../diagnostics/write.js";
import { contentHash } from "./contentHash.js";
import type { FileTree } from "./fileTree.js";
import { type Manifest, type ManifestEntry, manifestPath } from "./manifest.js";
import { managedText, merge } from "./merge.js";
import { checkPaths } from "./safePath.js";
import { sectionsOf } from "./sections.js";
import { surveyor } from "./survey.js";

/** One thing to do, or nothing. `handEdited`: somebody changed what the last run wrote, and that is lost. Paths are relative to the SDK's folder. */
export type Change =
  | { readonly kind: "created"; readonly path: string; readonly text: string }
  | { readonly kind: "updated"; readonly path: string; readonly text: string; readonly handEdited: boolean }
  | { readonly kind: "unchanged"; readonly path: string }
  | { readonly kind: "removed"; readonly path: string; readonly handEdited: boolean }
  | { readonly kind: "emptied"; readonly path: string };

export interface Reconciliation {
  /** In the order of paths: removals first, then the folders that become empty, then the files. */
  readonly changes: readonly Change[];
  /** The files of the next manifest. */
  readonly files: ReadonlyMap<string, ManifestEntry>;
}

interface Destination {
  readonly folder: string;
  readonly tree: FileTree;
  /** Replace files that stand in the way although they are not in the manifest. */
  readonly adopt: boolean;
}

/**
 * Compares what a target wants with what stands in its folder; reads, writes nothing. A file that is not in the manifest is a user's own: when it stands where
 * a generated file belongs and reads differently, that is an error and nothing is written (`adopt` takes it over); a file that the manifest lists and
 * nobody wants any more is removed, unless people share it. Null after an error.
 */
export function reconcile(
  wanted: readonly GeneratedFile[],
  manifest: Manifest | null,
  destination: Destination,
  report: Report,
): Reconciliation | null {
  checkPaths([manifestPath, ...wanted.map((file) => file.path)]);
  const ours = manifest?.files ?? new Map<string, ManifestEntry>();
  const survey = surveyor(destination.folder, destination.tree, (path) => ours.has(path));
  // After an interrupted run the hashes are those of what it was about to write.
  const isHandEdited = (entry: ManifestEntry, present: string) =>
    manifest?.inputs !== "" && entry.owner !== "user" && contentHash(managedText(entry.owner, present)) !== entry.hash;
  const changes: Change[] = [];
  const files = new Map<string, ManifestEntry>();
  const inTheWay: string[] = [];
  const links = new Set<string>();
  for (const file of [...wanted].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const found = survey.find(file.path);
    if (found.kind === "link") links.add(found.path);
    if (found.kind === "clash") inTheWay.push(found.path);
    if (found.kind === "link" || found.kind === "clash") continue;
    const present = found.kind === "file" ? found.text : null;
    const entry = ours.get(file.path);
    const text = merge(file, present, new Set(entry?.sections));
    files.set(file.path, {
      owner: file.owner,
      hash: contentHash(managedText(file.owner, text)),
      sections: file.owner === "both" ? idsOf(file.text, text) : [],
    });
    if (present === null) changes.push({ kind: "created", path: file.path, text });
    else if (present === text) changes.push({ kind: "unchanged", path: file.path });
    else if (entry === undefined && file.owner === "generator" && !destination.adopt) inTheWay.push(file.path);
    else changes.push({ kind: "updated", path: file.path, text, handEdited: entry !== undefined && isHandEdited(entry, present) });
  }
  if (links.size > 0 || inTheWay.length > 0) {
    for (const path of links) report(linkInTheWay({ kind: "file", file: `${destination.folder}/${path}` }, { path }));
    if (inTheWay.length > 0) report(fileInTheWay({ kind: "file", file: destination.folder }, { paths: inTheWay, count: inTheWay.length }));
    return null;
  }
  const removed: Change[] = [];
  for (const [path, entry] of [...ours].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (files.has(path) || entry.owner !== "generator") continue;
    const found = survey.find(path);
    if (found.kind === "file") removed.push({ kind: "removed", path, handEdited: isHandEdited(entry, found.text) });
  }
  const gone = new Set(removed.map((change) => change.path));
  const emptied = survey.emptiedBy(gone, new Set(files.keys())).map((path): Change => ({ kind: "emptied", path }));
  return { changes: [...removed, ...emptied, ...changes], files };
}

/** Sections that were offered or stand: all that must not be taken for new the next time. */
function idsOf(generated: string, text: string): readonly string[] {
  return [...new Set([...sectionsOf(generated), ...sectionsOf(text)].map((section) => section.id))].sort();
}
