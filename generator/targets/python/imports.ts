import { behindDeclared } from "../../codegen/localNames.js";

/**
 * The names that one generated module uses from others; its import block is what was really printed. A name that a class of the API has too
 * (`declared`) is imported with a `_` in front: `from pydantic import Tag as _Tag`; so is a class of the API that is called as one of the module's own (`own`).
 */
export class ImportSet {
  private readonly names = new Map<string, Set<string>>();
  private readonly modules = new Set<string>();

  constructor(
    private readonly declared: ReadonlySet<string> = new Set(),
    private readonly own: ReadonlySet<string> = new Set(),
  ) {}

  /** `from module import name`; gives the name back, so that it can stand where the name is printed. */
  from(module: string, name: string): string {
    const local = behindDeclared(name, holdsModels.test(module) ? this.own : this.declared);
    const found = this.names.get(module) ?? new Set<string>();
    found.add(local === name ? name : `${name} as ${local}`);
    this.names.set(module, found);
    return local;
  }

  /** `import module` */
  whole(module: string): string {
    this.modules.add(module);
    return module;
  }

  /**
   * The block as isort orders it: standard library, third parties, the package itself; `import x` before `from x import y`.
   *
   *     from datetime import datetime
   *     from typing import List, Optional
   *
   *     import pydantic
   *
   *     from ..types import BaseModel
   */
  text(): string {
    const lines: { readonly group: number; readonly key: string; readonly line: string }[] = [];
    for (const module of this.modules) lines.push({ group: groupOf(module), key: `0 ${module.toLowerCase()}`, line: `import ${module}` });
    for (const [module, names] of this.names)
      lines.push({ group: groupOf(module), key: `1 ${moduleKey(module)}`, line: fromLine(module, [...names].sort(byKind)) });
    const groups = [0, 1, 2].map((group) =>
      lines
        .filter((line) => line.group === group)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ line }) => line),
    );
    return groups
      .filter((group) => group.length > 0)
      .map((group) => group.join("\n"))
      .join("\n\n");
  }
}

/** Private modules beside the printed one, or those of the models beside the errors: what they offer are the API's own classes. */
const holdsModels = /^\.(\.models\.)?_(?!runtime\.operation$)/;

const thirdParties = new Set(["httpx", "pydantic", "pydantic_core", "typing_extensions"]);

function groupOf(module: string): number {
  return module.startsWith(".") ? 2 : thirdParties.has(module.split(".")[0] ?? "") ? 1 : 0;
}

/** Parent packages come first: `..types` before `._shared`. */
function moduleKey(module: string): string {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  return `${9 - dots} ${module.slice(dots).toLowerCase()}`;
}

/** CONSTANTS, Classes, functions, each without case. */
function byKind(a: string, b: string): number {
  const rank = (name: string): number => (name.length > 1 && name === name.toUpperCase() ? 0 : /^[A-Z]/.test(name) ? 1 : 2);
  const [left, right] = [a, b].map((name) => `${rank(name)} ${name.toLowerCase()} ${name}`);
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

function fromLine(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(", ")}`;
  return line.length <= 140 ? line : `from ${module} import (\n${names.map((name) => `    ${name},\n`).join("")})`;
}
