import { snakeCase } from "../../../codegen/casing.js";
import { credentialType } from "../../../codegen/surface/credentialOf.js";
import { schemesOf } from "../../../codegen/surface/securityOf.js";
import { serversOf } from "../../../codegen/surface/serversOf.js";
import type { Json } from "../../../ir/json.js";
import type { CallExample } from "../../../ir/operation.js";
import type { SecurityScheme } from "../../../ir/security.js";
import type { PyField, PyMethod, PythonPlan } from "../plan.js";
import { type LiteralScope, literal, modelPrefix, pythonString, type SnippetImports } from "./literal.js";

export interface UsageSnippet {
  readonly heading: string;
  readonly comment: string;
  readonly code: string;
}

/** The usage examples of a method: one, or one for each named example where the page format has them. */
export function usageSnippets(plan: PythonPlan, method: PyMethod): readonly UsageSnippet[] {
  const { operation } = method.method;
  const attribute = (name: string, value: string): string => `${name}="${commentText(value)}"`;
  const comment = (name: string | null): string =>
    `<!-- UsageSnippet ${[attribute("language", "python"), attribute("operationID", operation.id), attribute("method", operation.method), attribute("path", operation.path), ...(name === null ? [] : [attribute("example", name)])].join(" ")} -->`;
  const named = method.examples.filter(({ name }) => name !== "");
  if (plan.options.quirks.examples === "first" || named.length === 0)
    return [{ heading: "### Example Usage", comment: comment(null), code: snippetCode(plan, method, method.example) }];
  return named.map((example) => ({
    heading: named.length === 1 ? "### Example Usage" : `### Example Usage: ${example.name}`,
    comment: comment(example.name),
    code: snippetCode(plan, method, example),
  }));
}

/** Nothing in an attribute of a comment may end it. */
function commentText(text: string): string {
  return text.replaceAll("--", "- -").replaceAll('"', "&quot;").replaceAll("\n", " ").replaceAll(">", "&gt;");
}

/**
 *     from acme_sdk import Acme
 *
 *
 *     with Acme(
 *         access_token="<YOUR_BEARER_TOKEN_HERE>",
 *     ) as acme:
 *
 *         res = acme.tokens.list(page=1)
 *
 *         # Handle response
 *         print(res)
 */
export function snippetCode(plan: PythonPlan, method: PyMethod, example: CallExample | null): string {
  const imports: SnippetImports = { datetime: new Set(), utils: new Set(), models: false };
  const scope: LiteralScope = { plan, imports, undecided: false };
  const call = callText(scope, method, example);
  const client = clientText(scope, method);
  const { variable } = plan.client;
  const returns = method.result.kind !== "nothing";
  return [
    importLines(scope),
    "",
    "",
    `with ${client} as ${variable}:`,
    "",
    `    ${returns ? "res = " : ""}${variable}.${pathOf(plan, method)}${call}`,
    "",
    ...tail(method),
    "",
  ].join("\n");
}

function pathOf(plan: PythonPlan, method: PyMethod): string {
  const owner = method.resource === null ? null : findPath(plan, method.resource);
  return [...(owner ?? []), method.name].join(".");
}

function findPath(plan: PythonPlan, address: string): readonly string[] | null {
  const search = (resources: PythonPlan["resources"]): readonly string[] | null => {
    for (const resource of resources) {
      if (resource.resource.address === address) return resource.path;
      const inner = search(resource.children);
      if (inner !== null) return inner;
    }
    return null;
  };
  return search(plan.resources);
}

function importLines({ plan, imports }: LiteralScope): string {
  const { module, modelsAtRoot } = plan.options;
  const names = [plan.client.className, ...(imports.models && !modelsAtRoot ? ["models"] : [])].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
  const from = [
    [module, `from ${module} import ${names.join(", ")}`],
    ...(imports.datetime.size > 0 ? [["datetime", `from datetime import ${[...imports.datetime].sort().join(", ")}`]] : []),
    ...(imports.utils.size > 0 ? [[`${module}.utils`, `from ${module}.utils import ${[...imports.utils].sort().join(", ")}`]] : []),
    ...(plan.options.envPrefix !== null && usesEnvironment(plan) ? [["os", "import os"]] : []),
    ...(imports.models && modelsAtRoot ? [[`${module} `, `import ${module}`]] : []),
  ] as const;
  const key = ([path = "", line = ""]: readonly string[]): string => `${path.trim()} ${line.startsWith("import") ? 0 : 1}`;
  return [...from]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(([, line]) => line)
    .join("\n");
}

function usesEnvironment(plan: PythonPlan): boolean {
  return plan.surface.security.kind !== "none";
}

/** `Acme()`, or its arguments one a line. */
function clientText(scope: LiteralScope, method: PyMethod): string {
  const { plan } = scope;
  const lines = [...serverArgument(plan), ...globalArguments(scope, method), ...securityArguments(scope, method)];
  const name = plan.client.className;
  return lines.length === 0 ? `${name}()` : `${name}(\n${lines.map((line) => `    ${line},\n`).join("")})`;
}

function serverArgument({ surface }: PythonPlan): readonly string[] {
  return serversOf(surface.api).needsHost === "never" ? [] : ['server_url="https://api.example.com"'];
}

function globalArguments(scope: LiteralScope, method: PyMethod): readonly string[] {
  const used = method.method.operation.parameters.filter(({ global }) => global !== "no");
  return scope.plan.client.globals.flatMap((field) => {
    if (!used.some(({ wire }) => wire === field.slot.wire)) return [];
    const value = field.slot.example?.value ?? field.default?.value ?? "<value>";
    return [`${field.name}=${literal(scope, value, field.type, "    ")}`];
  });
}

function securityArguments(scope: LiteralScope, method: PyMethod): readonly string[] {
  const { plan } = scope;
  const { security, api } = plan.surface;
  if (method.method.security.kind !== "client") return [];
  switch (security.kind) {
    case "none":
      return [];
    case "flattened":
      return [`${fieldOf(security.scheme)}=${credential(plan, security.scheme)}`];
    case "value": {
      scope.imports.models = true;
      const [first] = api.security;
      const schemes = first === undefined ? [] : schemesOf(api, [first]);
      const lines = schemes.map((scheme) => `        ${fieldOf(scheme)}=${credentialValue(plan, scheme)},\n`);
      return [`security=${modelPrefix(plan)}Security(\n${lines.join("")}    )`];
    }
  }
}

function fieldOf(scheme: SecurityScheme): string {
  return snakeCase(scheme.naming.override ?? scheme.id);
}

/** A text, or `models.SchemeOauth(…)` with a part on each line. */
function credentialValue(plan: PythonPlan, scheme: SecurityScheme): string {
  const type = credentialType(scheme);
  const model = type === null ? undefined : plan.modelOf.get(type.id);
  if (model?.kind !== "object") return credential(plan, scheme);
  const shown = model.fields.filter((field) => field.default === null || plan.options.envPrefix !== null);
  return `${modelPrefix(plan)}${model.name}(\n${shown.map((field) => `            ${field.name}=${partValue(plan, field)},\n`).join("")}        )`;
}

function partValue({ options }: PythonPlan, { name, slot }: PyField): string {
  if (typeof slot.example?.value === "string") return pythonString(slot.example.value);
  if (options.envPrefix !== null) return `os.getenv(${pythonString(`${options.envPrefix}_${name}`.toUpperCase())}, "")`;
  return pythonString(`<YOUR_${name.toUpperCase()}_HERE>`);
}

function credential(plan: PythonPlan, scheme: SecurityScheme): string {
  if (typeof scheme.example?.value === "string") return pythonString(scheme.example.value);
  if (plan.options.envPrefix !== null)
    return `os.getenv(${pythonString(`${plan.options.envPrefix}_${fieldOf(scheme)}`.toUpperCase())}, "")`;
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

/** `(security=…, page=1)`: credentials first, then what the example gives, in the order of the table. */
function callText(scope: LiteralScope, method: PyMethod, example: CallExample | null): string {
  const parts: string[] = [];
  if (method.security !== null) parts.push(`security=${ownSecurity(scope, method)}`);
  const { request } = method;
  const body = example?.body ?? null;
  switch (request.kind) {
    case "none":
      break;
    case "body":
      if (body !== null) parts.push(`request=${literal(scope, body.value, request.type, "    ")}`);
      break;
    case "object": {
      const model = scope.plan.modelOf.get(request.model);
      if (model?.kind === "object")
        parts.push(`request=${literal(scope, requestValue(method, example), { kind: "model", id: model.id, is: "object" }, "    ")}`);
      break;
    }
    case "arguments":
      for (const argument of method.arguments) {
        const value = argumentValue(argument, example);
        if (value !== undefined) parts.push(`${argument.keyword}=${literal(scope, value, argument.type, "    ")}`);
      }
  }
  return `(${parts.join(", ")})`;
}

function argumentValue({ argument }: PyMethod["arguments"][number], example: CallExample | null): Json | undefined {
  const body = example?.body?.value;
  switch (argument.place.kind) {
    case "parameter":
      return example?.arguments.find(({ slot }) => slot === argument.address)?.value;
    case "body":
      return body;
    case "field":
      return typeof body === "object" && body !== null && !Array.isArray(body)
        ? (body as { readonly [key: string]: Json })[argument.place.field.wire]
        : undefined;
    case "rest":
      return undefined;
  }
}

function requestValue(method: PyMethod, example: CallExample | null): Json {
  const { request } = method.method;
  if (request.kind !== "object") return {};
  const entries = request.arguments.flatMap((argument) => {
    const value =
      argument.place.kind === "body" ? example?.body?.value : example?.arguments.find(({ slot }) => slot === argument.address)?.value;
    return value === undefined ? [] : [[argument.slot.wire, value] as const];
  });
  return Object.fromEntries(entries);
}

function ownSecurity(scope: LiteralScope, method: PyMethod): string {
  const { plan } = scope;
  scope.imports.models = true;
  const own = method.method.security;
  if (own.kind !== "own" || method.security === null) return "None";
  const [first] = own.security;
  const schemes = first === undefined ? [] : schemesOf(plan.surface.api, [first]);
  return `${modelPrefix(plan)}${method.security.name}(\n${schemes.map((scheme) => `        ${fieldOf(scheme)}=${credentialValue(plan, scheme)},\n`).join("")}    )`;
}

function tail(method: PyMethod): readonly string[] {
  const { result } = method;
  const asserted = result.kind !== "nothing" && result.mayBeEmpty ? ["    assert res is not None", ""] : [];
  switch (result.kind) {
    case "nothing":
      return ["    # Use the SDK ..."];
    case "wrapper":
      return result.pages
        ? ["    while res is not None:", "        # Handle items", "", "        res = res.next()"]
        : [...asserted, "    # Handle response", "    print(res)"];
    case "value":
      if (result.stream === "events" || result.stream === "lines") {
        const name = result.stream === "events" ? "event_stream" : "jsonl_stream";
        return [
          `    with res as ${name}:`,
          `        for event in ${name}:`,
          "            # handle event",
          "            print(event, flush=True)",
        ];
      }
      return [...asserted, "    # Handle response", "    print(res)"];
  }
}
