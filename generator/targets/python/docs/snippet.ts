import { type Code, callCode, layoutCode } from "../../../codegen/layout.js";
import type { Method } from "../../../codegen/plan/plan.js";
import { type ClientWords, type CodeEntry, clientEntries, credentialsCode } from "../../../codegen/snippets/clientCode.js";
import { type LiteralWords, literal } from "../../../codegen/snippets/literal.js";
import { type SnippetCall, snippetCall, snippetClient } from "../../../codegen/snippets/snippets.js";
import type { Json } from "../../../ir/json.js";
import type { CallExample } from "../../../ir/operation.js";
import type { Type } from "../../../ir/types.js";
import type { PythonPlan } from "../plan.js";
import { pythonScalar, pythonString } from "../text.js";

/** The first one that somebody gave, else the first, else the one that was made up. */
export function firstExample({ examples, example }: Method): CallExample {
  return examples.find(({ name }) => name !== "") ?? examples[0] ?? example;
}

const anyWidth = { width: Number.POSITIVE_INFINITY, before: 0 };

/** What the code of a snippet needs to be read. */
interface Needs {
  readonly datetime: Set<string>;
  readonly utils: Set<string>;
  models: boolean;
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
export function snippetCode(plan: PythonPlan, method: Method, example: CallExample): string {
  const needs: Needs = { datetime: new Set(), utils: new Set(), models: false };
  const said = snippetCall(plan, method, example);
  const call = callText(plan, method, said, needs);
  const client = clientText(plan, said, needs);
  return [
    importLines(plan, needs),
    "",
    "",
    `with ${client} as ${plan.variable}:`,
    "",
    `    ${method.result.kind === "nothing" ? "" : "res = "}${[plan.variable, ...method.path, method.name].join(".")}(${call})`,
    "",
    ...useOfResult(method),
    "",
  ].join("\n");
}

/** `acme = Acme(…)` alone, with what it imports. */
export function clientSnippet(plan: PythonPlan): string {
  const needs: Needs = { datetime: new Set(), utils: new Set(), models: false };
  const client = clientText(plan, snippetClient(plan), needs);
  return [importLines(plan, needs), "", `${plan.variable} = ${client}`].join("\n");
}

function importLines(plan: PythonPlan, needs: Needs): string {
  const { module, modelsAtRoot, envPrefix } = plan.options;
  const names = [plan.client.className, ...(needs.models && !modelsAtRoot ? ["models"] : [])].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
  const from = [
    [module, `from ${module} import ${names.join(", ")}`],
    ...(needs.datetime.size > 0 ? [["datetime", `from datetime import ${[...needs.datetime].sort().join(", ")}`]] : []),
    ...(needs.utils.size > 0 ? [[`${module}.utils`, `from ${module}.utils import ${[...needs.utils].sort().join(", ")}`]] : []),
    ...(envPrefix !== null && plan.client.security.kind !== "none" ? [["os", "import os"]] : []),
    ...(needs.models && modelsAtRoot ? [[`${module} `, `import ${module}`]] : []),
  ] as const;
  const key = ([path = "", line = ""]: readonly string[]): string => `${path.trim()} ${line.startsWith("import") ? 0 : 1}`;
  return [...from]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(([, line]) => line)
    .join("\n");
}

/** `Acme()`, or its arguments one a line. */
function clientText(plan: PythonPlan, said: Parameters<typeof clientEntries>[1], needs: Needs): string {
  const call = keywordCall(plan.client.className, clientEntries(plan, said, clientWords(plan, needs)));
  return layoutCode(call, "", anyWidth, "    ");
}

function clientWords(plan: PythonPlan, needs: Needs): ClientWords {
  const { envPrefix } = plan.options;
  return {
    serverOption: "server_url",
    value: (value, type) => literal(literalWords(plan, needs), value, type),
    secret: ({ kind, text }) => (kind === "variable" ? `os.getenv(${pythonString(text)}, "")` : pythonString(text)),
    record(model, entries) {
      needs.models = true;
      return keywordCall(`${modelPrefix(plan)}${model.name}`, entries);
    },
    variable: (name) => (envPrefix === null ? null : `${envPrefix}_${name}`.toUpperCase()),
  };
}

/** `Acme(\n    access_token="…",\n)` */
function keywordCall(callee: string, entries: readonly CodeEntry[]): Code {
  return { ...callCode(callee, []), items: entries.map(([name, code]) => ({ label: `${name}=`, code })), broken: true };
}

/** `models.Security(…)`, or `acme_sdk.Security(…)` where the package offers the models itself. */
function modelPrefix({ options }: PythonPlan): string {
  return options.modelsAtRoot ? `${options.module}.` : "models.";
}

/** `security=…, page=1`: credentials first, then what the example gives, in the order of the table. */
function callText(plan: PythonPlan, { security, request }: Method, said: SnippetCall, needs: Needs): string {
  const own =
    security.kind === "own"
      ? [`security=${layoutCode(credentialsCode(security.model, said.ownCredentials, clientWords(plan, needs)), "    ", anyWidth, "    ")}`]
      : [];
  const given = said.arguments.flatMap(({ argument, value }) => (value === undefined ? [] : [{ argument, value }]));
  switch (request.kind) {
    case "none":
      return own.join(", ");
    case "body":
      return [...own, ...(said.body === undefined ? [] : [`request=${valueText(plan, said.body, request.body.type, needs)}`])].join(", ");
    case "object": {
      const value = Object.fromEntries(given.map(({ argument, value: one }) => [argument.slot.wire, one] as const));
      return [...own, `request=${valueText(plan, value, { kind: "ref", id: request.model.id }, needs)}`].join(", ");
    }
    case "arguments":
      return [...own, ...given.map(({ argument, value }) => `${argument.name}=${valueText(plan, value, argument.type, needs)}`)].join(", ");
  }
}

function valueText(plan: PythonPlan, value: Json, type: Type, needs: Needs): string {
  return layoutCode(literal(literalWords(plan, needs), value, type), "    ", anyWidth, "    ");
}

/** Models are dict literals with Python's field names, enums their members, dates are parsed. */
function literalWords(plan: PythonPlan, needs: Needs): LiteralWords {
  return {
    plan,
    nothing: "None",
    scalar: pythonScalar,
    key: pythonString,
    fieldKey: pythonString,
    special(type, value) {
      switch (type.kind) {
        case "instant":
          if (typeof value !== "string") return null;
          needs.utils.add("parse_datetime");
          return `parse_datetime(${pythonString(value)})`;
        case "date":
          if (typeof value !== "string") return null;
          needs.datetime.add("date");
          return `date.fromisoformat(${pythonString(value)})`;
        case "file":
          return 'open("example.file", "rb")';
        default:
          return null;
      }
    },
    member(model, value) {
      const member = model.members.find((one) => one.value === value);
      if (member === undefined || plan.options.enumFormat === "union") return null;
      needs.models = true;
      return `${modelPrefix(plan)}${model.name}.${member.name}`;
    },
    // The members' own order says nothing about a value that fits several; old pages show it as the last of them.
    ambiguous: "last",
    showsDefaults: ({ undecided }) => undecided || plan.options.optionalInSnippets === "always",
    restField: () => null,
  };
}

function useOfResult({ result, pages }: Method): readonly string[] {
  const print = ["    # Handle response", "    print(res)"];
  switch (result.kind) {
    case "nothing":
      return ["    # Use the SDK ..."];
    case "wrapper":
      if (pages !== null) return ["    while res is not None:", "        # Handle items", "", "        res = res.next()"];
      break;
    case "value":
      if (result.stream === "events" || result.stream === "lines") {
        const name = result.stream === "events" ? "event_stream" : "jsonl_stream";
        const loop = [`        for event in ${name}:`, "            # handle event", "            print(event, flush=True)"];
        return [`    with res as ${name}:`, ...loop];
      }
  }
  return result.mayBeEmpty ? ["    assert res is not None", "", ...print] : print;
}
