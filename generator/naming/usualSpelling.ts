import type { DerivedSpelling, Spelling } from "./spelling.js";

type Words = Pick<Spelling, "type" | "resource" | "attribute" | "method" | "field" | "member">;

/** A spelling of a language that adds little to what it is asked for: types and resources share one namespace, and what follows from other names is made of their words. */
export function usualSpelling(
  words: Words & Partial<Omit<Spelling, "derived">> & { readonly derived?: Partial<DerivedSpelling> },
): Spelling {
  return {
    namespaceOf: () => "models",
    resourcesShareTypes: true,
    companions: () => [],
    methodCompanions: () => [],
    reserved: {},
    ...words,
    derived: {
      rest: "rest",
      argument: (field, { beside }) => [beside ? words.field(`${field} param`, false) : field],
      data: (error) => [`${error}Data`],
      function: () => null,
      module: (className) => [words.attribute(className)],
      constant: () => null,
      accept: () => null,
      option: (key) => [words.field(key, false)],
      numbered: (name, _kind, n) => `${name}_${n}`,
      ...words.derived,
    },
  };
}
