/** The name that a template calls a partial by: "docs/_errors.md" → "docs/errors.md", "_method.py" → "method.py"; null for a page. */
export function partialName(path: string): string | null {
  const slash = path.lastIndexOf("/") + 1;
  return path[slash] === "_" ? path.slice(0, slash) + path.slice(slash + 1) : null;
}
