import { statusText } from "../../../codegen/descriptor.js";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { markdownTable } from "../../../codegen/markdownTable.js";
import type { Docs } from "../../../ir/node.js";
import type { TsMethod, TsResource, TypeScriptPlan } from "../plan.js";
import { allResources } from "../planMethods.js";
import { exampleCell } from "./cells.js";
import { deprecationMessage } from "./fieldRows.js";
import { parameterRows } from "./parameterRows.js";
import { responseLine } from "./responseLine.js";
import { usageSnippets } from "./snippet.js";

/** One page per resource class, and one for the client where it has methods of its own. */
export function sdkPages(plan: TypeScriptPlan): readonly GeneratedFile[] {
  const { client, surface } = plan;
  const root = client.methods.length === 0 ? [] : [page(plan, client.className, client.className, surface.api.docs, client.methods)];
  return [
    ...root,
    ...allResources(plan.resources).flatMap((resource) =>
      resource.methods.length === 0
        ? []
        : [page(plan, resource.className, titleOf(plan, resource), resource.resource.service.docs, resource.methods)],
    ),
  ];
}

/** `CustomerPortal.Orders` */
function titleOf({ options }: TypeScriptPlan, { className, path }: TsResource): string {
  if (options.quirks.title === "class") return className;
  return path.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join(".");
}

function page(plan: TypeScriptPlan, className: string, title: string, docs: Docs, methods: readonly TsMethod[]): GeneratedFile {
  const ordered = inPageOrder(plan, methods);
  const view = {
    title,
    overview: overview(docs),
    methods: ordered.map((method) => methodView(plan, method)),
  };
  return {
    path: `docs/sdks/${className.toLowerCase()}/README.md`,
    text: plan.templates.render("typescript/docs/sdk.md", view).trimEnd() + lineEnd(plan),
    owner: "generator",
  };
}

export function lineEnd({ options }: TypeScriptPlan): string {
  return options.quirks.lastLineEnd === "right" ? "\n" : "";
}

/** What a tag says of itself, and where it says more. */
function overview({ description, link }: Docs): string {
  const more = link === null ? "" : `${link.description ?? ""}\n<${link.url}>`.trim();
  return [description ?? "", more]
    .filter((text) => text !== "")
    .map((text) => `${text}\n\n`)
    .join("");
}

const methodOrder = ["get", "put", "post", "delete", "options", "head", "patch"];

/** Operations of one path by their methods, where the page format wants that; the paths stay in the order of the document. */
function inPageOrder(plan: TypeScriptPlan, methods: readonly TsMethod[]): readonly TsMethod[] {
  if (plan.options.quirks.operationOrder === "document") return methods;
  const paths = new Map<string, TsMethod[]>();
  for (const method of methods) {
    const { path } = method.method.operation;
    const group = paths.get(path);
    if (group === undefined) paths.set(path, [method]);
    else group.push(method);
  }
  const rank = ({ method }: TsMethod): number => {
    const found = methodOrder.indexOf(method.operation.method.toLowerCase());
    return found === -1 ? methodOrder.length : found;
  };
  return [...paths.values()].flatMap((group) => [...group].sort((a, b) => rank(a) - rank(b)));
}

function methodView(plan: TypeScriptPlan, method: TsMethod): object {
  const { docs } = method.method.operation;
  const struck = (text: string): string => (docs.deprecated === null ? text : `~~${text}~~`);
  const summary = docs.summary ?? docs.description;
  const description = docs.description ?? docs.summary;
  return {
    item: `[${struck(method.name)}](#${method.name.toLowerCase()})${summary === null ? "" : ` - ${summary.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ")}`}${docs.deprecated === null ? "" : " :warning: **Deprecated**"}`,
    heading: struck(method.name),
    description: description === null ? "" : `${description}\n\n`,
    warning: docs.deprecated === null ? "" : `> :warning: **DEPRECATED**: ${deprecationMessage(docs)}.\n\n`,
    snippets: usageSnippets(plan, method),
    parameters: parametersTable(plan, method),
    response: responseLine(plan, method),
    errors: errorsTable(plan, method),
  };
}

function parametersTable(plan: TypeScriptPlan, method: TsMethod): string {
  const rows = parameterRows(plan, method);
  const withExamples = rows.some(({ example }) => example !== null);
  return markdownTable(
    ["Parameter", "Type", "Required", "Description", ...(withExamples ? ["Example"] : [])],
    rows.map(({ cells, example }) => (withExamples ? [...cells, example === null ? "" : exampleCell(example.value)] : cells)),
  );
}

/**
 *     | errors.NotFoundError | 404      | application/json |
 *     | errors.SDKError      | 4XX, 5XX | \*\/\*           |
 */
function errorsTable(plan: TypeScriptPlan, method: TsMethod): string {
  const namespace = plan.options.folders.errors.split("/").at(-1) ?? "errors";
  const rows = method.errors.map(({ model, statuses, mediaType }) => {
    const found = plan.modelOf.get(model);
    return [`${found?.namespace ?? namespace}.${found?.name ?? ""}`, statuses.map(statusText).join(", "), mediaType.replaceAll("*", "\\*")];
  });
  return markdownTable(
    ["Error Type", "Status Code", "Content Type"],
    [...rows, [`${namespace}.${plan.options.defaultError}`, "4XX, 5XX", "\\*/\\*"]],
  );
}
