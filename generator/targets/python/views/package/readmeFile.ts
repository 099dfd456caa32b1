import { inert, oneLine } from "../../../../codegen/docs/pageText.js";
import { readmePage } from "../../../sdkPages.js";
import { clientSnippet, firstExample, snippetCode, snippetParts } from "../../docs/snippet.js";
import type { PythonPlan } from "../../plan.js";
import { pythonScalar } from "../../text.js";

const serverOptions = { url: "server_url", name: "server", index: "server_idx" };

/** The front page of the package. */
export function readmeFile(plan: PythonPlan) {
  const { options, client, methods } = plan;
  const { docs } = client;
  const showcase = client.showcase ?? methods[0];
  const paged = methods.find(({ result, pages }) => result.kind === "wrapper" && pages !== null);
  return readmePage(
    plan,
    {
      template: "python/package/readme.md",
      clientLabel: `${client.className} SDK`,
      nestedHeading: "####",
      sorted: true,
      otherwise: ({ docs: own }) => own.description,
      line: (text) => oneLine(text).trim(),
      variable: (name) => `${options.envPrefix}_${name}`.toUpperCase(),
      server: (by, value) => `${serverOptions[by]}=${pythonScalar(value)}`,
    },
    {
      title: options.packageName,
      summary: [docs.summary ?? client.title, docs.description ?? ""]
        .filter((text) => text !== "")
        .map(inert)
        .join("\n\n"),
      module: options.module,
      usage: showcase === undefined ? [] : [{ code: snippetCode(plan, showcase, firstExample(showcase)).trimEnd() }],
      clientCode: clientSnippet(plan),
      paged: paged === undefined ? [] : [snippetParts(plan, paged, firstExample(paged))],
      errors: options.errorsModule,
      validation: options.validation,
    },
  );
}
