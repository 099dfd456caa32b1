import { credentialWords } from "../codegen/docs/credentialWords.js";
import { fromSdkPage, modelLink, type PagePlace } from "../codegen/docs/modelLinks.js";
import { modelPages } from "../codegen/docs/modelPages.js";
import { type OperationListWords, operationList } from "../codegen/docs/operationList.js";
import type { CellField, ModelWords, PageLanguage, SdkWords } from "../codegen/docs/pageLanguage.js";
import { inert, requiredMark } from "../codegen/docs/pageText.js";
import { fixedRow } from "../codegen/docs/parametersTable.js";
import { sdkPages } from "../codegen/docs/sdkPages.js";
import { type CellWords, type ReturnWords, returnedCell, type TypeCells, typeCells } from "../codegen/docs/typeCells.js";
import type { GeneratedFile } from "../codegen/generatedFile.js";
import type { Credential, Method, ObjectModel, Request, Resource } from "../codegen/plan/plan.js";
import { exampleAddress } from "../codegen/snippets/clientCode.js";
import { type SnippetChoice, usageSnippets } from "../codegen/snippets/snippets.js";
import type { Type } from "../ir/types.js";
import type { SdkPlan } from "./sdkPlan.js";

type Shared = "title" | "anchor" | "snippets" | "response" | "errorName" | "defaultError" | "bodyCell" | "securityRow" | "optionRows";

/** What a built-in language says on the pages of an SDK; all else is the same in each of them. */
export interface PageWords
  extends Omit<PageLanguage, "plan" | "pages" | "render" | "typeCell" | "sdk" | "model">,
    Pick<SnippetChoice, "isNamed" | "first"> {
  readonly cells: CellWords;
  readonly typeCell: (field: CellField, place: PagePlace, cells: TypeCells) => string;
  readonly model: Omit<ModelWords, "view"> & {
    readonly view: (model: Parameters<ModelWords["view"]>[0], cells: TypeCells) => object;
  };
  readonly sdk: Omit<SdkWords, Shared> & {
    readonly bodyCell: (type: Type, cells: TypeCells) => string;
    /** What a method returns, as a cell shows it, and the line that says so. */
    readonly returned: (cells: TypeCells) => ReturnWords;
    readonly response: (cell: string | null) => string;
    /** Title of the page of a resource that is called after the way to it. */
    readonly pathTitle: (resource: Resource) => string;
    /** The code of an example, as its template needs it. */
    readonly snippet: (method: Method, example: Method["example"]) => object;
    /** Where error classes are. */
    readonly errors: string;
    /** What differs in the row of the credentials: its link, its words, and whether it comes before the request. */
    readonly securityRow: (
      model: ObjectModel,
      request: Request,
    ) => { readonly link?: string; readonly words?: string; readonly first?: boolean };
    /** What every method can be given: name, type, words, and an example. */
    readonly optionRows: (method: Method) => readonly (readonly [name: string, type: string, words: string, example?: string])[];
  };
}

/** Every reference page of resources, models and errors. */
export function languagePages(plan: SdkPlan, language: string, words: PageWords): readonly GeneratedFile[] {
  const { pages, anchor, templates, options } = plan;
  const { quirks, defaultError } = options;
  const { sdk } = words;
  const choice: SnippetChoice = { language, examples: quirks.examples, isNamed: words.isNamed, first: words.first };
  const cells = typeCells(plan, words.cells);
  const returned = sdk.returned(cells);
  const page: PageLanguage = {
    ...words,
    plan,
    pages,
    typeCell: (field, place) => words.typeCell(field, place, cells),
    model: { ...words.model, view: (model) => words.model.view(model, cells) },
    render: (template, view) => templates.render(`${language}/docs/${template}`, view),
    sdk: {
      ...sdk,
      title: (resource) => (quirks.title === "class" ? resource.className : sdk.pathTitle(resource)),
      anchor,
      snippets: (method) => usageSnippets(method, choice, (example) => sdk.snippet(method, example)),
      response: ({ result }) => sdk.response(returnedCell(plan, result, returned, quirks.emptyTypeLink)),
      bodyCell: (type) => sdk.bodyCell(type, cells),
      errorName: pages.nameOf,
      defaultError: `${sdk.errors}.${defaultError}`,
      securityRow({ security, request }) {
        if (security.kind !== "own") return null;
        const own = sdk.securityRow(security.model, request);
        const { link = modelLink(pages, security.model, fromSdkPage), first = false } = own;
        return {
          row: ["`security`", link, requiredMark(!security.optional), own.words ?? "The security requirements to use for the request."],
          first,
        };
      },
      optionRows: (method) =>
        sdk.optionRows(method).map(([name, type, text, example]) => ({
          ...fixedRow(name, type, false, text),
          example: example === undefined ? null : { value: example },
        })),
    },
  };
  return [...sdkPages(page), ...modelPages(page)];
}

/** What a language says on the front page, beside what its template alone asks for. */
export interface ReadmeWords extends Omit<OperationListWords, "anchor"> {
  readonly template: string;
  /** Text on one line. */
  readonly line: (text: string) => string;
  /** The variable of the environment that stands for a credential. */
  readonly variable: (name: string) => string;
  /** An option that says where the client finds its server, and its value. */
  readonly server: (by: "url" | "name" | "index", value: string | number) => string;
}

/** README.md: how to install and call the SDK. Text that people add outside its marked sections stays. */
export function readmePage(plan: SdkPlan, words: ReadmeWords, own: object): GeneratedFile {
  const { variable, anchor, client, options, templates } = plan;
  const { packageName, baseError, defaultError, envPrefix } = options;
  const { security, servers } = client;
  const cell = (text: string | null): string => inert(words.line(text ?? "").replaceAll("|", "\\|"));
  const row = (...cells: readonly string[]) => ({ row: `| ${cells.join(" | ")} |` });
  const byName = client.serversBy === "name";
  const view = {
    packageName,
    className: client.className,
    variable,
    baseError,
    defaultError,
    operations: operationList(plan, { ...words, anchor }),
    credentials: (security.kind === "none" ? [] : security.credentials.schemes).map((one) => {
      const environment = envPrefix === null ? [] : [one.variables.map((name) => `\`${words.variable(name)}\``).join(", ")];
      return row(`\`${optionOf(one)}\``, credentialWords(one), ...environment, cell(one.scheme.docs.description));
    }),
    hasEnvironment: envPrefix !== null,
    takesAll: security.kind === "given" && security.isWhole,
    host: client.needsHost === "never" ? "" : words.server("url", exampleAddress),
    servers: servers.map(({ name, url, docs }, index) =>
      row(byName ? `\`${name ?? ""}\`` : String(index), `\`${cell(url)}\``, cell(docs.description)),
    ),
    serverOption: byName ? words.server("name", servers.at(-1)?.name ?? "") : words.server("index", Math.max(0, servers.length - 1)),
    relativeServers: servers.some(({ relative }) => relative),
    ...own,
  };
  return { path: "README.md", text: templates.render(words.template, view), owner: "both" };
}

/** Where a caller puts a credential. */
export function optionOf({ option, name }: Credential): string {
  return option ?? `security.${name}`;
}

/** `acme.tokens.list` */
export function calledAs({ variable }: SdkPlan, { path, name }: Method): string {
  return [variable, ...path, name].join(".");
}
