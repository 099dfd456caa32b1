import { declare } from "./diagnostic.js";

export const fileInTheWay = declare({
  code: "file-in-the-way",
  message: ({ paths, count }: { paths: readonly string[]; count: number }) =>
    `${count === 1 ? "A file that sdksmith did not write stands" : `${count} files that sdksmith did not write stand`} where it wants to write: ${listed(paths, count)}.`,
  help: "Move them away, or run once with --adopt: then sdksmith takes them over and replaces them.",
});

export const linkInTheWay = declare({
  code: "link-in-the-way",
  message: ({ path }: { path: string }) =>
    `"${path}" is a symbolic link or no ordinary file; writing there could change files outside of the SDK's folder.`,
  help: "Replace it by a real folder or file, or remove it.",
});

export const manifestUnreadable = declare({
  code: "manifest-unreadable",
  message: ({ why }: { why: string }) =>
    `The list of written files cannot be read (${why}), so nobody knows which files here are generated.`,
  help: "Restore it from version control, or delete it and run once with --adopt.",
});

function listed(paths: readonly string[], count: number): string {
  const shown = paths.slice(0, 5).map((path) => `"${path}"`);
  return count > shown.length ? `${shown.join(", ")} and ${count - shown.length} more` : shown.join(", ");
}
