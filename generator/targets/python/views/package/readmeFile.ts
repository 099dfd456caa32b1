import { operationList } from "../../../../codegen/docs/operationList.js";
import { inert } from "../../../../codegen/docs/pageText.js";
import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { firstExample, snippetCode } from "../../docs/snippet.js";
import type { PythonPlan } from "../../plan.js";

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
