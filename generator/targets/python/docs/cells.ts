import { modelLink, type PagePlace } from "../../../codegen/docs/modelLinks.js";
import type { CellField } from "../../../codegen/docs/pageLanguage.js";
import { withoutNull } from "../../../codegen/types/settledTypes.js";
import { oncePer, type TypeWords, writeType } from "../../../codegen/types/typeWords.js";
import type { Type } from "../../../ir/types.js";
import type { PythonPlan } from "../plan.js";
import type { Quirks } from "../quirks.js";
import { primitiveOf, pythonScalar } from "../text.js";
import { itemsOf, scalarWords } from "../typeText.js";

/**
 * A type as the second column of a table shows it: `*Optional[str]*`, `[Nullable[models.X]](../models/x.md)`, `List[[models.X](../models/x.md)]`; a list, a
 * map and a date carry no modifier.
 */
export function typeCell(plan: PythonPlan, { type, required, place: holds }: CellField, place: PagePlace): string {
  const nullable = type.kind === "nullable";
  const modifier = required ? (nullable ? "Nullable" : null) : nullable ? "OptionalNullable" : "Optional";
  if (holds?.kind === "credential" && holds.orToken) {
    const either = `Union[${codeType(type, plan)}, str]`;
    return `*${modifier === null ? either : `${modifier}[${either}]`}*`;
  }
  return cell(plan, withoutNull(type), modifier, place);
}

function cell(plan: PythonPlan, type: Type, modifier: string | null, place: PagePlace): string {
  const wrap = (text: string): string => (modifier === null ? text : `${modifier}[${text}]`);
  switch (type.kind) {
    case "array":
      return `List[${inner(plan, type.items, place)}]`;
    case "tuple":
      return `List[${itemsCell(plan, type, place)}]`;
    case "map":
      return `Dict[str, ${inner(plan, type.values, place)}]`;
    case "nullable":
      return cell(plan, type.of, modifier ?? "Nullable", place);
    case "instant":
    case "date":
      return dateCell(type.kind, plan.options.quirks);
    case "file":
      return plan.options.quirks.binary;
    case "ref": {
      const model = plan.modelOf.get(type.id);
      return model === undefined ? `*${wrap("Any")}*` : modelLink(plan.pages, model, place, wrap(plan.pages.nameOf(model)));
    }
    default:
      return `*${wrap(codeType(type, plan))}*`;
  }
}

/** A constant inside a list is shown as the primitive it is. */
function inner(plan: PythonPlan, type: Type, place: PagePlace): string {
  return type.kind === "literal" ? `*${primitiveOf(type.value)}*` : cell(plan, type, null, place);
}

/** Items of several types are their union. */
function itemsCell(plan: PythonPlan, tuple: Extract<Type, { kind: "tuple" }>, place: PagePlace): string {
  const [only, ...others] = distinct(itemsOf(tuple), plan);
  return only !== undefined && others.length === 0 ? inner(plan, only, place) : `*${unionText(itemsOf(tuple), plan)}*`;
}

/** Types that Python writes alike are one. */
function distinct(types: readonly Type[], plan: PythonPlan): readonly Type[] {
  return [...new Map(types.map((type) => [codeType(type, plan), type])).values()];
}

function unionText(types: readonly Type[], plan: PythonPlan): string {
  const texts = distinct(types, plan).map((type) => codeType(type, plan));
  return texts.length === 0 ? "Any" : texts.length === 1 ? (texts[0] ?? "") : `Union[${texts.join(", ")}]`;
}

function dateCell(kind: "instant" | "date", quirks: Quirks): string {
  const date = "[date](https://docs.python.org/3/library/datetime.html#date-objects)";
  const datetime = "[datetime](https://docs.python.org/3/library/datetime.html#datetime-objects)";
  switch (quirks.dateLink) {
    case "swapped":
      return kind === "instant" ? date : datetime;
    case "right":
      return kind === "instant" ? datetime : date;
  }
}

const codeWords = oncePer(
  (plan: PythonPlan): TypeWords => ({
    ...scalarWords,
    any: "Any",
    null: "Any",
    integer: "int",
    decimal: "Decimal",
    instant: "datetime",
    date: "date",
    file: plan.options.quirks.binary.replaceAll("*", ""),
    literal: ({ value }) => `Literal[${pythonScalar(value)}]`,
    array: ({ items }, write) => `List[${items.kind === "literal" ? primitiveOf(items.value) : write(items)}]`,
    tuple: (type) => `List[${unionText(itemsOf(type), plan)}]`,
    map: ({ values }, write) => `Dict[str, ${write(values)}]`,
    nullable: ({ of }, write) => `Nullable[${write(of)}]`,
    ref({ id }) {
      const model = plan.modelOf.get(id);
      return model === undefined ? "Any" : plan.pages.nameOf(model);
    },
  }),
);

/** A type as a line of code shows it: `List[models.X]`, `Literal["x"]`. */
export function codeType(type: Type, plan: PythonPlan): string {
  return writeType(codeWords(plan), type);
}
