/** Makes names that nobody outside sees differ: the second `_tokens` is `_tokens_2`; what is reserved is nobody's. Names that callers see are in the NameTable. */
export function uniqueNames(wanted: readonly string[], reserved: readonly string[] = []): readonly string[] {
  const given = new Set(reserved);
  return wanted.map((base) => {
    let name = base;
    for (let n = 2; given.has(name); n += 1) name = `${base}_${n}`;
    given.add(name);
    return name;
  });
}
