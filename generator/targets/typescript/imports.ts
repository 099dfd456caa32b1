import { LocalNames } from "../../codegen/localNames.js";

/** Which names a file takes from other files: noted while the file is printed, so that nothing is imported in vain. */
export class Imports {
  private readonly names: LocalNames;
  private readonly modules = new Map<string, Map<string, { readonly local: string; value: boolean }>>();

  /** `path` is that of the file from `src`: "models/components/token.ts"; `declared` are the names that the file itself gives away. */
  constructor(
    private readonly path: string,
    declared: readonly string[],
  ) {
    this.names = new LocalNames(declared);
  }

  /** A type of another module; the result is its name in this file. */
  type(module: string, name: string): string {
    return this.add(module, name, { value: false });
  }

  /** The same for what exists when the program runs. */
  value(module: string, name: string): string {
    return this.add(module, name, { value: true });
  }

  /** A name for something of the file's own that no import may have. */
  own(name: string): string {
    return this.names.give(name, (n) => `${name}${n + 1}`);
  }

  private add(module: string, name: string, { value }: { readonly value: boolean }): string {
    if (module === this.path) return name;
    const names = this.modules.get(module) ?? new Map<string, { readonly local: string; value: boolean }>();
    this.modules.set(module, names);
    const known = names.get(name);
    if (known !== undefined) {
      known.value ||= value;
      return known.local;
    }
    const local = this.names.give(name, (n) => `${name}$${n}`);
    names.set(name, { local, value });
    return local;
  }

  /**
   *     import { call } from "../lib/call.js";
   *     import type { Token } from "../models/components/token.js";
   *
   * with a line end behind each.
   */
  print(): string {
    const modules = [...this.modules].map(([module, names]) => [relativePath(this.path, module), names] as const);
    return modules
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, names]) =>
        importLine(
          from,
          [...names].map(([name, { local, value }]) => ({ name, local, value })),
        ),
      )
      .join("");
  }
}

interface Imported {
  readonly name: string;
  readonly local: string;
  readonly value: boolean;
}

function importLine(from: string, names: readonly Imported[]): string {
  const onlyTypes = names.every(({ value }) => !value);
  const words = [...names]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, local, value }) => `${value || onlyTypes ? "" : "type "}${name}${local === name ? "" : ` as ${local}`}`);
  const head = onlyTypes ? "import type" : "import";
  const line = `${head} { ${words.join(", ")} } from "${from}";\n`;
  return line.length <= 141 ? line : `${head} {\n${words.map((word) => `  ${word},\n`).join("")}} from "${from}";\n`;
}

/** "funcs/list.ts", "lib/call.ts" → "../lib/call.js" */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  const up = here.slice(common).map(() => "..");
  const path = [...(up.length === 0 ? ["."] : up), ...there.slice(common)].join("/");
  return path.replace(/\.ts$/, ".js");
}
