import { type Code, layoutCode, objectCode } from "../../../codegen/layout.js";
import type { Method } from "../../../codegen/plan/plan.js";
import { type ClientWords, type CodeEntry, clientEntries, credentialsCode } from "../../../codegen/snippets/clientCode.js";
import { literal, repeatsDefault } from "../../../codegen/snippets/literal.js";
import { type SnippetCall, snippetCall, snippetClient } from "../../../codegen/snippets/snippets.js";
import type { Json } from "../../../ir/json.js";
import type { CallExample } from "../../../ir/operation.js";
import type { Type } from "../../../ir/types.js";
import { functionFile } from "../files.js";
import { isOptional, type TypeScriptPlan } from "../plan.js";
import { access, propertyKey, stringLiteral } from "../text.js";
import { envVariable } from "../views/client/securityCode.js";
import { literalWords, type Uses } from "./literalWords.js";

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
  const uses: Uses = new Set();
  const { className } = plan.client;
  const said = snippetCall(plan, method, example);
  const [first = "", ...others] = [...method.path, method.name];
  const callee = [plan.variable, first, ...others.map((part) => access(part).replace(/^\./, ""))].join(".");
  const call = callText(plan, method, said, uses, callee, []);
  const client = clientText(plan, said, uses, className);
  return [
    ...importLines(plan, uses, [[plan.options.packageName, className]]),
    "",
    `const ${plan.variable} = ${client};`,
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

export function functionSnippet(plan: TypeScriptPlan, method: Method, example: CallExample): string {
  const uses: Uses = new Set();
  const { packageName, quirks } = plan.options;
  const core = `${plan.client.className}Core`;
  const said = snippetCall(plan, method, example);
  const call = callText(plan, method, said, uses, method.function, [plan.variable]);
  const client = clientText(plan, said, uses, core);
  const use = useOfResult(plan, method, "    ");
  // The loop of the method's snippet, moved by its first line alone.
  const shifted = quirks.loopIndent === "method" && use.length > 1 ? use.map((line, i) => (i === 0 ? line : line.slice(2))) : use;
  const file = functionFile(method, plan.options).replace(/\.ts$/, ".js");
  return [
    ...importLines(plan, uses, [
      [`${packageName}/core.js`, core],
      [`${packageName}/${file}`, method.function],
    ]),
    "",
    `// Use \`${core}\` for best tree-shaking performance.`,
    "// You can create one instance of it to use across an application.",
    `const ${plan.variable} = ${client};`,
    "",
    "async function run() {",
    `  const res = await ${call};`,
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
  const uses: Uses = new Set();
  const { className } = plan.client;
  const client = clientText(plan, snippetClient(plan), uses, className);
  return [...importLines(plan, uses, [[plan.options.packageName, className]]), "", `const ${plan.variable} = ${client};`].join("\n");
}

function useOfResult({ options }: TypeScriptPlan, { result, pages }: Method, indent: string): readonly string[] {
  if (result.kind === "nothing") return [""];
  const streams = result.kind === "value" && (result.stream === "events" || result.stream === "lines") && options.envelope === "none";
  const item = pages !== null ? "page" : streams ? "event" : null;
  return item === null
    ? [`${indent}console.log(result);`]
    : [`${indent}for await (const ${item} of result) {`, `${indent}  console.log(${item});`, `${indent}}`];
}

function importLines({ options }: TypeScriptPlan, uses: Uses, own: readonly (readonly [from: string, name: string])[]): readonly string[] {
  const from = [
    ...own,
    ...(uses.has("RFCDate") ? [[`${options.packageName}/types/rfcdate.js`, "RFCDate"] as const] : []),
    ...(uses.has("openAsBlob") ? [["node:fs", "openAsBlob"] as const] : []),
  ];
  return from.sort(([a], [b]) => (a < b ? -1 : 1)).map(([module, name]) => `import { ${name} } from ${stringLiteral(module)};`);
}

/** `new Acme({ … })` with what this call needs. */
function clientText(plan: TypeScriptPlan, said: Parameters<typeof clientEntries>[1], uses: Uses, className: string): string {
  const entries = clientEntries(plan, said, clientWords(plan, uses));
  return entries.length === 0 ? `new ${className}()` : `new ${className}(${written(recordCode(entries), "")})`;
}

function clientWords(plan: TypeScriptPlan, uses: Uses): ClientWords {
  return {
    serverOption: "serverURL",
    value: (value, type) => valueCode(plan, value, type, uses),
    secret: ({ kind, text }) => (kind === "variable" ? `process.env[${stringLiteral(text)}] ?? ""` : stringLiteral(text)),
    record: (_, entries) => recordCode(entries),
    variable: (name) => envVariable(plan, name),
  };
}

function recordCode(entries: readonly CodeEntry[]): Code {
  return objectCode(
    entries.map(([name, code]) => [propertyKey(name), code] as const),
    true,
  );
}

function callText(plan: TypeScriptPlan, method: Method, said: SnippetCall, uses: Uses, callee: string, before: readonly string[]): string {
  const { security } = method;
  const own = security.kind === "own" ? [written(credentialsCode(security.model, said.ownCredentials, clientWords(plan, uses)), "  ")] : [];
  return `${callee}(${[...before, ...own, ...requestTexts(plan, method, said, uses)].join(", ")})`;
}

function requestTexts(plan: TypeScriptPlan, { request }: Method, said: SnippetCall, uses: Uses): readonly string[] {
  const optional = isOptional(plan, request);
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      if (said.body === undefined && optional) return [];
      return [written(valueCode(plan, said.body ?? {}, request.body.type, uses), "  ")];
    case "object": {
      const shown = plan.options.optionalInSnippets === "always";
      const entries = said.arguments.flatMap(({ argument, value }) =>
        value === undefined ||
        (!shown && argument.default !== null && !argument.required && repeatsDefault({ ...argument, type: anything }, value))
          ? []
          : [[propertyKey(argument.field ?? argument.name), valueCode(plan, value, argument.type, uses)] as const],
      );
      return entries.length === 0 && optional ? [] : [written(objectCode(entries, true), "  ")];
    }
    case "arguments": {
      const texts = said.arguments.map(({ argument, value }) =>
        value === undefined ? null : written(valueCode(plan, value, argument.type, uses), "  "),
      );
      const last = texts.reduce((found, text, i) => (text === null ? found : i), -1);
      return texts.slice(0, last + 1).map((text) => text ?? "undefined");
    }
  }
}

const anything: Type = { kind: "any" };

function valueCode(plan: TypeScriptPlan, value: Json, type: Type, uses: Uses): Code {
  return literal(literalWords(plan, uses), value, type);
}

function written(code: Code, indent: string): string {
  return layoutCode(code, indent, { width: Number.POSITIVE_INFINITY, before: 0 });
}
