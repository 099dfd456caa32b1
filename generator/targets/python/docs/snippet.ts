import { type Code, callCode, layoutCode } from "../../../codegen/layout.js";
import type { Method } from "../../../codegen/plan/plan.js";
import { type CallWords, type CodeEntry, writtenCall, writtenClient } from "../../../codegen/snippets/clientCode.js";
import { literal } from "../../../codegen/snippets/literal.js";
import type { CallExample } from "../../../ir/operation.js";
import { calledAs } from "../../sdkPages.js";
import type { PythonPlan } from "../plan.js";
import { pythonScalar, pythonString } from "../text.js";

/** The first one that somebody gave, else the first, else the one that was made up. */
export function firstExample({ examples, example }: Method): CallExample {
  return examples.find(({ name }) => name !== "") ?? examples[0] ?? example;
}

/** What the code of a snippet needs to be read. */
export type Use = "date" | "parse_datetime" | "Decimal" | "models";

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
  const { imports, client, call } = snippetParts(plan, method, example);
  return [
    imports,
    "",
    "",
    `with ${client} as ${plan.variable}:`,
    "",
    `    ${method.result.kind === "nothing" ? "" : "res = "}${call}`,
    "",
    ...useOfResult(method),
    "",
  ].join("\n");
}

/** What a call needs: the lines of its imports, `Acme(…)`, and `acme.tokens.list(page=1)` as it stands inside of a block. */
export function snippetParts(
  plan: PythonPlan,
  method: Method,
  example: CallExample,
): { readonly imports: string; readonly client: string; readonly call: string } {
  const { client, call, uses } = writtenCall(plan, method, example, callWords(plan));
  // Credentials first, then what the example gives, in the order of the table.
  const given = call.flatMap(([name, code]) => (code === null ? [] : [`${name}=${written(code, "    ")}`]));
  return { imports: importLines(plan, uses), client: clientText(plan, client), call: `${calledAs(plan, method)}(${given.join(", ")})` };
}

/** `acme = Acme(…)` alone, with what it imports. */
export function clientSnippet(plan: PythonPlan): string {
  const { client, uses } = writtenClient(plan, callWords(plan));
  return [importLines(plan, uses), "", `${plan.variable} = ${clientText(plan, client)}`].join("\n");
}

function importLines(plan: PythonPlan, uses: ReadonlySet<Use>): string {
  const { module, modelsAtRoot, envPrefix } = plan.options;
  const names = [plan.client.className, ...(uses.has("models") && !modelsAtRoot ? ["models"] : [])].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
  const from = [
    [module, `from ${module} import ${names.join(", ")}`],
    ...(uses.has("date") ? [["datetime", "from datetime import date"]] : []),
    ...(uses.has("Decimal") ? [["decimal", "from decimal import Decimal"]] : []),
    ...(uses.has("parse_datetime") ? [[`${module}.utils`, `from ${module}.utils import parse_datetime`]] : []),
    ...(envPrefix !== null && plan.client.security.kind !== "none" ? [["os", "import os"]] : []),
    ...(uses.has("models") && modelsAtRoot ? [[`${module} `, `import ${module}`]] : []),
  ] as const;
  const key = ([path = "", line = ""]: readonly string[]): string => `${path.trim()} ${line.startsWith("import") ? 0 : 1}`;
  return [...from]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(([, line]) => line)
    .join("\n");
}

/** `Acme()`, or its arguments one a line. */
function clientText({ client }: PythonPlan, entries: readonly CodeEntry[]): string {
  return written(keywordCall(client.className, entries), "");
}

/** `Acme(\n    access_token="…",\n)` */
function keywordCall(callee: string, entries: readonly CodeEntry[]): Code {
  return { ...callCode(callee, []), items: entries.map(([name, code]) => ({ label: `${name}=`, code })), broken: true };
}

/** `models.Security(…)`, or `acme_sdk.Security(…)` where the package offers the models itself. */
export function modelPrefix({ options }: PythonPlan): string {
  return options.modelsAtRoot ? `${options.module}.` : "models.";
}

export function written(code: Code, indent: string): string {
  return layoutCode(code, indent, undefined, "    ");
}

/** Models are dict literals with Python's field names, enums their members, dates are parsed. */
export const callWords = (plan: PythonPlan) => (uses: Set<Use>) => {
  const { envPrefix } = plan.options;
  const words: CallWords = {
    plan,
    nothing: "None",
    scalar: pythonScalar,
    key: pythonString,
    fieldKey: pythonString,
    special(type, value) {
      switch (type.kind) {
        case "instant":
          if (typeof value !== "string") return null;
          uses.add("parse_datetime");
          return `parse_datetime(${pythonString(value)})`;
        case "date":
          if (typeof value !== "string") return null;
          uses.add("date");
          return `date.fromisoformat(${pythonString(value)})`;
        case "decimal":
          uses.add("Decimal");
          return `Decimal(${pythonString(String(value))})`;
        case "file":
          return 'open("example.file", "rb")';
        default:
          return null;
      }
    },
    member(model, value) {
      const member = model.members.find((one) => one.value === value);
      if (member === undefined || plan.options.enumFormat === "union") return null;
      uses.add("models");
      return `${modelPrefix(plan)}${model.name}.${member.name}`;
    },
    // The members' own order says nothing about a value that fits several; old pages show it as the last of them.
    ambiguous: plan.options.quirks.modelValues === "bare" ? "lastNamed" : "last",
    showsDefaults: ({ undecided }) => undecided || plan.options.optionalInSnippets === "always",
    restField: () => null,
    serverOption: "server_url",
    record(model, entries) {
      uses.add("models");
      return keywordCall(`${modelPrefix(plan)}${model.name}`, entries);
    },
    variable: (name) => (envPrefix === null ? null : `${envPrefix}_${name}`.toUpperCase()),
    environment: (variable) => `os.getenv(${pythonString(variable)}, "")`,
    body: (said) => said,
    object(said, { model }) {
      const given = said.flatMap(({ argument, value }) => (value === undefined ? [] : [[argument.slot.wire, value] as const]));
      return literal(words, Object.fromEntries(given), { kind: "ref", id: model.id });
    },
  };
  return words;
};

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
