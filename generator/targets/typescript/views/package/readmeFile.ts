import { credentialWords } from "../../../../codegen/docs/credentialWords.js";
import { operationList } from "../../../../codegen/docs/operationList.js";
import { inert } from "../../../../codegen/docs/pageText.js";
import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { Credential, Method } from "../../../../codegen/plan/plan.js";
import { exampleAddress } from "../../../../codegen/snippets/clientCode.js";
import { clientSnippet, functionSnippet, methodSnippet } from "../../docs/snippet.js";
import { placeOf, type TypeScriptPlan } from "../../plan.js";
import { commentText, lineText } from "../../text.js";
import { envVariable } from "../client/securityCode.js";
import { errorsFile } from "../models/fixedErrors.js";

/** The front page: sections of ours, between which people may write. A section that does not apply to the API is not there. */
export function readmeFile(plan: TypeScriptPlan): GeneratedFile {
  const { client, options, methods, variable } = plan;
  const shown = showcase(plan);
  const call = (method: Method | undefined) => (method === undefined ? [] : [{ call: [variable, ...method.path, method.name].join(".") }]);
  const byName = client.serversBy === "name";
  const view = {
    title: lineText(options.packageName),
    summary: markdownText([client.title, client.docs.description ?? ""].filter((text) => text !== "").join("\n\n")),
    packageName: options.packageName,
    className: client.className,
    variable,
    usage:
      shown === null ? [] : [{ code: methodSnippet(plan, shown, shown.example), standalone: functionSnippet(plan, shown, shown.example) }],
    credentials: credentialRows(plan),
    fetched: fetchedOptions(plan),
    clientCode: clientSnippet(plan),
    hasEnvironment: options.envPrefix !== null,
    takesAll: client.security.kind === "given" && client.security.isWhole,
    host: client.needsHost === "never" ? "" : `serverURL: "${exampleAddress}"`,
    operations: `${operationList(plan, {
      clientLabel: client.className,
      anchor: ({ name }) => name.toLowerCase(),
      nestedHeading: "###",
      sorted: false,
      otherwise: () => null,
    })}\n`,
    paged: call(methods.find(({ pages, security }) => pages !== null && security.kind !== "own")),
    streamed: call(methods.find(({ result }) => result.kind === "value" && (result.stream === "events" || result.stream === "lines"))),
    upload: call(methods.find(({ request }) => "body" in request && request.body?.content.codec.kind === "multipart")),
    baseError: options.baseError,
    defaultError: options.defaultError,
    baseErrorPath: importPath(options.packageName, errorsFile(plan, options.baseError)),
    errors: plan.models.flatMap((model) =>
      model.kind === "object" && model.isError
        ? [{ name: model.name, path: importPath(options.packageName, placeOf(plan, model).file) }]
        : [],
    ),
    servers: client.servers.map(({ name, url, docs }, index) => ({
      row: `| ${byName ? `\`${name ?? ""}\`` : index} | \`${lineText(url).replaceAll("|", "\\|")}\` | ${cell(docs.description ?? "")} |`,
    })),
    relativeServers: client.servers.some(({ relative }) => relative),
    serverOption: byName
      ? `server: ${JSON.stringify(client.servers.at(-1)?.name ?? "")}`
      : `serverIdx: ${Math.max(0, client.servers.length - 1)}`,
    debugVariable: options.envPrefix === null ? "" : `, or set \`${options.envPrefix}_DEBUG=1\` in the environment`,
  };
  return { path: "README.md", text: plan.templates.render("typescript/readme.md", view), owner: "both" };
}

/** The operation that the document chooses, else a list, else the first. */
function showcase({ client, methods }: TypeScriptPlan): Method | null {
  return client.showcase ?? methods.find(({ pages, security }) => pages !== null && security.kind !== "own") ?? methods[0] ?? null;
}

function importPath(packageName: string, file: string): string {
  return `${packageName}/${file.replace(/\.ts$/, ".js")}`;
}

/** The options that hold what a client gets its tokens with. */
function fetchedOptions({ client: { security } }: TypeScriptPlan): readonly { readonly option: string }[] {
  if (security.kind === "none") return [];
  return security.credentials.schemes.flatMap((one) => (one.tokenUrl === null ? [] : [{ option: optionOf(one) }]));
}

function credentialRows(plan: TypeScriptPlan): readonly { readonly row: string }[] {
  const { security } = plan.client;
  if (security.kind === "none") return [];
  return security.credentials.schemes.map((one) => {
    const variables = one.variables.map((name) => `\`${envVariable(plan, name)}\``);
    const environment = plan.options.envPrefix === null ? [] : [variables.join(", ")];
    const cells = [`\`${optionOf(one)}\``, credentialWords(one), ...environment, cell(one.scheme.docs.description ?? "")];
    return { row: `| ${cells.join(" | ")} |` };
  });
}

function optionOf({ option, name }: Credential): string {
  return option ?? `security.${name}`;
}

function cell(text: string): string {
  return markdownText(lineText(text)).replaceAll("|", "\\|");
}

/** Text of the document between our markers. */
function markdownText(text: string): string {
  return inert(commentText(text));
}
