import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { markdownTable } from "../../../codegen/markdownTable.js";
import { assertNever } from "../../../diagnostics/diagnostic.js";
import type { TypeId } from "../../../ir/ids.js";
import type { Docs } from "../../../ir/node.js";
import type { PyEnum, PyField, PyModel, PyObject, PythonPlan, PyUnion } from "../plan.js";
import { codeType, exampleCell, pageStem, TypeCells } from "./cells.js";

/** One page per model and error class: docs/models/organizationaccesstoken.md. */
export function modelPages(plan: PythonPlan): readonly GeneratedFile[] {
  const borrowed = bodyDescriptions(plan);
  return plan.models.flatMap((model) => {
    const text = modelPage(plan, model, borrowed.get(model.id) ?? null);
    return text === null ? [] : [{ path: `docs/${model.namespace}/${pageStem(model.name)}.md`, text, owner: "generator" as const }];
  });
}

function modelPage(plan: PythonPlan, model: PyModel, borrowed: string | null): string | null {
  switch (model.kind) {
    case "object":
      return plan.templates.render("python/docs/object.md", { ...pageHead(model, borrowed), table: fieldsTable(plan, model) });
    case "enum":
      return plan.templates.render("python/docs/enum.md", { ...pageHead(model, borrowed), table: valuesTable(model) });
    case "union":
      return plan.templates.render("python/docs/union.md", { ...pageHead(model, borrowed), members: unionMembers(plan, model) });
    case "alias":
      return null;
    default:
      return assertNever(model);
  }
}

interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly warning: string;
}

/**
 *     # ~~Name~~
 *
 *     Description.
 *
 *     > :warning: **DEPRECATED**: This will be removed …
 */
function pageHead(model: PyModel, borrowed: string | null): PageHead {
  const { deprecated } = model.docs;
  const description = model.docs.description || borrowed;
  return {
    title: deprecated === null ? model.name : `~~${model.name}~~`,
    description: description === null ? "" : `${description}\n\n`,
    warning: deprecated === null ? "" : `> :warning: **DEPRECATED**: ${deprecationMessage(model.docs)}.\n\n`,
  };
}

export function deprecationMessage(docs: Docs): string {
  return docs.deprecated?.message ?? "This will be removed in a future release, please migrate away from it as soon as possible";
}

/** Words of answers, bodies and parameters, for the types that they are and that have none of their own: inline ones, and components that one shared answer introduces. */
function bodyDescriptions(plan: PythonPlan): ReadonlyMap<TypeId, string> {
  const found = new Map<TypeId, string>();
  for (const { method } of plan.methods) {
    const { body, responses } = method.operation;
    for (const { address, type, docs } of method.operation.parameters) {
      const of = type.kind === "nullable" ? type.of : type;
      if (of.kind === "ref" && of.id.startsWith(address) && docs.description !== null) found.set(of.id, docs.description);
    }
    const holders = [...(body === null ? [] : [{ ...body, shared: null }]), ...responses];
    for (const { address, docs, contents, shared } of holders) {
      for (const { type } of contents) {
        if (type.kind !== "ref" || docs.description === null || found.has(type.id)) continue;
        if (shared !== null || type.id.startsWith(address)) found.set(type.id, docs.description);
      }
    }
  }
  return found;
}

function fieldsTable(plan: PythonPlan, model: PyObject): string {
  const cells = new TypeCells(plan, { toDocs: ".." });
  const withExamples = model.fields.some(({ slot }) => slot.example !== null);
  const rows = model.fields.map((field) => {
    const row = [fieldName(field), cells.field(field), requiredMark(field.required), wordsOf(plan, model, field)];
    return withExamples ? [...row, field.slot.example === null ? "" : exampleCell(field.slot.example.value, plan.options.quirks)] : row;
  });
  if (model.rest !== null && model.fields.length > 0) {
    const rest = cells.type({ kind: "dict", values: model.rest });
    rows.push(["`__pydantic_extra__`", rest, requiredMark(false), "N/A", ...(withExamples ? [""] : [])]);
  }
  return markdownTable(["Field", "Type", "Required", "Description", ...(withExamples ? ["Example"] : [])], rows);
}

/** In a request model a parameter has its own words, and a body those of the request body. */
function wordsOf(plan: PythonPlan, model: PyObject, field: PyField): string {
  if (model.source.role !== "request") return describeField(plan, field, false);
  return field.slot.address === model.source.operation?.body?.address
    ? (field.slot.docs.description ?? "N/A")
    : describeField(plan, field, true);
}

function fieldName(field: PyField): string {
  return field.slot.docs.deprecated === null ? `\`${field.name}\`` : `~~\`${field.name}\`~~`;
}

export function requiredMark(required: boolean): string {
  return required ? ":heavy_check_mark:" : ":heavy_minus_sign:";
}

/** A field's own words; a parameter without any takes those of the model it holds. */
export function describeField(plan: PythonPlan, field: PyField, isParameter: boolean): string {
  const { docs, besideRef } = field.slot;
  const shown = plan.options.quirks.besideRef === "shown" && !isParameter ? (besideRef?.description ?? docs.description) : docs.description;
  const text = shown ?? (isParameter ? modelDescription(plan, field) : null);
  const warning = docs.deprecated === null ? "" : `: warning: ** DEPRECATED **: ${deprecationMessage(docs)}.`;
  if (warning !== "") return text === null ? warning : `${warning}\n\n${text}`;
  return text === null || text === "" ? "N/A" : text;
}

function modelDescription(plan: PythonPlan, field: PyField): string | null {
  const type = field.type.kind === "nullable" ? field.type.of : field.type;
  return type.kind === "model" ? (plan.modelOf.get(type.id)?.docs.description ?? null) : null;
}

function valuesTable(model: PyEnum): string {
  return markdownTable(
    ["Name", "Value"],
    model.members.map(({ name, value }) => [`\`${name}\``, String(value)]),
  );
}

function unionMembers(plan: PythonPlan, model: PyUnion): readonly { readonly type: string }[] {
  return model.members.map((member) => ({ type: codeType(member, plan) }));
}
