import { assertNever } from "../../../diagnostics/diagnostic.js";
import { primitiveOf, pythonScalar } from "../docs/cells.js";
import { pythonString } from "../docs/literal.js";
import type { PyModel, PythonPlan } from "../plan.js";
import type { PyType } from "../pyType.js";
import type { ImportSet } from "./imports.js";

/** How the types of one module are written. */
export interface TypeScope {
  readonly plan: PythonPlan;
  readonly imports: ImportSet;
  /** What stands for a model here: `models.X` in a resource module, `X` or `"X"` in a module of models; `twin`: its TypedDict. */
  model(model: PyModel, twin: boolean): string;
  /** Prefix of names that are imported as a module: "" where `from typing import List` is meant. */
  readonly typesModule: string;
  /** Annotations of values inside of lists, maps and unions that travel in a form of their own; null where nothing is encoded by the annotation. */
  readonly codec: ((type: PyType) => readonly string[]) | null;
}

/** `value`: what a model holds. `twin`: what its TypedDict holds. `input`: what an argument takes, a model or its TypedDict. */
export type TypeUse = "value" | "twin" | "input";

/** Whether a TypedDict twin exists: objects and unions have one, enums are the same for both. An alias has one when it holds something that has. */
export function hasTwin(model: PyModel): boolean {
  return model.kind !== "enum" && !(model.kind === "object" && model.isError);
}

/**
 * A type as an annotation, its imports noted.
 *
 *     value:  List[models.Scope]      Nullable[datetime]      Dict[str, models.Metadata]
 *     input:  Union[List[models.Scope], List[models.ScopeTypedDict]]
 */
export function typeText(scope: TypeScope, type: PyType, use: TypeUse): string {
  if (use === "input") {
    const value = typeText(scope, type, "value");
    const twin = typeText(scope, type, "twin");
    if (value === twin) return value;
    // Null belongs to the whole argument.
    if (type.kind === "nullable") return `${scope.imports.from(scope.typesModule, "Nullable")}[${typeText(scope, type.of, "input")}]`;
    return `${scope.imports.from("typing", "Union")}[${value}, ${twin}]`;
  }
  const typing = (name: string): string => scope.imports.from("typing", name);
  const coded = (text: string): string => {
    const notes = use === "value" && scope.codec !== null ? scope.codec(type) : [];
    return notes.length === 0 ? text : `${typing("Annotated")}[${[text, ...notes].join(", ")}]`;
  };
  switch (type.kind) {
    case "any":
      return typing("Any");
    case "scalar":
      return type.name;
    case "int":
      return coded("int");
    case "decimal":
      return coded(scope.imports.from("decimal", "Decimal"));
    case "datetime":
      return coded(scope.imports.from("datetime", "datetime"));
    case "date":
      return scope.imports.from("datetime", "date");
    case "file":
      return scope.imports.from(scope.typesModule, "FileContent");
    case "literal":
      return `${typing("Literal")}[${typeof type.value === "string" ? pythonString(type.value) : pythonScalar(type.value)}]`;
    case "list":
      // A list of one constant is a list of what the constant is.
      return `${typing("List")}[${type.items.kind === "literal" ? primitiveOf(type.items.value) : typeText(scope, type.items, use)}]`;
    case "dict":
      return `${typing("Dict")}[str, ${typeText(scope, type.values, use)}]`;
    case "union":
      return `${typing("Union")}[${[...new Set(type.members.map((member) => typeText(scope, member, use)))].join(", ")}]`;
    case "nullable": {
      // Beside annotations, modules of methods have types as values, where mypy takes no alias with an argument.
      const word = scope.codec === null ? typing("Optional") : scope.imports.from(scope.typesModule, "Nullable");
      return `${word}[${typeText(scope, type.of, use)}]`;
    }
    case "model": {
      const model = scope.plan.modelOf.get(type.id);
      return model === undefined ? typing("Any") : scope.model(model, use === "twin" && hasTwin(model));
    }
    default:
      return assertNever(type);
  }
}
