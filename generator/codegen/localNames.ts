/** The names of one file, each given once: what the file declares comes before what it imports. */
export class LocalNames {
  private readonly given: Set<string>;

  constructor(declared: Iterable<string>) {
    this.given = new Set(declared);
  }

  /** The wanted name, or the first that `numbered` makes of 1, 2, 3 … and is free. */
  give(wanted: string, numbered: (n: number) => string): string {
    let name = wanted;
    for (let n = 1; this.given.has(name); n += 1) name = numbered(n);
    this.given.add(name);
    return name;
  }
}

/** The local name of an import where the file declares, or a class in it shows, something of that name: `Tag` → `_Tag`. */
export function behindDeclared(name: string, declared: ReadonlySet<string>): string {
  return declared.has(name) ? `_${name}` : name;
}
