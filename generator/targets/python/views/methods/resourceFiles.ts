import { snakeCase } from "../../../../codegen/casing.js";
import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import type { Method, Resource } from "../../../../codegen/plan/plan.js";
import { uniqueNames } from "../../../../codegen/uniqueNames.js";
import type { PythonPlan } from "../../plan.js";
import { docstring, pythonString } from "../../text.js";
import type { TypeScope } from "../../typeText.js";
import { hasChoice, methodTexts } from "./methodText.js";
import { failureTexts, operationDescriptor } from "./operationDescriptor.js";
import { resourceScope } from "./resourceScope.js";

/** One module per resource class. */
export function resourceFiles(plan: PythonPlan): readonly GeneratedFile[] {
  return plan.allResources.map((resource) => ({
    path: `src/${plan.options.module}/${resource.module}.py`,
    text: plan.templates.render("python/package/resource.py", resourceView(plan, resource)),
    owner: plan.options.customRegions ? ("both" as const) : ("generator" as const),
  }));
}

/** The words of one class with methods: what resources and the client share. */
export interface MethodsView {
  readonly operations: readonly string[];
  readonly methods: readonly string[];
  readonly accepts: readonly string[];
}

export function methodsView(scope: TypeScope, methods: readonly Method[]): MethodsView {
  const descriptors = methods.map((method) => operationDescriptor(scope, method));
  return {
    operations: [...failureTexts(scope, methods), ...descriptors],
    methods: methods.flatMap((method) => methodTexts(scope, method)),
    accepts: methods.filter(hasChoice).map((method) => acceptEnum(scope, method)),
  };
}

/**
 *     class ExportAcceptEnum(str, Enum):
 *         """Forms of the answer."""
 *
 *         APPLICATION_JSON = "application/json"
 *         TEXT_CSV = "text/csv"
 */
function acceptEnum({ imports }: TypeScope, { accepts }: Method): string {
  const names = uniqueNames(accepts.mediaTypes.map((type) => snakeCase(type).toUpperCase() || "ANY"));
  const members = accepts.mediaTypes.map((type, i) => `    ${names[i]} = ${pythonString(type)}`);
  return `class ${accepts.name}(str, ${imports.from("enum", "Enum")}):\n    """Forms of the answer."""\n\n${members.join("\n")}`;
}

export interface ResourceLink {
  readonly attribute: string;
  readonly module: string;
  readonly className: string;
  /** What the class is called where it is imported: `_Acme` in the module of another `Acme`, which says `import Acme as _Acme`. */
  readonly local: string;
  readonly imported: string;
  readonly docs: string;
}

/** What annotations inside of a class see before they see the module. */
export function memberNames(resources: readonly Resource[], methods: readonly Method[]): readonly string[] {
  return [...resources.map(({ attribute }) => attribute), ...methods.flatMap(({ name }) => [name, `${name}_async`])];
}

/** `owner`: the class that holds them. */
export function resourceLinks(resources: readonly Resource[], owner: string): readonly ResourceLink[] {
  return resources.map(({ attribute, module, className, docs }) => ({
    attribute,
    module,
    className,
    local: className === owner ? `_${className}` : className,
    imported: className === owner ? `${className} as _${className}` : className,
    docs: docstring([docs.description ?? ""], "    "),
  }));
}

function resourceView(plan: PythonPlan, { className, docs, path, children, methods }: Resource) {
  const classes = [className, ...children.map((child) => child.className)];
  const scope = resourceScope(plan, [...memberNames(children, methods), ...classes]);
  const base = scope.imports.from(".basesdk", "BaseSDK");
  const view = methodsView(scope, methods);
  const links = resourceLinks(children, className);
  if (links.length > 0) scope.imports.from("typing", "TYPE_CHECKING");
  const words = docs.description ?? "";
  const title = words === "" ? `Operations of \`${path.join(".")}\`.` : words;
  const regions = plan.options.customRegions;
  return {
    title: docstring([title], ""),
    docs: docstring([title], "    "),
    className,
    base,
    imports: scope.imports.text(),
    regions,
    links,
    ...view,
  };
}
