import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { Json } from "../../../ir/json.js";
import type { PyField, PyModel, PythonPlan } from "../plan.js";
import type { PyType } from "../pyType.js";
import type { Quirks } from "../quirks.js";

/** Where a page stands, as the way from it to the `docs` folder: "../.." from docs/sdks/x/README.md, ".." from docs/models/x.md. */
export interface PagePlace {
  readonly toDocs: string;
}

/** File name of a model's page, without its ending: the class name in lower case. Names that the snake-case file of the class could not have get a `_`. */
export function pageStem(name: string): string {
  const stem = name.toLowerCase();
  return reservedStems.has(stem) ? `${stem}_` : stem;
}

const reservedStems = new Set(
  "false none true and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield filter format".split(
    " ",
  ),
);

export function modelLink(model: PyModel, label: string, { toDocs }: PagePlace): string {
  return `[${label}](${toDocs}/${model.namespace}/${pageStem(model.name)}.md)`;
}

/** A type as the second column of a table shows it. */
export class TypeCells {
  constructor(
    private readonly plan: PythonPlan,
    private readonly place: PagePlace,
  ) {}

  /**
   * `*Optional[str]*`, `[Nullable[models.X]](../models/x.md)`, `List[[models.X](../models/x.md)]`; a list, a map and a date carry no modifier.
   */
  field(field: PyField): string {
    const nullable = field.type.kind === "nullable";
    const of = field.type.kind === "nullable" ? field.type.of : field.type;
    return this.cell(of, field.required ? (nullable ? "Nullable" : null) : nullable ? "OptionalNullable" : "Optional");
  }

  /** A type that must be given. */
  type(type: PyType): string {
    return this.cell(type, null);
  }

  private cell(type: PyType, modifier: string | null): string {
    const wrap = (text: string): string => (modifier === null ? text : `${modifier}[${text}]`);
    switch (type.kind) {
      case "list":
        return `List[${this.inner(type.items)}]`;
      case "dict":
        return `Dict[str, ${this.inner(type.values)}]`;
      case "nullable":
        return this.cell(type.of, modifier ?? "Nullable");
      case "datetime":
      case "date":
        return dateCell(type.kind, this.plan.options.quirks);
      case "file":
        return this.plan.options.quirks.binary;
      case "model": {
        const model = this.plan.modelOf.get(type.id);
        return model === undefined ? `*${wrap("Any")}*` : modelLink(model, wrap(`${model.namespace}.${model.name}`), this.place);
      }
      default:
        return `*${wrap(codeType(type, this.plan))}*`;
    }
  }

  private inner(type: PyType): string {
    // A constant inside a list is shown as the primitive it is.
    if (type.kind === "literal") return `*${primitiveOf(type.value)}*`;
    return this.cell(type, null);
  }
}

function dateCell(kind: "datetime" | "date", quirks: Quirks): string {
  const date = "[date](https://docs.python.org/3/library/datetime.html#date-objects)";
  const datetime = "[datetime](https://docs.python.org/3/library/datetime.html#datetime-objects)";
  switch (quirks.dateLink) {
    case "swapped":
      return kind === "datetime" ? date : datetime;
    case "right":
      return kind === "datetime" ? datetime : date;
  }
}

export function primitiveOf(value: string | number | boolean): string {
  return typeof value === "string" ? "str" : typeof value === "boolean" ? "bool" : Number.isInteger(value) ? "int" : "float";
}

/** A type as a line of code shows it: `List[models.X]`, `Literal["x"]`. */
export function codeType(type: PyType, plan: PythonPlan): string {
  switch (type.kind) {
    case "any":
      return "Any";
    case "scalar":
      return type.name;
    case "int":
      return "int";
    case "decimal":
      return "Decimal";
    case "datetime":
      return "datetime";
    case "date":
      return "date";
    case "file":
      return plan.options.quirks.binary.replaceAll("*", "");
    case "literal":
      return `Literal[${pythonScalar(type.value)}]`;
    case "list":
      return `List[${type.items.kind === "literal" ? primitiveOf(type.items.value) : codeType(type.items, plan)}]`;
    case "dict":
      return `Dict[str, ${codeType(type.values, plan)}]`;
    case "union":
      return `Union[${type.members.map((member) => codeType(member, plan)).join(", ")}]`;
    case "nullable":
      return `Nullable[${codeType(type.of, plan)}]`;
    case "model": {
      const model = plan.modelOf.get(type.id);
      return model === undefined ? "Any" : `${model.namespace}.${model.name}`;
    }
    default:
      return assertNever(type);
  }
}

export function pythonScalar(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value);
}

/** A value as the example column shows it: a string as it is, a structure as JSON with one token per line. */
export function exampleCell(value: Json, quirks: Quirks): string {
  if (value === null) return quirks.nullExample;
  if (typeof value === "object") return structure(value);
  return String(value);
}

function structure(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n${value.map(structure).join(",\n")}\n]`;
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([key, inner]) => `${escaped(key)}: ${structure(inner)}`);
    return parts.length === 0 ? "{}" : `{\n${parts.join(",\n")}\n}`;
  }
  return escaped(value);
}

function escaped(value: Json): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
