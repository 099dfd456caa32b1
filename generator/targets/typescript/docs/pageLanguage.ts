import { capitalised } from "../../../codegen/casing.js";
import { struck } from "../../../codegen/docs/describe.js";
import { fromSdkPage, modelLink } from "../../../codegen/docs/modelLinks.js";
import { overviewOf } from "../../../codegen/docs/sdkPages.js";
import type { CellWords } from "../../../codegen/docs/typeCells.js";
import { withoutNull } from "../../../codegen/types/settledTypes.js";
import type { PageWords } from "../../sdkPages.js";
import { placeOf, restProperty, type TypeScriptPlan } from "../plan.js";
import { scalarWords } from "../typeText.js";
import { modelView, readType } from "./modelView.js";
import { functionSnippet, methodSnippet } from "./snippet.js";

export function lineEnd({ options }: TypeScriptPlan): string {
  return options.quirks.lastLineEnd === "right" ? "\n" : "";
}

/** What TypeScript gives to its pages. */
export function pageWords(plan: TypeScriptPlan): PageWords {
  const { client, options, pages, modelOf } = plan;
  const { quirks, folders } = options;
  return {
    end: (text) => text.trimEnd() + lineEnd(plan),
    nullExample: "null",
    cells: cellWords,
    // A credential that tokens are got with may be a token as well.
    typeCell: ({ type, place }, from, cells) =>
      place?.kind === "credential" && place.orToken ? `*${cells.code(type)} | string*` : cells.cell(type, from),
    describing: () => ({ beside: quirks.besideRef === "read", model: false }),
    isNamed: ({ name }) => name !== "" && !name.split("-").includes("default"),
    first: ({ example }) => example,
    sdk: {
      clientPage: "withMethods",
      clientTitle: client.className,
      clientOverview: overviewOf(client.docs),
      pathTitle: ({ path }) => path.map(capitalised).join("."),
      pathLine: () => "",
      order: quirks.operationOrder,
      snippet: (method, example) => ({
        code: methodSnippet(plan, method, example),
        standalone: functionSnippet(plan, method, example),
      }),
      returned: (cells) => ({
        linked: ({ kind }) => kind !== "alias",
        unlinked: (type, stream) => readType(cells, withoutNull(type), stream),
        marks: /[[\]*<>]/g,
      }),
      response: (cell) => `Promise\\<${cell ?? "void"}\\>`,
      errors: folders.errors.split("/").at(-1) ?? "errors",
      // A request that is a union has a page to go to.
      bodyCell(type, cells) {
        const of = withoutNull(type);
        const model = of.kind === "ref" ? modelOf.get(of.id) : undefined;
        return model === undefined || model.kind === "alias" ? cells.cell(of, fromSdkPage) : modelLink(pages, model, fromSdkPage);
      },
      argumentLabel: ({ field, name, slot }) => struck(`\`${field ?? name}\``, slot.docs),
      securityRow: () => ({}),
      optionRows: () => optionRows,
    },
    model: {
      place(model) {
        const { folder } = placeOf(plan, model);
        const steps = folder.split("/").map(() => "..");
        return { toDocs: folder === "" ? "." : steps.join("/") };
      },
      borrowed: ({ introduced }) => introduced.holder,
      restRow(model) {
        const label = model.rest === null ? null : restProperty(plan, model);
        return model.rest === null || label === null ? null : { label, type: { kind: "map", values: model.rest } };
      },
      fieldKind: () => "field",
      view: (model, cells) => modelView(plan, cells, model),
    },
  };
}

const optionRows = [
  ["options", "RequestOptions", "Used to set various options for making HTTP requests."],
  [
    "options.fetchOptions",
    "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
    "Options that are passed to the underlying HTTP request. This can be used to inject extra headers for examples. All `Request` options, except `method` and `body`, are allowed.",
  ],
  [
    "options.retries",
    `[RetryConfig](${fromSdkPage.toDocs}/lib/utils/retryconfig.md)`,
    "Enables retrying HTTP requests under certain failure conditions.",
  ],
] as const;

/**
 * Types as `components.Token[]` in code, and as `*string*`, `[components.Token](../../models/components/token.md)[]`, `Record<string, *any*>` in cells. What may be
 * null is shown as what it is otherwise.
 */
const cellWords: CellWords = {
  code: {
    ...scalarWords,
    date: "RFCDate",
    bytes: "Uint8Array",
    file: "ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array",
    array: ({ items }, inner) => `${inner(items)}[]`,
    tuple: ({ items, rest }, inner) => `[${[...items.map(inner), ...(rest === null ? [] : [`...${inner(rest)}[]`])].join(", ")}]`,
    map: ({ values }, inner) => `{ [k: string]: ${inner(values)} }`,
    nullable: ({ of }, inner) => inner(of),
  },
  cells: ({ toDocs }) => ({
    array: ({ items }, inner) => `${inner(items)}[]`,
    map: ({ values }, inner) => `Record<string, ${inner(values)}>`,
    nullable: ({ of }, inner) => inner(of),
    instant: "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)",
    date: `[RFCDate](${toDocs}/types/rfcdate.md)`,
  }),
  hasPage: ({ kind }) => kind !== "union" && kind !== "alias",
};
