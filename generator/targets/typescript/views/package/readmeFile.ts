import { inert } from "../../../../codegen/docs/pageText.js";
import type { Method } from "../../../../codegen/plan/plan.js";
import { calledAs, optionOf, type ReadmeWords, readmePage } from "../../../sdkPages.js";
import { clientSnippet, functionSnippet, methodCall, methodSnippet } from "../../docs/snippet.js";
import { placeOf, type TypeScriptPlan } from "../../plan.js";
import { commentText, lineText, scalarLiteral } from "../../text.js";
import { envVariable } from "../client/securityCode.js";
import { errorsFile } from "../models/fixedErrors.js";

const serverOptions = { url: "serverURL", name: "server", index: "serverIdx" };

/** The front page: sections of ours, between which people may write. A section that does not apply to the API is not there. */
export function readmeFile(plan: TypeScriptPlan) {
  const { packageName, baseError, envPrefix } = plan.options;
  const { title, docs, className, security } = plan.client;
  const shown = showcase(plan);
  const first = (holds: (method: Method) => boolean): readonly Method[] => plan.methods.filter(holds).slice(0, 1);
  const calls = (holds: (method: Method) => boolean) => first(holds).map((method) => methodCall(plan, method, method.example, ""));
  const words: ReadmeWords = {
    template: "typescript/readme.md",
    clientLabel: className,
    nestedHeading: "###",
    sorted: false,
    otherwise: () => null,
    line: lineText,
    variable: (name) => envVariable(plan, name) ?? "",
    server: (by, value) => `${serverOptions[by]}: ${scalarLiteral(value)}`,
  };
  return readmePage(plan, words, {
    title: lineText(packageName),
    summary: inert(commentText([title, docs.description ?? ""].filter((text) => text !== "").join("\n\n"))),
    usage:
      shown === null ? [] : [{ code: methodSnippet(plan, shown, shown.example), standalone: functionSnippet(plan, shown, shown.example) }],
    // The options that hold what a client gets its tokens with.
    fetched:
      security.kind === "none"
        ? []
        : security.credentials.schemes.flatMap((one) => (one.tokenUrl === null ? [] : [{ option: optionOf(one) }])),
    clientCode: clientSnippet(plan),
    paged: calls(({ pages, security: of }) => pages !== null && of.kind !== "own"),
    streamed: calls(({ result }) => result.kind === "value" && (result.stream === "events" || result.stream === "lines")),
    upload: first(({ request }) => "body" in request && request.body?.content.codec.kind === "multipart").map((method) => ({
      call: calledAs(plan, method),
    })),
    baseErrorPath: importPath(packageName, errorsFile(plan, baseError)),
    errors: plan.models.flatMap((model) =>
      model.kind === "object" && model.isError ? [{ name: model.name, path: importPath(packageName, placeOf(plan, model).file) }] : [],
    ),
    debugVariable: envPrefix === null ? "" : `, or set \`${envPrefix}_DEBUG=1\` in the environment`,
  });
}

/** The operation that the document chooses, else a list, else the first. */
function showcase({ client, methods }: TypeScriptPlan): Method | null {
  return client.showcase ?? methods.find(({ pages, security }) => pages !== null && security.kind !== "own") ?? methods[0] ?? null;
}

function importPath(packageName: string, file: string): string {
  return `${packageName}/${file.replace(/\.ts$/, ".js")}`;
}
