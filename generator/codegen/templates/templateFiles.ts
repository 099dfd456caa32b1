import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One template as it stands in the repository: `templates/<target>/<path>.hbs`. */
interface TemplateSource {
  readonly target: string;
  /** Path below the target's folder without `.hbs`: "docs/operation.md"; a partial's last segment starts with `_`. */
  readonly path: string;
  readonly text: string;
}

/** A hand-written library file that is copied into each SDK as it stands. */
export interface RuntimeFile {
  /** Relative to the SDK's root of sources, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface TemplateFiles {
  readonly templates: readonly TemplateSource[];
  readonly runtime: readonly { readonly target: string; readonly files: readonly RuntimeFile[] }[];
}

/** Leftovers of the tools that check the runtime files in place; never part of an SDK. */
const leftovers = new Set(["__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "node_modules", ".DS_Store"]);

/**
 * Reads `templates/`: per target the Handlebars files, and below `runtime/` the library files. `tests/` belongs to neither. A missing folder is an empty one.
 *
 *     templates/acme/client.txt.hbs      →  templates: { target: "acme", path: "client.txt" }
 *     templates/acme/runtime/retry.txt   →  runtime of "acme": { path: "retry.txt" }
 */
export function readTemplateFiles(root: string): TemplateFiles {
  const read = folders(root).map((target) => readTargetFiles(join(root, target), target));
  return { templates: read.flatMap(({ templates }) => templates), runtime: read.flatMap(({ runtime }) => runtime) };
}

/** The same for one target's folder, wherever it lies. */
export function readTargetFiles(folder: string, target: string): TemplateFiles {
  const templates: TemplateSource[] = [];
  const files: RuntimeFile[] = [];
  for (const path of walk(folder, "")) {
    if (path.startsWith("tests/")) continue;
    const text = readFileSync(join(folder, path), "utf8");
    if (path.startsWith("runtime/")) files.push({ path: path.slice("runtime/".length), text });
    else if (path.endsWith(".hbs")) templates.push({ target, path: path.slice(0, -".hbs".length), text });
  }
  return { templates, runtime: files.length > 0 ? [{ target, files }] : [] };
}

function folders(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !leftovers.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** All files below a folder, in the order of their names. */
function walk(root: string, below: string): readonly string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter((entry) => !leftovers.has(entry.name) && !entry.name.endsWith(".pyc"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? walk(root, path) : [path];
    });
}
