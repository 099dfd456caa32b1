import { callExample } from "../../../codegen/examples/callExample.js";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { isRelative, serversOf } from "../../../codegen/surface/serversOf.js";
import { functionSnippet, methodSnippet } from "../docs/snippet.js";
import type { TsMethod, TsResource, TypeScriptPlan } from "../plan.js";
import { commentText, lineText } from "../text.js";
import { errorsFile } from "./fixedErrors.js";
import { envVariable } from "./securityCode.js";

/** The front page: sections of ours, between which people may write. A section that does not apply to the API is not there. */
export function readmeFile(plan: TypeScriptPlan): GeneratedFile {
  const { client, options, surface } = plan;
  const shown = showcase(plan);
  const paged = plan.methods.find(({ pages, security }) => pages !== null && security === null) ?? null;
  const streamed = plan.methods.find(({ result }) => result.type?.kind === "stream" && result.type.of !== "bytes") ?? null;
  const upload = plan.methods.find(({ method }) => method.operation.body?.contents.some(({ codec }) => codec.kind === "multipart")) ?? null;
  const view = {
    title: lineText(options.packageName),
    summary: markdownText([surface.api.title, surface.api.docs.description ?? ""].filter((text) => text !== "").join("\n\n")),
    packageName: options.packageName,
    className: client.className,
    variable: client.variable,
    usage:
      shown === null
        ? []
        : [{ code: methodSnippet(plan, shown, exampleOf(plan, shown)), standalone: functionSnippet(plan, shown, exampleOf(plan, shown)) }],
    credentials: credentialRows(plan),
    fetched: fetchedOptions(plan),
    operations: operationLines(plan),
    paged: paged === null ? [] : [{ call: `${client.variable}.${pathOf(plan, paged)}` }],
    streamed: streamed === null ? [] : [{ call: `${client.variable}.${pathOf(plan, streamed)}` }],
    upload: upload === null ? [] : [{ call: `${client.variable}.${pathOf(plan, upload)}` }],
    baseError: options.baseError,
    defaultError: options.defaultError,
    baseErrorPath: importPath(options.packageName, errorsFile(plan, options.baseError)),
    errors: plan.models.flatMap((model) =>
      model.kind === "object" && model.isError ? [{ name: model.name, path: importPath(options.packageName, model.file) }] : [],
    ),
    servers: client.servers.map(({ id, url, docs }, index) => ({
      row: `| ${client.serversBy === "name" ? `\`${id ?? ""}\`` : index} | \`${lineText(url).replaceAll("|", "\\|")}\` | ${cell(docs.description ?? "")} |`,
    })),
    relativeServers: serversOf(surface.api).servers.some(isRelative),
    serverOption:
      client.serversBy === "name"
        ? `server: ${JSON.stringify(client.servers.at(-1)?.id ?? "")}`
        : `serverIdx: ${Math.max(0, client.servers.length - 1)}`,
    debugVariable: options.envPrefix === null ? "" : `, or set \`${options.envPrefix}_DEBUG=1\` in the environment`,
  };
  return { path: "README.md", text: plan.templates.render("typescript/readme.md", view), owner: "both" };
}

/** The operation that the document chooses, else a list, else the first. */
function showcase({ surface, methods }: TypeScriptPlan): TsMethod | null {
  const chosen = methods.find(({ method }) => method.operation.id === surface.api.showcase);
  return chosen ?? methods.find(({ pages, security }) => pages !== null && security === null) ?? methods[0] ?? null;
}

function exampleOf({ typeOf }: TypeScriptPlan, { method }: TsMethod): ReturnType<typeof callExample> {
  return callExample(method.operation, typeOf);
}

function importPath(packageName: string, file: string): string {
  return `${packageName}/${file.replace(/\.ts$/, ".js")}`;
}

function pathOf(plan: TypeScriptPlan, method: TsMethod): string {
  const find = (resources: readonly TsResource[]): readonly string[] | null => {
    for (const { resource, path, children } of resources) {
      const found = resource.address === method.resource ? path : find(children);
      if (found !== null) return found;
    }
    return null;
  };
  return [...(find(plan.client.resources) ?? []), method.name].join(".");
}

/** The options that hold what a client gets its tokens with. */
function fetchedOptions({ client: { security } }: TypeScriptPlan): readonly { readonly option: string }[] {
  if (security.kind === "none") return [];
  return security.credentials.schemes.flatMap(({ name, type }) =>
    type.kind === "credential" && type.orToken ? [{ option: security.kind === "flattened" ? name : `security.${name}` }] : [],
  );
}

function credentialRows(plan: TypeScriptPlan): readonly { readonly row: string }[] {
  const { security } = plan.client;
  if (security.kind === "none") return [];
  return security.credentials.schemes.map(({ name, scheme }) => {
    const option = security.kind === "flattened" ? name : `security.${name}`;
    const variable = envVariable(plan, name);
    return { row: `| \`${option}\` | ${scheme.kind} | ${variable === null ? "" : `\`${variable}\``} |` };
  });
}

/** `### [tokens](docs/sdks/tokens/README.md)` and its operations. */
function operationLines(plan: TypeScriptPlan): string {
  const lines: string[] = [];
  const add = (label: string, className: string, methods: readonly TsMethod[]): void => {
    if (methods.length === 0) return;
    const page = `docs/sdks/${className.toLowerCase()}/README.md`;
    lines.push(
      `### [${label}](${page})\n\n${methods.map(({ name, method }) => `* [${name}](${page}#${name.toLowerCase()})${words(method.operation.docs.summary)}`).join("\n")}\n`,
    );
  };
  const visit = ({ className, path, methods, children }: TsResource): void => {
    add(path.join("."), className, methods);
    for (const child of children) visit(child);
  };
  add(plan.client.className, plan.client.className, plan.client.methods);
  for (const resource of plan.client.resources) visit(resource);
  return lines.join("\n");
}

function words(summary: string | null): string {
  return summary === null ? "" : ` - ${markdownText(lineText(summary))}`;
}

function cell(text: string): string {
  return markdownText(lineText(text)).replaceAll("|", "\\|");
}

/** Text of the document between our markers: it can start or end no section. */
function markdownText(text: string): string {
  return commentText(text).replaceAll("<!--", "&lt;!--");
}
