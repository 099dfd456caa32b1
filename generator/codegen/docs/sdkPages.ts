import { statusText } from "../../ir/behaviour.js";
import type { Docs } from "../../ir/node.js";
import type { GeneratedFile } from "../generatedFile.js";
import type { Method } from "../plan/plan.js";
import { struck, warningOf } from "./describe.js";
import { markdownTable } from "./markdownTable.js";
import type { PageLanguage } from "./pageLanguage.js";
import { oneLine } from "./pageText.js";
import { parametersTable } from "./parametersTable.js";

/** One page per resource class with methods, and one for the client where it has methods of its own. */
export function sdkPages(language: PageLanguage): readonly GeneratedFile[] {
  const { plan, sdk } = language;
  const { client } = plan;
  const root = { className: client.className, title: sdk.clientTitle, pathLine: "", overview: sdk.clientOverview, methods: client.methods };
  const resources = plan.allResources.map((resource) => ({
    className: resource.className,
    title: sdk.title(resource),
    pathLine: sdk.pathLine(resource),
    overview: overviewOf(resource.docs),
    methods: resource.methods,
  }));
  const pages = resources.filter(({ methods }) => methods.length > 0);
  return (client.methods.length > 0 || sdk.clientPage === "always" ? [root, ...pages] : pages).map((page) => sdkPage(language, page));
}

interface SdkPage {
  readonly className: string;
  readonly title: string;
  readonly pathLine: string;
  readonly overview: string;
  readonly methods: readonly Method[];
}

function sdkPage(language: PageLanguage, page: SdkPage): GeneratedFile {
  const methods = inPageOrder(page.methods, language.sdk.order).map((method) => methodPart(language, method));
  const text = language.render("sdk.md", { ...page, methods });
  return {
    path: `docs/sdks/${page.className.toLowerCase()}/README.md`,
    text: language.end(text, { isEmpty: methods.length === 0 }),
    owner: "generator",
  };
}

/** What a tag says of itself, and where it says more. */
export function overviewOf({ description, link }: Docs): string {
  const more = link === null ? "" : `${link.description ?? ""}\n<${link.url}>`.trim();
  return [description ?? "", more]
    .filter((text) => text !== "")
    .map((text) => `${text}\n\n`)
    .join("");
}

const verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

/** Operations of one path by their methods, where the page format wants that; the paths stay in the order of the document. */
function inPageOrder(methods: readonly Method[], order: "document" | "byMethod"): readonly Method[] {
  if (order === "document") return methods;
  // Of equal keys the last one counts, so that each path keeps its first place.
  const places = new Map(methods.map(({ writtenUrl }, place) => [writtenUrl, place] as const).reverse());
  const place = ({ writtenUrl }: Method): number => places.get(writtenUrl) ?? 0;
  const rank = ({ verb }: Method): number => (verbs.includes(verb.toLowerCase()) ? verbs.indexOf(verb.toLowerCase()) : verbs.length);
  return [...methods].sort((a, b) => place(a) - place(b) || rank(a) - rank(b));
}

/** The parts of one method, in the order in which they stand on the page. */
function methodPart(language: PageLanguage, method: Method): object {
  const { docs } = method;
  const { sdk } = language;
  const summary = docs.summary ?? docs.description;
  const description = docs.description ?? docs.summary;
  return {
    item: `[${struck(method.name, docs)}](#${sdk.anchor(method)})${summary === null ? "" : ` - ${oneLine(summary)}`}${docs.deprecated === null ? "" : " :warning: **Deprecated**"}`,
    heading: struck(method.name, docs),
    description: description === null ? "" : `${description}\n\n`,
    warning: warningOf(docs),
    snippets: sdk.snippets(method),
    parameters: parametersTable(language, method),
    response: sdk.response(method),
    errors: errorsTable(language, method),
  };
}

/**
 *     | models.HTTPValidationError | 422      | application/json |
 *     | models.SDKError            | 4XX, 5XX | \*\/\*           |
 */
function errorsTable({ sdk }: PageLanguage, { errors }: Method): string {
  const rows = errors.map(({ model, statuses, mediaType }) => [
    sdk.errorName(model),
    statuses.map(statusText).join(", "),
    mediaType.replaceAll("*", "\\*"),
  ]);
  return markdownTable(["Error Type", "Status Code", "Content Type"], [...rows, [sdk.defaultError, "4XX, 5XX", "\\*/\\*"]]);
}
