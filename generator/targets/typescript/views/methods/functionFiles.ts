import type { GeneratedFile } from "../../../../codegen/generatedFile.js";
import { layoutCode } from "../../../../codegen/layout.js";
import type { Method } from "../../../../codegen/plan/plan.js";
import { functionFile } from "../../files.js";
import { Imports } from "../../imports.js";
import { errorsOf, placeOf, type TypeScriptPlan } from "../../plan.js";
import { docComment } from "../../text.js";
import type { CodecScope } from "../models/codecCode.js";
import { descriptor } from "./descriptor.js";
import { methodDocs } from "./methodDocs.js";
import { parameterNames, signatureOf } from "./signature.js";

/**
 * One file per operation: its signature, one call, and the descriptor behind it.
 *
 *     export function tokensGet(client: AcmeCore, request: GetTokenRequest, options?: RequestOptions): APIPromise<Result<Token, CallError<NotFoundError>>> {
 *       return call(client, operation, request, options);
 *     }
 */
export function functionFiles(plan: TypeScriptPlan): readonly GeneratedFile[] {
  return plan.methods.map((method) => {
    const file = functionFile(method, plan.options);
    return { path: `src/${file}`, text: functionText(plan, method, file), owner: "generator" as const };
  });
}

const nothing: ReadonlySet<never> = new Set();

function functionText(plan: TypeScriptPlan, method: Method, file: string): string {
  const imports = new Imports(file, [method.function, "client", ...parameterNames(method)]);
  const scope: CodecScope = { plan, imports, defined: null, file, deciding: nothing };
  const operation = imports.own("operation");
  const errors = errorsOf(method).map((error) => imports.value(placeOf(plan, error).file, error.name));
  const signature = signatureOf(plan, method, imports, errors);
  const core = imports.type("core.ts", `${plan.client.className}Core`);
  const optionsType = imports.type("lib/sdks.ts", "RequestOptions");
  const failure = `${imports.type("lib/sdks.ts", "CallError")}${signature.errors === null ? "" : `<${signature.errors}>`}`;
  const { pages } = signature;
  const call = pages === null ? imports.value("lib/call.ts", "call") : imports.value("lib/pages.ts", "callPages");
  const kind = imports.type("lib/operation.ts", pages === null ? "Operation" : "PagedOperation");
  const result =
    pages === null
      ? `${imports.type("types/fp.ts", "Result")}<${signature.returns}, ${failure}>`
      : `${imports.type("types/operations.ts", "ResultPages")}<${signature.returns}, ${failure}, ${pages.state}, ${pages.item}>`;
  const types = [signature.requestType(), signature.returns, ...(signature.errors === null ? [] : [signature.errors])].join(", ");
  const code = descriptor(method, scope);
  const docs = docComment(methodDocs(method), "");
  const parametersText = (taken: typeof signature.parameters): string =>
    parameterLines([`client: ${core}`, ...taken.map(parameterText), `options?: ${optionsType}`]);
  const promise = (of: string): string => `${imports.type("types/async.ts", "APIPromise")}<${of}>`;
  const overloads = signature.forms.map(({ parameters, returns }) => {
    const given = promise(`${imports.type("types/fp.ts", "Result")}<${returns}, ${failure}>`);
    return `${docs}export function ${method.function}(\n${parametersText(parameters)}): ${given};\n`;
  });
  return plan.templates.render("typescript/func.ts", {
    overloads: overloads.join(""),
    docs: overloads.length > 0 ? "" : docs,
    name: method.function,
    parameters: parametersText(signature.parameters),
    returns: promise(result),
    call: `${call}(client, ${operation}, ${signature.request}, options${signature.security === null ? "" : ", security"})`,
    operation,
    type: `${kind}<${types}>`,
    descriptor: layoutCode(code, "", { width: 140, before: 0 }),
    // Last: by now every name has been asked for.
    imports: imports.print(),
  });
}

export function parameterText({
  name,
  type,
  optional,
}: {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}): string {
  return optional ? `${name}?: ${type} | undefined` : `${name}: ${type}`;
}

/** A signature is read best with one parameter per line. */
function parameterLines(parameters: readonly string[]): string {
  return parameters.map((parameter) => `  ${parameter},\n`).join("");
}
