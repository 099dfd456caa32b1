import { posix } from "node:path";

const most = 12;

/** Folders that hold more files of one kind than one takes in at a glance: "lower: 25 .ts". Tests stand apart. */
export function fullFolders(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const kind = `${posix.dirname(path)}: ${posix.extname(path)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].flatMap(([kind, count]) => (count > most ? [kind.replace(": ", `: ${count} `)] : [])).sort();
}
