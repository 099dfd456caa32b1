import { layoutCode } from "../../../codegen/layout.js";
import type { Method } from "../../../codegen/plan/plan.js";
import { type WrittenCall, type WrittenClient, writtenCall, writtenClient } from "../../../codegen/snippets/clientCode.js";
import type { CallExample } from "../../../ir/operation.js";
import { functionFile } from "../files.js";
import type { TypeScriptPlan } from "../plan.js";
import { access, stringLiteral } from "../text.js";
import { callWords, recordCode, type Use } from "./literalWords.js";

/**
 *     import { Acme } from "acme-sdk";
 *
 *     const acme = new Acme({ … });
 *
 *     async function run() {
 *       const result = await acme.tokens.get({
 *         id: "<id>",
 *       });
 *
 *       console.log(result);
 *     }
 *
 *     run();
 */
export function methodSnippet(plan: TypeScriptPlan, method: Method, example: CallExample): string {
  const { head, call } = methodCall(plan, method, example, "  ");
  return [
    head,
    "",
    "async function run() {",
    `  ${method.result.kind === "nothing" ? "" : "const result = "}await ${call};`,
    "",
    ...useOfResult(plan, method, "  "),
    "}",
    "",
    "run();",
  ].join("\n");
}

/** The imports and the client of a snippet, and the call alone: `acme.tokens.get({ … })`. */
export function methodCall(
  plan: TypeScriptPlan,
  method: Method,
  example: CallExample,
  indent: string,
): { readonly head: string; readonly call: string } {
  const said = writtenCall(plan, method, example, callWords(plan));
  const [first = "", ...others] = [...method.path, method.name];
  const callee = [plan.variable, first, ...others.map((part) => access(part).replace(/^\./, ""))].join(".");
  return { head: clientLines(plan, said), call: callText(said, callee, [], indent) };
}

export function functionSnippet(plan: TypeScriptPlan, method: Method, example: CallExample): string {
  const { packageName, quirks } = plan.options;
  const core = `${plan.client.className}Core`;
  const said = writtenCall(plan, method, example, callWords(plan));
  const use = useOfResult(plan, method, "    ");
  // The loop of the method's snippet, moved by its first line alone.
  const shifted = quirks.loopIndent === "method" && use.length > 1 ? use.map((line, i) => (i === 0 ? line : line.slice(2))) : use;
  const file = functionFile(method, plan.options).replace(/\.ts$/, ".js");
  return [
    ...importLines(plan, said, [
      [`${packageName}/core.js`, core],
      [`${packageName}/${file}`, method.function],
    ]),
    "",
    `// Use \`${core}\` for best tree-shaking performance.`,
    "// You can create one instance of it to use across an application.",
    `const ${plan.variable} = ${clientText(said, core)};`,
    "",
    "async function run() {",
    `  const res = await ${callText(said, method.function, [plan.variable], "  ")};`,
    "  if (res.ok) {",
    "    const { value: result } = res;",
    ...(method.result.kind === "nothing" ? ["    "] : shifted),
    "  } else {",
    `    console.log("${method.function} failed:", res.error);`,
    "  }",
    "}",
    "",
    "run();",
  ].join("\n");
}

/** `const acme = new Acme({ … });` alone, with what it imports. */
export function clientSnippet(plan: TypeScriptPlan): string {
  return clientLines(plan, writtenClient(plan, callWords(plan)));
}

function clientLines(plan: TypeScriptPlan, said: WrittenClient<Use>): string {
  const { className } = plan.client;
  return [
    ...importLines(plan, said, [[plan.options.packageName, className]]),
    "",
    `const ${plan.variable} = ${clientText(said, className)};`,
  ].join("\n");
}

function useOfResult({ options }: TypeScriptPlan, { result, pages }: Method, indent: string): readonly string[] {
  if (result.kind === "nothing") return [""];
  const streams = result.kind === "value" && (result.stream === "events" || result.stream === "lines") && options.envelope === "none";
  const item = pages !== null ? "page" : streams ? "event" : null;
  return item === null
    ? [`${indent}console.log(result);`]
    : [`${indent}for await (const ${item} of result) {`, `${indent}  console.log(${item});`, `${indent}}`];
}

function importLines(
  { options }: TypeScriptPlan,
  { uses }: WrittenClient<Use>,
  own: readonly (readonly [from: string, name: string])[],
): readonly string[] {
  const from = [
    ...own,
    ...(uses.has("RFCDate") ? [[`${options.packageName}/types/rfcdate.js`, "RFCDate"] as const] : []),
    ...(uses.has("openAsBlob") ? [["node:fs", "openAsBlob"] as const] : []),
  ];
  return from.sort(([a], [b]) => (a < b ? -1 : 1)).map(([module, name]) => `import { ${name} } from ${stringLiteral(module)};`);
}

/** `new Acme({ … })` with what this call needs. */
function clientText({ client }: WrittenClient<Use>, className: string): string {
  return `new ${className}(${client.length === 0 ? "" : layoutCode(recordCode(client), "")})`;
}

/** What is not given is `undefined` before what is. */
function callText({ call }: WrittenCall<Use>, callee: string, before: readonly string[], indent: string): string {
  const last = call.findLastIndex(([, code]) => code !== null);
  const texts = call.slice(0, last + 1).map(([, code]) => (code === null ? "undefined" : layoutCode(code, indent)));
  return `${callee}(${[...before, ...texts].join(", ")})`;
}
