import { struck } from "../../../codegen/docs/describe.js";
import { fromSdkPage, modelLink } from "../../../codegen/docs/modelLinks.js";
import type { ModelWords, PageLanguage, SdkWords } from "../../../codegen/docs/pageLanguage.js";
import { requiredMark } from "../../../codegen/docs/pageText.js";
import { fixedRow } from "../../../codegen/docs/parametersTable.js";
import { overviewOf } from "../../../codegen/docs/sdkPages.js";
import { type SnippetChoice, usageSnippets } from "../../../codegen/snippets/snippets.js";
import { withoutNull } from "../../../codegen/types/settledTypes.js";
import { placeOf, restProperty, type TypeScriptPlan } from "../plan.js";
import { fieldCell, typeCell } from "./cells.js";
import { modelView } from "./modelView.js";
import { responseLine } from "./responseLine.js";
import { functionSnippet, methodSnippet } from "./snippet.js";

/** What TypeScript gives to its pages. */
export function pageLanguage(plan: TypeScriptPlan): PageLanguage {
  return {
    plan,
    pages: plan.pages,
    render: (template, view) => plan.templates.render(`typescript/docs/${template}`, view),
    end: (text) => text.trimEnd() + lineEnd(plan),
    nullExample: "null",
    typeCell: (field, from) => fieldCell(field, plan, from),
    describing: () => ({ beside: plan.options.quirks.besideRef === "shown", model: false }),
    sdk: sdkWords(plan),
    model: modelWords(plan),
  };
}

export function lineEnd({ options }: TypeScriptPlan): string {
  return options.quirks.lastLineEnd === "right" ? "\n" : "";
}

function sdkWords(plan: TypeScriptPlan): SdkWords {
  const { quirks, folders, defaultError } = plan.options;
  const choice: SnippetChoice = {
    language: "typescript",
    examples: quirks.examples,
    isNamed: ({ name }) => name !== "" && !name.split("-").includes("default"),
    first: ({ example }) => example,
  };
  const namespace = folders.errors.split("/").at(-1) ?? "errors";
  return {
    clientPage: "withMethods",
    clientTitle: plan.client.className,
    clientOverview: overviewOf(plan.client.docs),
    title: ({ className, path }) =>
      quirks.title === "class" ? className : path.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join("."),
    pathLine: () => "",
    order: quirks.operationOrder,
    anchor: ({ name }) => name.toLowerCase(),
    snippets: (method) =>
      usageSnippets(method, choice, (example) => ({
        code: methodSnippet(plan, method, example),
        standalone: functionSnippet(plan, method, example),
      })),
    response: (method) => responseLine(plan, method),
    errorName: (model) => plan.pages.nameOf(model),
    defaultError: `${namespace}.${defaultError}`,
    // A request that is a union has a page to go to.
    bodyCell(type) {
      const of = withoutNull(type);
      const model = of.kind === "ref" ? plan.modelOf.get(of.id) : undefined;
      return model === undefined || model.kind === "alias" ? typeCell(of, plan, fromSdkPage) : modelLink(plan.pages, model, fromSdkPage);
    },
    argumentLabel: ({ field, name, slot }) => struck(`\`${field ?? name}\``, slot.docs),
    securityRow({ security }) {
      if (security.kind !== "own") return null;
      const words = "The security requirements to use for the request.";
      return {
        row: ["`security`", modelLink(plan.pages, security.model, fromSdkPage), requiredMark(!security.optional), words],
        first: false,
      };
    },
    optionRows: () => optionRows,
  };
}

const optionRows = [
  fixedRow("options", "RequestOptions", false, "Used to set various options for making HTTP requests."),
  fixedRow(
    "options.fetchOptions",
    "[RequestInit](https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options)",
    false,
    "Options that are passed to the underlying HTTP request. This can be used to inject extra headers for examples. All `Request` options, except `method` and `body`, are allowed.",
  ),
  fixedRow(
    "options.retries",
    `[RetryConfig](${fromSdkPage.toDocs}/lib/utils/retryconfig.md)`,
    false,
    "Enables retrying HTTP requests under certain failure conditions.",
  ),
];

function modelWords(plan: TypeScriptPlan): ModelWords {
  return {
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
    view: (model) => modelView(plan, model),
  };
}
