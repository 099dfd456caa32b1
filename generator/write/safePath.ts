/**
 * Checks that the paths of generated files stay inside the SDK's folder and are different files on every file system, also on one that ignores case.
 * Paths are made from names that went through a target's file-name writer, so a bad one is a bug of ours: it throws before anything is written.
 */
export function checkPaths(paths: readonly string[]): void {
  const files = new Set<string>();
  const spelled = new Map<string, string>();
  for (const path of paths) {
    const problem = problemOf(path);
    if (problem !== null) throw new Error(`generated path ${JSON.stringify(path)} ${problem}`);
    if (files.has(path)) throw new Error(`two generated files share the path ${JSON.stringify(path)}`);
    files.add(path);
    const segments = path.split("/");
    for (let length = 1; length <= segments.length; length++) {
      const prefix = segments.slice(0, length).join("/");
      const folded = prefix.normalize("NFC").toLowerCase();
      const other = spelled.get(folded);
      if (other !== undefined && other !== prefix)
        throw new Error(`generated paths ${JSON.stringify(other)} and ${JSON.stringify(prefix)} differ in case only`);
      spelled.set(folded, prefix);
    }
  }
  for (const path of files) {
    for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1)) {
      if (files.has(path.slice(0, slash))) throw new Error(`generated path ${JSON.stringify(path.slice(0, slash))} is a file and a folder`);
    }
  }
}

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function problemOf(path: string): string | null {
  if (/^(?:\/|[A-Za-z]:)/.test(path)) return "is absolute";
  if (path.includes("\\")) return "contains a backslash";
  if ([...path].some((character) => character < " " || character === "\u007f")) return "contains a control character";
  for (const segment of path.split("/")) {
    if (segment === "" || segment === "." || segment === "..") return "has an empty, `.` or `..` segment";
    if (device.test(segment)) return "has a segment that is a device on Windows";
    if (/[<>:"|?*]/.test(segment) || /[. ]$/.test(segment)) return "has a segment that Windows does not allow";
    if (Buffer.byteLength(segment) > 255) return "has a segment of more than 255 bytes";
  }
  return null;
}
