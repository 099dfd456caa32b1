import type { GeneratedFile } from "../generatedFile.js";
import type { Model, ObjectModel, Property } from "../plan/plan.js";
import { describe, placeDocs, struck, warningOf } from "./describe.js";
import { exampleCell } from "./json.js";
import { markdownTable } from "./markdownTable.js";
import type { PageLanguage } from "./pageLanguage.js";
import { requiredMark } from "./pageText.js";

/** One page per model and error class: docs/models/organizationaccesstoken.md. */
export function modelPages(language: PageLanguage): readonly GeneratedFile[] {
  return language.plan.models.flatMap((model) => {
    if (model.kind === "alias") return [];
    const path = language.pages.pathOf(model);
    const head = pageHead(language, model);
    const own = model.kind === "object" ? { table: fieldsTable(language, model) } : {};
    const text = language.render(`${model.kind}.md`, { ...head, ...own, ...language.model.view(model) });
    return [
      { path: `docs/${path}.md`, text: model.kind === "union" ? text : language.end(text, { isEmpty: true }), owner: "generator" as const },
    ];
  });
}

/**
 *     # ~~Name~~
 *
 *     Description.
 *
 *     > :warning: **DEPRECATED**: This will be removed …
 */
function pageHead(language: PageLanguage, model: Model): object {
  const description = model.docs.description || language.model.borrowed(model);
  return {
    title: struck(model.name, model.docs),
    description: description === null ? "" : `${description}\n\n`,
    warning: warningOf(model.docs),
  };
}

function fieldsTable(language: PageLanguage, model: ObjectModel): string {
  const place = language.model.place(model);
  const withExamples = model.fields.some(({ slot }) => slot.example !== null);
  const rows = model.fields.map((field) => [
    struck(`\`${field.name}\``, language.describing("field").beside ? placeDocs(field.slot) : field.slot.docs),
    language.typeCell(field, place),
    requiredMark(field.required),
    fieldWords(language, field),
    ...(withExamples ? [field.slot.example === null ? "" : exampleCell(field.slot.example.value, language.nullExample)] : []),
  ]);
  const rest = language.model.restRow(model);
  if (rest !== null)
    rows.push([
      `\`${rest.label}\``,
      language.typeCell({ type: rest.type, required: true }, place),
      requiredMark(false),
      "N/A",
      ...(withExamples ? [""] : []),
    ]);
  return markdownTable(["Field", "Type", "Required", "Description", ...(withExamples ? ["Example"] : [])], rows);
}

function fieldWords(language: PageLanguage, field: Property): string {
  const kind = language.model.fieldKind(field);
  return kind === "body" ? (field.slot.docs.description ?? "N/A") : describe(language, field, kind);
}
