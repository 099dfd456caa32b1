import { markdownTable } from "../../../codegen/docs/markdownTable.js";
import { fromSdkPage, type PagePlace } from "../../../codegen/docs/modelLinks.js";
import type { CellField } from "../../../codegen/docs/pageLanguage.js";
import { overviewOf } from "../../../codegen/docs/sdkPages.js";
import type { CellWords, ReturnWords, TypeCells } from "../../../codegen/docs/typeCells.js";
import type { Argument, ObjectModel, Request } from "../../../codegen/plan/plan.js";
import { withoutNull } from "../../../codegen/types/settledTypes.js";
import type { Type } from "../../../ir/types.js";
import type { PageWords } from "../../sdkPages.js";
import type { PythonPlan } from "../plan.js";
import type { Quirks } from "../quirks.js";
import { pageStem, primitiveOf, pythonScalar } from "../text.js";
import { itemsOf, scalarWords } from "../typeText.js";
import { firstExample, snippetCode } from "./snippet.js";
import { unionValue } from "./unionValue.js";

/** What Python gives to its pages. */
export function pageWords(plan: PythonPlan): PageWords {
  const { client, options } = plan;
  const { quirks, errorsModule, spelling } = options;
  return {
    // The last table ends the page; a page without methods keeps its line end.
    end: (text, { isEmpty }) => (isEmpty ? text : text.trimEnd()),
    nullExample: quirks.nullExample,
    cells: pythonCells(plan),
    typeCell: fieldCell,
    describing: (kind) => ({ beside: kind === "field" && quirks.besideRef === "read", model: kind === "parameter" }),
    isNamed: ({ name }) => name !== "",
    first: firstExample,
    sdk: {
      clientPage: quirks.rootPage === "always" ? "always" : "withMethods",
      clientTitle: /SDK$/i.test(client.className) ? client.className : `${client.className} SDK`,
      clientOverview: clientOverview(plan),
      pathTitle: ({ trail }) => trail.map(({ key }) => spelling.resource([key])).join("."),
      pathLine: ({ path }) => (quirks.pathLine === "shown" ? `(*${path.join(".")}*)\n` : ""),
      order: "document",
      snippet: (method, example) => ({ code: snippetCode(plan, method, example) }),
      returned: (cells) => returnWords(plan, cells),
      response: (cell) => (cell === null ? "" : `### Response\n\n**${cell}**\n\n`),
      errors: errorsModule,
      bodyCell: (type, cells) => fieldCell({ type, required: true }, fromSdkPage, cells),
      argumentLabel: (argument) => `\`${labelOf(argument)}\``,
      securityRow: (model, request) => securityRow(plan, model, request),
      optionRows: ({ servers }) => [
        [
          "retries",
          `[Optional[utils.RetryConfig]](${fromSdkPage.toDocs}/models/utils/retryconfig.md)`,
          "Configuration to override the default retry behavior of the client.",
        ],
        ...(servers.length > 0
          ? [["server_url", "*Optional[str]*", "An optional server URL to use.", "http://localhost:8080"] as const]
          : []),
      ],
    },
    model: {
      place: () => ({ toDocs: ".." }),
      borrowed: ({ introduced }) => introduced.parameter ?? introduced.holder,
      restRow: ({ rest, fields }) =>
        rest === null || fields.length === 0 ? null : { label: "__pydantic_extra__", type: { kind: "map", values: rest } },
      fieldKind: ({ place: stands }) => (stands.kind === "parameter" || stands.kind === "body" ? stands.kind : "field"),
      view(model, cells) {
        switch (model.kind) {
          case "object":
            return {};
          case "enum":
            return {
              table: markdownTable(
                ["Name", "Value"],
                model.members.map(({ name, value }) => [`\`${name}\``, String(value)]),
              ),
            };
          case "union":
            return { members: model.members.map(({ type }) => ({ type: cells.code(type), example: unionValue(plan, cells, type) })) };
        }
      },
    },
  };
}

/** A page shows an argument without the `_` that keeps its keyword from hiding a builtin. */
function labelOf({ name, field }: Argument): string {
  return field !== null && name === `${field}_` ? field : name;
}

function clientOverview({ client, api }: PythonPlan): string {
  const { docs, title } = client;
  const info = [docs.summary, docs.description].filter((text) => text !== null && text !== "").map((text) => `${text}\n\n`);
  const link = overviewOf({ ...api.docs, description: null });
  return info.length === 0 ? "" : `${title}: ${info.join("")}${link}`;
}

/** Before the arguments of a method that takes its values one by one, behind the request of one that takes it whole. */
function securityRow({ pages, options }: PythonPlan, model: ObjectModel, { kind }: Request): ReturnType<PageWords["sdk"]["securityRow"]> {
  if (kind === "arguments") return { words: "N/A", first: true };
  const missing = options.quirks.securityLink === "missingFolder";
  return missing ? { link: `[${pages.nameOf(model)}](${fromSdkPage.toDocs}/${pageStem(model.name)}.md)` } : {};
}

/** Types as `List[models.X]` and `Literal["x"]` in code, and in cells where a list, a map and a date carry no modifier. */
function pythonCells({ options: { quirks } }: PythonPlan): CellWords {
  return {
    code: {
      ...scalarWords,
      any: "Any",
      null: "Any",
      integer: "int",
      decimal: "Decimal",
      instant: "datetime",
      date: "date",
      file: quirks.binary.replaceAll("*", ""),
      literal: ({ value }) => `Literal[${pythonScalar(value)}]`,
      array: ({ items }, write) => `List[${items.kind === "literal" ? primitiveOf(items.value) : write(items)}]`,
      tuple: (type, write) => `List[${unionText(itemsOf(type), write)}]`,
      map: ({ values }, write) => `Dict[str, ${write(values)}]`,
      nullable: ({ of }, write) => `Nullable[${write(of)}]`,
    },
    cells(place, modifier, { cell, code }) {
      // A constant inside a list is shown as the primitive it is.
      const inner = (type: Type): string => (type.kind === "literal" ? `*${primitiveOf(type.value)}*` : cell(type, place));
      return {
        array: ({ items }) => `List[${inner(items)}]`,
        tuple(tuple) {
          const items = itemsOf(tuple);
          const last = new Set(items.map(code)).size === 1 ? items.at(-1) : undefined;
          return `List[${last === undefined ? `*${unionText(items, code)}*` : inner(last)}]`;
        },
        map: ({ values }) => `Dict[str, ${inner(values)}]`,
        nullable: ({ of }) => cell(of, place, modifier ?? "Nullable"),
        instant: () => dateCell("instant", quirks),
        date: () => dateCell("date", quirks),
        file: quirks.binary,
      };
    },
    hasPage: () => true,
  };
}

/** Types that Python writes alike are one. */
function unionText(types: readonly Type[], write: (type: Type) => string): string {
  const texts = [...new Set(types.map(write))];
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

/** `*Optional[str]*`, `[Nullable[models.X]](../models/x.md)` */
function fieldCell({ type, required, place: holds }: CellField, place: PagePlace, { cell, code }: TypeCells): string {
  const nullable = type.kind === "nullable";
  const modifier = required ? (nullable ? "Nullable" : null) : nullable ? "OptionalNullable" : "Optional";
  if (holds?.kind === "credential" && holds.orToken) {
    const either = `Union[${code(type)}, str]`;
    return `*${modifier === null ? either : `${modifier}[${either}]`}*`;
  }
  return cell(withoutNull(type), place, modifier);
}

/** What is no model of its own is code, but for models inside of a list or a map, which have pages. */
function returnWords({ options }: PythonPlan, cells: TypeCells): ReturnWords {
  const { eventStream, quirks } = options;
  return {
    linked: () => true,
    label: cells.code,
    unlinked(type, stream) {
      const of = cells.code(type);
      const labels = {
        events: `Union[eventstreaming.${eventStream.sync}[${of}], eventstreaming.${eventStream.async}[${of}]]`,
        lines: `jsonl.JsonLStream[${of}]`,
        bytes: "httpx.Response",
        no: of,
      };
      return labels[stream];
    },
    marks: /[[\]*]/g,
    cell(type, stream) {
      const holds = stream === "no" && (type.kind === "array" || type.kind === "map") && cells.code(type).includes("models.");
      return holds && quirks.emptyTypeLink === "none" ? fieldCell({ type, required: true }, fromSdkPage, cells) : null;
    },
  };
}
