import { snakeCase } from "../../../codegen/casing.js";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import { pythonString } from "../docs/literal.js";
import type { PyMethod, PyResource, PythonPlan } from "../plan.js";
import { allResources } from "../planMethods.js";
import { methodTexts } from "./methodText.js";
import { FailureTable, operationDescriptor } from "./operationDescriptor.js";
import { type ResourceScope, resourceScope } from "./resourceScope.js";
import { docstring } from "./text.js";

/** One module per resource class. */
export function resourceFiles(plan: PythonPlan): readonly GeneratedFile[] {
  const modules = resourceModules(plan);
  return allResources(plan.resources).map((resource) => ({
    path: `src/${plan.options.module}/${modules.get(resource) ?? ""}.py`,
    text: plan.templates.render("python/package/resource.py", resourceView(plan, resource, modules)),
    owner: plan.options.customRegions ? "both" : "generator",
  }));
}

const ownModules = new Set(["models", "errors", "types", "utils", "sdk", "basesdk", "httpclient", "sdkconfiguration"]);

/** Module of each resource: its class in snake case; the package's own modules and keywords keep their names. */
export function resourceModules(plan: PythonPlan): ReadonlyMap<PyResource, string> {
  const taken = new Set<string>(ownModules);
  const found = new Map<PyResource, string>();
  for (const resource of allResources(plan.resources)) {
    const wanted = plan.options.spelling.attribute(snakeCase(resource.className));
    let name = taken.has(wanted) ? `${wanted}_sdk` : wanted;
    for (let n = 2; taken.has(name); n += 1) name = `${wanted}_${n}`;
    taken.add(name);
    found.set(resource, name);
  }
  return found;
}

/** The words of one class with methods: what resources and the client share. */
export interface MethodsView {
  readonly operations: readonly string[];
  readonly methods: readonly string[];
  readonly accepts: readonly string[];
}

export function methodsView(scope: ResourceScope, methods: readonly PyMethod[]): MethodsView {
  const failures = new FailureTable();
  const accepts: string[] = [];
  const names = new Set<string>();
  const planned = methods.map((method) => {
    let name = `_${method.name.toUpperCase()}`;
    while (names.has(name)) name = `${name}_`;
    names.add(name);
    const accept = acceptEnum(scope, method);
    if (accept !== null) accepts.push(accept.text);
    return {
      descriptor: operationDescriptor(scope, method, name, failures),
      texts: methodTexts(scope, method, name, accept?.name ?? null),
    };
  });
  return {
    operations: [...failures.lines(), ...planned.map(({ descriptor }) => descriptor)],
    methods: planned.flatMap(({ texts }) => texts),
    accepts,
  };
}

/**
 * Where an answer comes in several forms, callers may ask for one.
 *
 *     class ExportAcceptEnum(str, Enum):
 *         APPLICATION_JSON = "application/json"
 *         TEXT_CSV = "text/csv"
 */
function acceptEnum(scope: ResourceScope, method: PyMethod): { readonly name: string; readonly text: string } | null {
  const types = [...new Set(method.method.result.cases.flatMap(({ content }) => content?.mediaType ?? []))];
  if (types.length < 2) return null;
  const name = `${scope.plan.options.spelling.type([method.name])}AcceptEnum`;
  const members = types.map((type) => `    ${snakeCase(type).toUpperCase()} = ${pythonString(type)}`);
  return {
    name,
    text: `class ${name}(str, ${scope.imports.from("enum", "Enum")}):\n    """Forms of the answer."""\n\n${members.join("\n")}`,
  };
}

export interface ResourceLink {
  readonly attribute: string;
  readonly module: string;
  readonly className: string;
  readonly docs: string;
}

export function resourceLinks(resources: readonly PyResource[], modules: ReadonlyMap<PyResource, string>): readonly ResourceLink[] {
  return resources.map((resource) => ({
    attribute: resource.attribute,
    module: modules.get(resource) ?? "",
    className: resource.className,
    docs: docstring([resource.resource.service.docs.description ?? ""], "    "),
  }));
}

function resourceView(plan: PythonPlan, resource: PyResource, modules: ReadonlyMap<PyResource, string>) {
  const scope = resourceScope(plan);
  scope.imports.from(".basesdk", "BaseSDK");
  const view = methodsView(scope, resource.methods);
  const links = resourceLinks(resource.children, modules);
  if (links.length > 0) scope.imports.from("typing", "TYPE_CHECKING");
  const words = resource.resource.service.docs.description ?? "";
  const title = words === "" ? `Operations of \`${resource.path.join(".")}\`.` : words;
  return {
    title: docstring([title], ""),
    docs: docstring([title], "    "),
    className: resource.className,
    imports: scope.imports.text(),
    regions: plan.options.customRegions,
    links,
    ...view,
  };
}
