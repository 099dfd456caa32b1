import type { Argument, Method } from "../plan/plan.js";
import { describe } from "./describe.js";
import { exampleCell } from "./json.js";
import { markdownTable } from "./markdownTable.js";
import { fromSdkPage, modelLink } from "./modelLinks.js";
import type { PageLanguage, ParameterRow } from "./pageLanguage.js";
import { requiredMark } from "./pageText.js";

/** A row of something that the document does not name. */
export function fixedRow(name: string, type: string, required: boolean, description: string): ParameterRow {
  return { cells: [`\`${name}\``, type, requiredMark(required), description], example: null };
}

/** The rows in the order of the signature: the request or its parts, credentials, and the options that every call has. */
export function parametersTable(language: PageLanguage, method: Method): string {
  const security = language.sdk.securityRow(method);
  const own = security === null ? [] : [{ cells: security.row, example: null }];
  const request = requestRows(language, method);
  const rows = [...(security?.first === true ? [...own, ...request] : [...request, ...own]), ...language.sdk.optionRows(method)];
  const withExamples = rows.some(({ example }) => example !== null);
  return markdownTable(
    ["Parameter", "Type", "Required", "Description", ...(withExamples ? ["Example"] : [])],
    rows.map(({ cells, example }) =>
      withExamples ? [...cells, example === null ? "" : exampleCell(example.value, language.nullExample)] : cells,
    ),
  );
}

function requestRows(language: PageLanguage, { request }: Method): readonly ParameterRow[] {
  const whole = (cell: string): ParameterRow => fixedRow("request", cell, true, "The request object to use for the request.");
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      return [whole(language.sdk.bodyCell(request.body.type))];
    case "object":
      return [whole(modelLink(language.pages, request.model, fromSdkPage))];
    case "arguments":
      return request.arguments.map((argument) => ({
        cells: [
          language.sdk.argumentLabel(argument),
          language.typeCell(argument, fromSdkPage),
          requiredMark(argument.required),
          argumentWords(language, argument),
        ],
        example: argument.slot.example,
      }));
  }
}

function argumentWords(language: PageLanguage, argument: Argument): string {
  switch (argument.source.kind) {
    case "parameter":
      return describe(language, argument, "parameter");
    case "field":
      return describe(language, argument, "field");
    case "body":
    case "rest":
      return argument.slot.docs.description ?? "N/A";
  }
}
