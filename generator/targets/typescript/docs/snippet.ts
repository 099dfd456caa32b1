import { snakeCase } from "../../../codegen/casing.js";
import { callExample } from "../../../codegen/examples/callExample.js";
import { serversOf } from "../../../codegen/surface/serversOf.js";
import type { Json } from "../../../ir/json.js";
import type { CallExample } from "../../../ir/operation.js";
import type { SecurityScheme } from "../../../ir/security.js";
import { type Code, layoutCode, objectCode } from "../layout.js";
import type { TsArgument, TsCredentials, TsMethod, TypeScriptPlan } from "../plan.js";
import { allResources } from "../planMethods.js";
import { access, propertyKey, stringLiteral } from "../text.js";
import type { CredentialPart } from "../tsType.js";
import { envVariable } from "../views/securityCode.js";
import { type LiteralScope, literal } from "./literal.js";

export interface UsageSnippet {
  readonly heading: string;
  readonly comment: string;
  readonly code: string;
  /** The same call by the function. */
  readonly standalone: string;
}

/** The usage examples of a method: one, or one for each named example. */
export function usageSnippets(plan: TypeScriptPlan, method: TsMethod): readonly UsageSnippet[] {
  const { operation } = method.method;
  const { typeOf } = plan;
  const named =
    plan.options.quirks.examples === "all"
      ? method.examples.filter(({ name, from }) => name !== "" && from !== "generated" && !name.split("-").includes("default"))
      : [];
  const chosen =
    named.length > 0
      ? named.map((example) => ({ example: callExample({ ...operation, examples: [example] }, typeOf), name: example.name }))
      : [{ example: callExample(operation, typeOf), name: null }];
  return chosen.map(({ example, name }) => ({
    heading: named.length > 1 ? `### Example Usage: ${headingText(name ?? "")}` : "### Example Usage",
    comment: commentLine(operation, name),
    code: methodSnippet(plan, method, example),
    standalone: functionSnippet(plan, method, example),
  }));
}

function headingText(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}

function commentLine({ id, method, path }: TsMethod["method"]["operation"], example: string | null): string {
  const attribute = (name: string, value: string): string =>
    `${name}="${value
      .replaceAll("--", "- -")
      .replaceAll('"', "&quot;")
      .replace(/[\r\n]+/g, " ")
      .replaceAll(">", "&gt;")}"`;
  const attributes = [
    attribute("language", "typescript"),
    attribute("operationID", id),
    attribute("method", method),
    attribute("path", path),
    ...(example === null ? [] : [attribute("example", example)]),
  ];
  return `<!-- UsageSnippet ${attributes.join(" ")} -->`;
}

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
export function methodSnippet(plan: TypeScriptPlan, method: TsMethod, example: CallExample): string {
  const scope: LiteralScope = { plan, uses: new Set() };
  const { packageName } = plan.options;
  const { className, variable } = plan.client;
  const call = callText(
    scope,
    `${variable}.${[...resourcePath(plan, method), method.name].map((part, i) => (i === 0 ? part : access(part).replace(/^\./, ""))).join(".")}`,
    [],
    method,
    example,
  );
  const client = clientText(scope, className, method);
  const lines = [
    ...importLines(scope, [[packageName, className]]),
    "",
    `const ${variable} = ${client};`,
    "",
    "async function run() {",
    `  ${method.result.type === null ? "" : "const result = "}await ${call};`,
    "",
    ...useOfResult(plan, method, "  "),
    "}",
    "",
    "run();",
  ];
  return lines.join("\n");
}

export function functionSnippet(plan: TypeScriptPlan, method: TsMethod, example: CallExample): string {
  const scope: LiteralScope = { plan, uses: new Set() };
  const { packageName, quirks } = plan.options;
  const { className, variable } = plan.client;
  const call = callText(scope, method.function, [variable], method, example);
  const client = clientText(scope, `${className}Core`, method);
  const use = useOfResult(plan, method, "    ");
  // The loop of the method's snippet, moved by its first line alone.
  const shifted = quirks.loopIndent === "method" && use.length > 1 ? use.map((line, i) => (i === 0 ? line : line.slice(2))) : use;
  const lines = [
    ...importLines(scope, [
      [`${packageName}/core.js`, `${className}Core`],
      [`${packageName}/${method.file.replace(/\.ts$/, ".js")}`, method.function],
    ]),
    "",
    `// Use \`${className}Core\` for best tree-shaking performance.`,
    "// You can create one instance of it to use across an application.",
    `const ${variable} = ${client};`,
    "",
    "async function run() {",
    `  const res = await ${call};`,
    "  if (res.ok) {",
    "    const { value: result } = res;",
    ...(method.result.type === null ? ["    "] : shifted),
    "  } else {",
    `    console.log("${method.function} failed:", res.error);`,
    "  }",
    "}",
    "",
    "run();",
  ];
  return lines.join("\n");
}

function useOfResult({ options }: TypeScriptPlan, method: TsMethod, indent: string): readonly string[] {
  const { type } = method.result;
  if (type === null) return [""];
  const item =
    method.pages !== null ? "page" : type.kind === "stream" && type.of !== "bytes" && options.envelope === "none" ? "event" : null;
  return item === null
    ? [`${indent}console.log(result);`]
    : [`${indent}for await (const ${item} of result) {`, `${indent}  console.log(${item});`, `${indent}}`];
}

function resourcePath(plan: TypeScriptPlan, method: TsMethod): readonly string[] {
  return allResources(plan.client.resources).find(({ resource }) => resource.address === method.resource)?.path ?? [];
}

function importLines({ plan, uses }: LiteralScope, own: readonly (readonly [from: string, name: string])[]): readonly string[] {
  const from = [
    ...own,
    ...(uses.has("RFCDate") ? [[`${plan.options.packageName}/types/rfcdate.js`, "RFCDate"] as const] : []),
    ...(uses.has("openAsBlob") ? [["node:fs", "openAsBlob"] as const] : []),
  ];
  return [...from].sort(([a], [b]) => (a < b ? -1 : 1)).map(([module, name]) => `import { ${name} } from ${stringLiteral(module)};`);
}

/** `new Acme({ … })` with what this call needs: server, global values, credentials. */
function clientText(scope: LiteralScope, className: string, method: TsMethod): string {
  const { plan } = scope;
  const entries: (readonly [string, Code])[] = [...serverEntry(plan), ...globalEntries(scope, method), ...clientSecurity(plan, method)];
  return entries.length === 0 ? `new ${className}()` : `new ${className}(${written(objectCode(entries, true), "")})`;
}

function serverEntry({ surface }: TypeScriptPlan): readonly (readonly [string, Code])[] {
  return serversOf(surface.api).needsHost === "never" ? [] : [["serverURL", '"https://api.example.com"']];
}

function globalEntries(scope: LiteralScope, method: TsMethod): readonly (readonly [string, Code])[] {
  const used = new Set(method.method.operation.parameters.filter(({ global }) => global !== "no").map(({ wire }) => wire));
  return scope.plan.client.globals.flatMap(({ slot, name, type, default: byDefault }) => {
    if (!used.has(slot.wire)) return [];
    return [[propertyKey(name), literal(scope, slot.example?.value ?? byDefault?.value ?? "<value>", type)] as const];
  });
}

function clientSecurity(plan: TypeScriptPlan, method: TsMethod): readonly (readonly [string, Code])[] {
  const { security } = plan.client;
  if (method.method.security.kind !== "client") return [];
  switch (security.kind) {
    case "none":
      return [];
    case "flattened":
      return credentialEntries(plan, security.credentials);
    case "value":
      return [["security", objectCode(credentialEntries(plan, security.credentials), true)]];
  }
}

/** The credentials of the first alternative. */
function credentialEntries(plan: TypeScriptPlan, { schemes, alternatives }: TsCredentials): readonly (readonly [string, Code])[] {
  const first = new Set(alternatives.find((uses) => uses.length > 0)?.map(({ name }) => name));
  return schemes
    .filter(({ name }) => first.has(name))
    .map(({ name, scheme, type }) => {
      const parts =
        type.kind === "credential"
          ? type.parts
              .filter(({ required }) => required || envVariable(plan, name) !== null)
              .map((part) => [propertyKey(part.name), partValue(plan, part)] as const)
          : null;
      return [propertyKey(name), parts === null ? credential(plan, name, scheme) : objectCode(parts, true)] as const;
    });
}

function partValue(plan: TypeScriptPlan, { name, wire, example }: CredentialPart): string {
  if (typeof example?.value === "string") return stringLiteral(example.value);
  const variable = envVariable(plan, name);
  return variable === null ? `"<YOUR_${snakeCase(wire).toUpperCase()}_HERE>"` : `process.env[${stringLiteral(variable)}] ?? ""`;
}

function credential(plan: TypeScriptPlan, name: string, scheme: SecurityScheme): string {
  const { example } = scheme;
  if (typeof example?.value === "string") return stringLiteral(example.value);
  const variable = envVariable(plan, name);
  if (variable !== null) return `process.env[${stringLiteral(variable)}] ?? ""`;
  switch (scheme.kind) {
    case "bearer":
    case "http":
      return '"<YOUR_BEARER_TOKEN_HERE>"';
    case "oauth2":
    case "openIdConnect":
      return '"<YOUR_OAUTH2_HERE>"';
    default:
      return '"<YOUR_API_KEY_HERE>"';
  }
}

function callText(scope: LiteralScope, callee: string, before: readonly string[], method: TsMethod, example: CallExample): string {
  const { plan } = scope;
  const own = method.security === null ? [] : [written(objectCode(credentialEntries(plan, method.security.credentials), true), "  ")];
  return `${callee}(${[...before, ...own, ...requestTexts(scope, method, example)].join(", ")})`;
}

function requestTexts(scope: LiteralScope, method: TsMethod, example: CallExample): readonly string[] {
  const { request } = method;
  switch (request.kind) {
    case "none":
      return [];
    case "body":
      if (example.body === null && request.optional) return [];
      return [written(literal(scope, example.body?.value ?? {}, request.type), "  ")];
    case "object": {
      const entries = request.arguments.flatMap((argument) => {
        const value = argumentValue(argument, example);
        return value === undefined || repeatsDefault(scope, argument, value)
          ? []
          : [[propertyKey(argument.name), literal(scope, value, argument.type)] as const];
      });
      return entries.length === 0 && request.optional ? [] : [written(objectCode(entries, true), "  ")];
    }
    case "arguments": {
      const texts = request.arguments.map((argument) => {
        const value = argumentValue(argument, example);
        return value === undefined ? null : written(literal(scope, value, argument.type), "  ");
      });
      const last = texts.reduce((found, text, i) => (text === null ? found : i), -1);
      return texts.slice(0, last + 1).map((text) => text ?? "undefined");
    }
  }
}

function argumentValue({ argument }: TsArgument, example: CallExample): Json | undefined {
  if (argument.place.kind === "body") return example.body?.value;
  return example.arguments.find(({ slot }) => slot === argument.address)?.value;
}

function repeatsDefault({ plan }: LiteralScope, { default: byDefault, required }: TsArgument, value: Json): boolean {
  return (
    byDefault !== null &&
    !required &&
    plan.options.optionalInSnippets !== "always" &&
    JSON.stringify(byDefault.value) === JSON.stringify(value)
  );
}

function written(code: Code, indent: string): string {
  return layoutCode(code, indent, { width: Number.POSITIVE_INFINITY, before: 0 });
}
