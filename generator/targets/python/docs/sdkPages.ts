import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { markdownTable } from "../../../codegen/markdownTable.js";
import type { Link } from "../../../ir/node.js";
import type { Status } from "../../../ir/operation.js";
import type { PyMethod, PyResource, PythonPlan } from "../plan.js";
import { allResources } from "../planMethods.js";
import { exampleCell } from "./cells.js";
import { deprecationMessage } from "./modelPages.js";
import { parameterRows } from "./parameterRows.js";
import { responseLine } from "./responseLine.js";
import { usageSnippets } from "./snippet.js";

/** One page per resource class, and one for the client where it has methods of its own. */
export function sdkPages(plan: PythonPlan): readonly GeneratedFile[] {
  const { client, options } = plan;
  const root = client.methods.length > 0 || options.quirks.rootPage === "always" ? [rootPage(plan)] : [];
  return [
    ...root,
    ...allResources(plan.resources).flatMap((resource) => (resource.methods.length === 0 ? [] : [resourcePage(plan, resource)])),
  ];
}

function rootPage(plan: PythonPlan): GeneratedFile {
  const { client, surface } = plan;
  const { docs, title } = surface.api;
  const info = [docs.summary, docs.description].filter((text) => text !== null && text !== "").map((text) => `${text}\n\n`);
  return page(plan, {
    folder: client.className.toLowerCase(),
    title: /SDK$/i.test(client.className) ? client.className : `${client.className} SDK`,
    pathLine: "",
    overview: info.length === 0 ? "" : `${title}: ${info.join("")}${linkLine(docs.link)}`,
    methods: client.methods,
  });
}

function resourcePage(plan: PythonPlan, resource: PyResource): GeneratedFile {
  const { quirks } = plan.options;
  const { docs } = resource.resource.service;
  const described = docs.description === null || docs.description === "" ? "" : `${docs.description}\n\n`;
  return page(plan, {
    folder: resource.className.toLowerCase(),
    title: quirks.title === "class" ? resource.className : pathTitle(plan, resource),
    pathLine: quirks.pathLine === "shown" ? `(*${resource.path.join(".")}*)\n` : "",
    overview: `${described}${linkLine(docs.link)}`,
    methods: resource.methods,
  });
}

function pathTitle(plan: PythonPlan, resource: PyResource): string {
  return resource.resource.service.naming.trail.map(({ key }) => plan.options.spelling.resource([key])).join(".");
}

function linkLine(link: Link | null): string {
  if (link === null) return "";
  return link.description === null ? `<${link.url}>\n\n` : `${link.description}\n<${link.url}>\n\n`;
}

interface SdkPage {
  readonly folder: string;
  readonly title: string;
  readonly pathLine: string;
  readonly overview: string;
  readonly methods: readonly PyMethod[];
}

function page(plan: PythonPlan, view: SdkPage): GeneratedFile {
  const methods = view.methods.map((method) => methodView(plan, method));
  const text = plan.templates.render("python/docs/sdk.md", { ...view, methods });
  // The last table ends the page; a page without methods keeps its line end.
  return { path: `docs/sdks/${view.folder}/README.md`, text: methods.length === 0 ? text : text.trimEnd(), owner: "generator" };
}

/** The words of one method's part of the page, in the order in which they stand there. */
function methodView(plan: PythonPlan, method: PyMethod) {
  const { docs } = method.method.operation;
  const summary = docs.summary ?? docs.description;
  const strike = (text: string): string => (docs.deprecated === null ? text : `~~${text}~~`);
  const description = docs.description ?? docs.summary;
  const response = responseLine(plan, method);
  return {
    item: `[${strike(method.name)}](#${method.name})${summary === null ? "" : ` - ${summary}`}${docs.deprecated === null ? "" : " :warning: **Deprecated**"}`,
    heading: strike(method.name),
    description: description === null ? "" : `${description}\n\n`,
    warning: docs.deprecated === null ? "" : `> :warning: **DEPRECATED**: ${deprecationMessage(docs)}.\n\n`,
    snippets: usageSnippets(plan, method),
    parameters: parametersTable(plan, method),
    response: response === null ? "" : `### Response\n\n**${response}**\n\n`,
    errors: errorsTable(plan, method),
  };
}

function parametersTable(plan: PythonPlan, method: PyMethod): string {
  const rows = parameterRows(plan, method);
  const withExamples = rows.some(({ example }) => example !== null);
  return markdownTable(
    ["Parameter", "Type", "Required", "Description", ...(withExamples ? ["Example"] : [])],
    rows.map(({ cells, example }) =>
      withExamples ? [...cells, example === null ? "" : exampleCell(example.value, plan.options.quirks)] : cells,
    ),
  );
}

/**
 *     | models.HTTPValidationError | 422      | application/json |
 *     | models.SDKError            | 4XX, 5XX | \*\/\*           |
 */
function errorsTable(plan: PythonPlan, method: PyMethod): string {
  const rows = method.errors.map(({ model, statuses, mediaType }) => {
    const found = plan.modelOf.get(model);
    return [`${plan.options.errorsModule}.${found?.name ?? ""}`, statuses.map(statusText).join(", "), mediaType.replaceAll("*", "\\*")];
  });
  return markdownTable(
    ["Error Type", "Status Code", "Content Type"],
    [...rows, [`${plan.options.errorsModule}.${plan.options.defaultError}`, "4XX, 5XX", "\\*/\\*"]],
  );
}

function statusText(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `${status.hundreds}XX`;
    case "default":
      return "default";
  }
}
