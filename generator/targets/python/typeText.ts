import type { Model } from "../../codegen/plan/plan.js";
import { type TypeWords, typeWriter } from "../../codegen/types/typeWords.js";
import type { Type } from "../../ir/types.js";
import type { ImportSet } from "./imports.js";
import type { PythonPlan } from "./plan.js";
import { primitiveOf, pythonScalar } from "./text.js";

/** How the types of one module are written. */
export interface TypeScope {
  readonly plan: PythonPlan;
  readonly imports: ImportSet;
  /** What stands for a model here: `models.X` in a resource module, `X` or `"X"` in a module of models; `twin`: its TypedDict. */
  model(model: Model, twin: boolean): string;
  /** Prefix of names that are imported as a module: "" where `from typing import List` is meant. */
  readonly typesModule: string;
  /** Annotations of values inside of lists, maps and unions that travel in a form of their own; null where nothing is encoded by the annotation. */
  readonly codec: ((type: Type) => readonly string[]) | null;
  /** Whether types stand as values, where mypy takes no alias with an argument. */
  readonly asValues: boolean;
}

/** `value`: what a model holds. `twin`: what its TypedDict holds. `input`: what an argument takes, a model or its TypedDict. */
export type TypeUse = "value" | "twin" | "input";

/** Whether a TypedDict twin exists: objects and unions have one, enums are the same for both. An alias has one when it holds something that has. */
export function hasTwin(model: Model): boolean {
  return model.kind !== "enum" && !(model.kind === "object" && model.isError);
}

/**
 * A type as an annotation, its imports noted.
 *
 *     value:  List[models.Scope]      Nullable[datetime]      Dict[str, models.Metadata]
 *     input:  Union[List[models.Scope], List[models.ScopeTypedDict]]
 */
export function typeText(scope: TypeScope, type: Type, use: TypeUse): string {
  if (use === "input") {
    const value = typeText(scope, type, "value");
    const twin = typeText(scope, type, "twin");
    if (value === twin) return value;
    // Null belongs to the whole argument.
    if (type.kind === "nullable") return `${scope.imports.from(scope.typesModule, "Nullable")}[${typeText(scope, type.of, "input")}]`;
    return `${scope.imports.from("typing", "Union")}[${value}, ${twin}]`;
  }
  return writers[use](type, scope);
}

/** What is the same wherever Python writes a type. */
export const scalarWords = { string: "str", bytes: "str", time: "str", duration: "str", boolean: "bool", number: "float" } as const;

const writers = {
  value: typeWriter((scope: TypeScope) => typeWords(scope, "value")),
  twin: typeWriter((scope: TypeScope) => typeWords(scope, "twin")),
};

function typeWords(scope: TypeScope, use: Exclude<TypeUse, "input">): Omit<TypeWords, "modelOf"> {
  const { imports, codec } = scope;
  const typing = (name: string): string => imports.from("typing", name);
  const coded = (type: Type, text: string): string => {
    const notes = use === "value" && codec !== null ? codec(type) : [];
    return notes.length === 0 ? text : `${typing("Annotated")}[${[text, ...notes].join(", ")}]`;
  };
  const orNone = (): string => (scope.asValues ? typing("Optional") : imports.from(scope.typesModule, "Nullable"));
  return {
    ...scalarWords,
    any: () => typing("Any"),
    null: () => typing("Any"),
    integer: (type) => coded(type, "int"),
    decimal: (type) => coded(type, imports.from("decimal", "Decimal")),
    instant: (type) => coded(type, imports.from("datetime", "datetime")),
    date: () => imports.from("datetime", "date"),
    file: () => imports.from(scope.typesModule, "FileContent"),
    literal: ({ value }) => `${typing("Literal")}[${pythonScalar(value)}]`,
    array: ({ items }) => `${typing("List")}[${itemText(scope, items, use)}]`,
    tuple: (type) => `${typing("List")}[${unionText(scope, itemsOf(type), use)}]`,
    map: ({ values }, inner) => `${typing("Dict")}[str, ${inner(values)}]`,
    nullable: ({ of }, inner) => `${orNone()}[${inner(of)}]`,
    ref: (model) => scope.model(model, use === "twin" && hasTwin(model)),
  };
}

/** A list of one constant is a list of what the constant is. */
function itemText(scope: TypeScope, items: Type, use: TypeUse): string {
  return items.kind === "literal" ? primitiveOf(items.value) : typeText(scope, items, use);
}

/** `Union[str, int]`; members that Python writes alike are one. */
export function unionText(scope: TypeScope, members: readonly Type[], use: TypeUse): string {
  const texts = [...new Set(members.map((member) => typeText(scope, member, use)))];
  const [first] = texts;
  if (first === undefined) return scope.imports.from("typing", "Any");
  return texts.length === 1 ? first : `${scope.imports.from("typing", "Union")}[${texts.join(", ")}]`;
}

/** Every type that may stand in a tuple: Python's lists do not tell positions apart. */
export function itemsOf({ items, rest }: Extract<Type, { kind: "tuple" }>): readonly Type[] {
  return [...items, ...(rest === null ? [] : [rest])];
}
