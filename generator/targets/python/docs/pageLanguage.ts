import { markdownTable } from "../../../codegen/docs/markdownTable.js";
import { fromSdkPage, modelLink } from "../../../codegen/docs/modelLinks.js";
import type { ModelWords, PageLanguage, ParameterRow, SdkWords } from "../../../codegen/docs/pageLanguage.js";
import { requiredMark } from "../../../codegen/docs/pageText.js";
import { fixedRow } from "../../../codegen/docs/parametersTable.js";
import { overviewOf } from "../../../codegen/docs/sdkPages.js";
import type { Argument, Method } from "../../../codegen/plan/plan.js";
import { type SnippetChoice, usageSnippets } from "../../../codegen/snippets/snippets.js";
import type { PythonPlan } from "../plan.js";
import { pageStem } from "../text.js";
import { codeType, typeCell } from "./cells.js";
import { responseLine } from "./responseLine.js";
import { firstExample, snippetCode } from "./snippet.js";

/** What Python gives to its pages. */
export function pageLanguage(plan: PythonPlan): PageLanguage {
  const { quirks } = plan.options;
  return {
    plan,
    pages: plan.pages,
    render: (template, view) => plan.templates.render(`python/docs/${template}`, view),
    // The last table ends the page; a page without methods keeps its line end.
    end: (text, { isEmpty }) => (isEmpty ? text : text.trimEnd()),
    nullExample: quirks.nullExample,
    typeCell: (field, from) => typeCell(plan, field, from),
    describing: (kind) => ({ beside: kind === "field" && quirks.besideRef === "shown", model: kind === "parameter" }),
    sdk: sdkWords(plan),
    model: modelWords(plan),
  };
}

function sdkWords(plan: PythonPlan): SdkWords {
  const { quirks, errorsModule, defaultError, spelling } = plan.options;
  const { client } = plan;
  const choice: SnippetChoice = { language: "python", examples: quirks.examples, isNamed: ({ name }) => name !== "", first: firstExample };
  return {
    clientPage: quirks.rootPage === "always" ? "always" : "withMethods",
    clientTitle: /SDK$/i.test(client.className) ? client.className : `${client.className} SDK`,
    clientOverview: clientOverview(plan),
    title: ({ className, trail }) => (quirks.title === "class" ? className : trail.map(({ key }) => spelling.resource([key])).join(".")),
    pathLine: ({ path }) => (quirks.pathLine === "shown" ? `(*${path.join(".")}*)\n` : ""),
    order: "document",
    anchor: ({ name }) => name,
    snippets: (method) => usageSnippets(method, choice, (example) => ({ code: snippetCode(plan, method, example) })),
    response(method) {
      const line = responseLine(plan, method);
      return line === null ? "" : `### Response\n\n**${line}**\n\n`;
    },
    errorName: (model) => `${errorsModule}.${model.name}`,
    defaultError: `${errorsModule}.${defaultError}`,
    bodyCell: (type) => typeCell(plan, { type, required: true }, fromSdkPage),
    argumentLabel: (argument) => `\`${labelOf(argument)}\``,
    securityRow: (method) => securityRow(plan, method),
    optionRows,
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
function securityRow(plan: PythonPlan, { security, request }: Method): ReturnType<SdkWords["securityRow"]> {
  if (security.kind !== "own") return null;
  const { model } = security;
  const row = (link: string, words: string): readonly string[] => ["`security`", link, requiredMark(!security.optional), words];
  if (request.kind === "arguments") return { row: row(modelLink(plan.pages, model, fromSdkPage), "N/A"), first: true };
  const missing = plan.options.quirks.securityLink === "missingFolder";
  const link = missing
    ? `[${plan.pages.nameOf(model)}](${fromSdkPage.toDocs}/${pageStem(model.name)}.md)`
    : modelLink(plan.pages, model, fromSdkPage);
  return { row: row(link, "The security requirements to use for the request."), first: false };
}

function optionRows({ servers }: Method): readonly ParameterRow[] {
  const retries = fixedRow(
    "retries",
    `[Optional[utils.RetryConfig]](${fromSdkPage.toDocs}/models/utils/retryconfig.md)`,
    false,
    "Configuration to override the default retry behavior of the client.",
  );
  const server = fixedRow("server_url", "*Optional[str]*", false, "An optional server URL to use.");
  return [retries, ...(servers.length > 0 ? [{ ...server, example: { value: "http://localhost:8080" } }] : [])];
}

function modelWords(plan: PythonPlan): ModelWords {
  return {
    place: () => ({ toDocs: ".." }),
    borrowed: ({ introduced }) => introduced.parameter ?? introduced.holder,
    restRow: ({ rest, fields }) =>
      rest === null || fields.length === 0 ? null : { label: "__pydantic_extra__", type: { kind: "map", values: rest } },
    fieldKind: ({ place: stands }) => (stands.kind === "parameter" || stands.kind === "body" ? stands.kind : "field"),
    view(model) {
      switch (model.kind) {
        case "object":
          return {};
        case "enum": {
          const rows = model.members.map(({ name, value }) => [`\`${name}\``, String(value)]);
          return { table: markdownTable(["Name", "Value"], rows) };
        }
        case "union":
          return { members: model.members.map(({ type }) => ({ type: codeType(type, plan) })) };
      }
    },
  };
}
