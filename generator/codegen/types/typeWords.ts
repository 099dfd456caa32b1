import type { Type } from "../../ir/types.js";
import type { Model, Plan } from "../plan/plan.js";

type Word<Of> = string | ((of: Of, inner: (type: Type) => string) => string);

/**
 * How one language writes each kind of type: a word, or what makes it of the type and the text of what stands inside. A new kind is a compile error in every
 * language. A reference is written as its model; one to none is anything.
 */
export type TypeWords = Pick<Plan, "modelOf"> & { readonly ref: (model: Model) => string } & {
  readonly [K in Exclude<Type["kind"], "ref">]: Word<Extract<Type, { kind: K }>>;
};

/** The text of a type: ({ string: "str", array: ({ items }, inner) => `List[${inner(items)}]`, … }, array of string) → "List[str]". */
export function writeType(words: TypeWords, type: Type): string;
/** The same where most kinds are written alike. */
export function writeType(
  words: Partial<TypeWords> & Pick<TypeWords, "modelOf" | "ref">,
  type: Type,
  otherwise: (type: Type) => string,
): string;
export function writeType(words: Partial<TypeWords> & Pick<TypeWords, "modelOf" | "ref">, type: Type, otherwise = (_: Type) => ""): string {
  if (type.kind === "ref") {
    const model = words.modelOf.get(type.id);
    return model === undefined ? writeType(words, { kind: "any" }, otherwise) : words.ref(model);
  }
  // The kind picks the function that takes this kind, which the compiler cannot follow.
  const word = words[type.kind] as Word<Type> | undefined;
  return typeof word === "string" ? word : word === undefined ? otherwise(type) : word(type, (inner) => writeType(words, inner, otherwise));
}

/** Writes types in the words of a scope. */
export function typeWriter<Scope extends { readonly plan: Pick<Plan, "modelOf"> }>(wordsOf: (scope: Scope) => Omit<TypeWords, "modelOf">) {
  const words = oncePer((scope: Scope): TypeWords => ({ ...wordsOf(scope), modelOf: scope.plan.modelOf }));
  return (type: Type, scope: Scope): string => writeType(words(scope), type);
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
