import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { snippetCode } from "../docs/snippet.js";
import type { PyMethod, PythonPlan } from "../plan.js";
import { allResources } from "../planMethods.js";

/** README.md: how to install and call the SDK. Text that people add outside its marked sections stays. */
export function readmeFile(plan: PythonPlan): GeneratedFile {
  const { options, surface, client } = plan;
  const methods = plan.methods;
  const showcase = methods.find(({ method }) => method.operation.id === surface.api.showcase) ?? methods[0];
  const paged = methods.find(({ result }) => result.kind === "wrapper" && result.pages);
  const view = {
    title: options.packageName,
    summary: [surface.api.docs.summary ?? surface.api.title, surface.api.docs.description ?? ""]
      .filter((text) => text !== "")
      .map(inert)
      .join("\n\n"),
    packageName: options.packageName,
    module: options.module,
    className: client.className,
    variable: client.variable,
    usage: showcase === undefined ? [] : [{ code: snippetCode(plan, showcase, showcase.example).trimEnd() }],
    paged: paged === undefined ? [] : [{ call: callOf(plan, paged) }],
    errors: options.errorsModule,
    baseError: options.baseError,
    defaultError: options.defaultError,
    operations: operationsList(plan),
    validation: options.validation,
  };
  return { path: "README.md", text: plan.templates.render("python/package/readme.md", view), owner: "both" };
}

function callOf(plan: PythonPlan, method: PyMethod): string {
  const path = allResources(plan.resources).find(({ methods }) => methods.includes(method))?.path ?? [];
  return [plan.client.variable, ...path, method.name].join(".");
}

/** `* [list](docs/sdks/tokens/README.md#list) - List tokens` below a heading per resource. */
function operationsList(plan: PythonPlan): string {
  const groups = [
    ...(plan.client.methods.length === 0
      ? []
      : [
          {
            heading: `### [${plan.client.className} SDK](docs/sdks/${plan.client.className.toLowerCase()}/README.md)`,
            page: plan.client.className.toLowerCase(),
            methods: plan.client.methods,
          },
        ]),
    ...allResources(plan.resources)
      .filter(({ methods }) => methods.length > 0)
      .map((resource) => ({
        heading: `###${resource.path.length > 1 ? "#" : ""} [${resource.path.join(".")}](docs/sdks/${resource.className.toLowerCase()}/README.md)`,
        page: resource.className.toLowerCase(),
        methods: resource.methods,
      }))
      .sort((a, b) => (a.heading.replace(/^#+/, "") < b.heading.replace(/^#+/, "") ? -1 : 1)),
  ];
  return groups
    .map(
      ({ heading, page, methods }) =>
        `${heading}\n\n${methods.map((method) => `* [${method.name}](docs/sdks/${page}/README.md#${method.name})${summaryOf(method)}`).join("\n")}`,
    )
    .join("\n\n");
}

function summaryOf({ method }: PyMethod): string {
  const { summary, description } = method.operation.docs;
  const text = summary ?? description;
  return text === null ? "" : ` - ${inert(text.replace(/\s*\n\s*/g, " "))}`;
}

/** Text of a document must not open or close a section of the page. */
function inert(text: string): string {
  return text.replaceAll("<!--", "&lt;!--");
}
