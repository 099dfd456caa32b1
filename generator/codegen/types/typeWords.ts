import type { Type } from "../../ir/types.js";

/** How one language writes each kind of type: a word, or what makes it of the type and the text of what stands inside. A new kind is a compile error in every language. */
export type TypeWords = {
  readonly [K in Type["kind"]]: string | ((type: Extract<Type, { kind: K }>, inner: (type: Type) => string) => string);
};

/** The text of a type: ({ string: "str", array: ({ items }, inner) => `List[${inner(items)}]`, … }, array of string) → "List[str]". */
export function writeType(words: TypeWords, type: Type): string {
  // The kind picks the function that takes this kind, which the compiler cannot follow.
  const word = words[type.kind] as string | ((type: Type, inner: (type: Type) => string) => string);
  return typeof word === "string" ? word : word(type, (inner) => writeType(words, inner));
}

/** Keeps what is made of a scope as long as the scope lives: words are asked for at every type. */
export function oncePer<Scope extends object, Made>(make: (scope: Scope) => Made): (scope: Scope) => Made {
  const made = new WeakMap<Scope, Made>();
  return (scope) => {
    const known = made.get(scope);
    if (known !== undefined) return known;
    const fresh = make(scope);
    made.set(scope, fresh);
    return fresh;
  };
}
