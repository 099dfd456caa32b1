import type { Method, Resource } from "../../../../codegen/plan/plan.js";
import { functionFile } from "../../files.js";
import { Imports } from "../../imports.js";
import type { TypeScriptPlan } from "../../plan.js";
import type { ClassFile } from "../../printer/classFile.js";
import { commentText, lineText } from "../../text.js";
import { methodDocs } from "./methodDocs.js";
import { parameterNames, signatureOf } from "./signature.js";

/**
 * The classes that callers see: groups as getters, operations as methods that unwrap their function's result.
 *
 *     export class Tokens extends ClientSDK {
 *       #scopes?: Scopes;
 *       get scopes(): Scopes {
 *         return (this.#scopes ??= new Scopes(this._options));
 *       }
 *
 *       list(request: ListRequest, options?: RequestOptions): APIPromise<PageIterator<ListResponse, { page: number }, Token>> {
 *         return unwrapResultIterator(tokensList(this, request, options));
 *       }
 *     }
 */
export function resourceClasses(plan: TypeScriptPlan): readonly ClassFile[] {
  const { client } = plan;
  const root = classFile(
    plan,
    { module: "sdk", className: client.className, children: client.resources, methods: client.methods },
    [client.title, client.docs.description ?? ""].filter((text) => text !== "").join(": "),
  );
  return [root, ...plan.allResources.map((resource) => classFile(plan, resource, resource.docs.description ?? ""))];
}

/** From `src`: "sdk/tokens.ts". */
function sdkFile({ module }: Pick<Resource, "module">): string {
  return `sdk/${module}.ts`;
}

function classFile(
  plan: TypeScriptPlan,
  resource: Pick<Resource, "module" | "className" | "children" | "methods">,
  docs: string,
): ClassFile {
  const { className, children, methods } = resource;
  const file = sdkFile(resource);
  const imports = new Imports(file, [className, ...methods.flatMap(parameterNames)]);
  const base = imports.value("lib/sdks.ts", "ClientSDK");
  const getters = children.map((child) => {
    const type = imports.value(sdkFile(child), child.className);
    return {
      name: child.attribute,
      field: `#${child.attribute}`,
      type,
      code: `return (this.#${child.attribute} ??= new ${type}(this._options));`,
    };
  });
  const planned = methods.map((method) => classMethod(plan, method, imports));
  return { path: `src/${file}`, className, base, docs: commentText(docs), getters, methods: planned, imports: imports.print() };
}

function classMethod(plan: TypeScriptPlan, method: Method, imports: Imports): ClassFile["methods"][number] {
  const signature = signatureOf(plan, method, imports, []);
  const call = `${imports.value(functionFile(method, plan.options), method.function)}(this, ${[...signature.handedOn, "options"].join(", ")})`;
  const promise = imports.type("types/async.ts", "APIPromise");
  const options = { name: "options", type: imports.type("lib/sdks.ts", "RequestOptions"), optional: true };
  const { pages } = signature;
  const value =
    pages === null
      ? signature.returns
      : `${imports.type("types/operations.ts", "PageIterator")}<${signature.returns}, ${pages.state}, ${pages.item}>`;
  const unwrap =
    pages === null ? imports.value("types/fp.ts", "unwrapAsync") : imports.value("types/operations.ts", "unwrapResultIterator");
  const taken = (parameters: typeof signature.parameters) => [
    ...parameters.map((one) => (one.optional ? { ...one, type: `${one.type} | undefined` } : one)),
    options,
  ];
  return {
    name: method.name,
    docs: commentText(methodDocs(method)) || lineText(method.name),
    parameters: taken(signature.parameters),
    overloads: signature.forms.map(({ parameters, returns }) => ({ parameters: taken(parameters), returns: `${promise}<${returns}>` })),
    returns: `${promise}<${value}>`,
    code: `return ${unwrap}(${call});`,
  };
}
