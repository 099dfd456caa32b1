import { credentialWords } from "../../../../codegen/docs/credentialWords.js";
import { operationList } from "../../../../codegen/docs/operationList.js";
import { inert, oneLine } from "../../../../codegen/docs/pageText.js";
import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { exampleAddress } from "../../../../codegen/snippets/clientCode.js";
import { clientSnippet, firstExample, snippetCode } from "../../docs/snippet.js";
import type { PythonPlan } from "../../plan.js";
import { pythonString } from "../../text.js";

/** README.md: how to install and call the SDK. Text that people add outside its marked sections stays. */
export function readmeFile(plan: PythonPlan): GeneratedFile {
  const { options, client, methods } = plan;
  const showcase = client.showcase ?? methods[0];
  const paged = methods.find(({ result, pages }) => result.kind === "wrapper" && pages !== null);
  const view = {
    title: options.packageName,
    summary: [client.docs.summary ?? client.title, client.docs.description ?? ""]
      .filter((text) => text !== "")
      .map(inert)
      .join("\n\n"),
    packageName: options.packageName,
    module: options.module,
    className: client.className,
    variable: plan.variable,
    usage: showcase === undefined ? [] : [{ code: snippetCode(plan, showcase, firstExample(showcase)).trimEnd() }],
    paged: paged === undefined ? [] : [{ call: [plan.variable, ...paged.path, paged.name].join(".") }],
    credentials: credentialRows(plan),
    clientCode: clientSnippet(plan),
    hasEnvironment: options.envPrefix !== null,
    takesAll: client.security.kind === "given" && client.security.isWhole,
    servers: client.servers.map(({ name, url, docs }, index) => ({
      row: `| ${client.serversBy === "name" ? `\`${name ?? ""}\`` : index} | \`${cell(url)}\` | ${inert(cell(docs.description ?? ""))} |`,
    })),
    serverOption:
      client.serversBy === "name" ? `server=${pythonString(client.servers.at(-1)?.name ?? "")}` : `server_idx=${client.servers.length - 1}`,
    host: client.needsHost === "never" ? "" : `server_url="${exampleAddress}"`,
    relativeServers: client.servers.some(({ relative }) => relative),
    errors: options.errorsModule,
    baseError: options.baseError,
    defaultError: options.defaultError,
    operations: operationList(plan, {
      clientLabel: `${client.className} SDK`,
      anchor: ({ name }) => name,
      nestedHeading: "####",
      sorted: true,
      otherwise: ({ docs }) => docs.description,
    }),
    validation: options.validation,
  };
  return { path: "README.md", text: plan.templates.render("python/package/readme.md", view), owner: "both" };
}

function credentialRows({ client: { security }, options }: PythonPlan): readonly { readonly row: string }[] {
  if (security.kind === "none") return [];
  const { envPrefix } = options;
  return security.credentials.schemes.map((one) => {
    const variables = envPrefix === null ? [] : one.variables.map((name) => `\`${envPrefix}_${name}\``.toUpperCase());
    const environment = envPrefix === null ? [] : [variables.join(", ")];
    const words = inert(cell(one.scheme.docs.description ?? ""));
    const cells = [`\`${one.option ?? `security.${one.name}`}\``, credentialWords(one), ...environment, words];
    return { row: `| ${cells.join(" | ")} |` };
  });
}

function cell(text: string): string {
  return oneLine(text).trim().replaceAll("|", "\\|");
}
