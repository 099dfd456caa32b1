import { snakeCase } from "../../../../codegen/casing.js";
import { descriptorOf, failureRules, type Plain, type Said, type SaidEntry } from "../../../../codegen/descriptor.js";
import { arrayCode, type Code, callCode, type Group, layoutCode, objectCode } from "../../../../codegen/layout.js";
import type { Method, ObjectModel } from "../../../../codegen/plan/plan.js";
import { oncePer } from "../../../../codegen/types/typeWords.js";
import { namespaceOf } from "../../plan.js";
import { pythonString } from "../../text.js";
import { type TypeScope, typeText } from "../../typeText.js";
import { xmlCode } from "../../xmlCode.js";
import { codecNotes } from "../models/codecs.js";
import { resultText } from "./resultText.js";

/**
 * The descriptor that the sync and the async method share.
 *
 *     _LIST: Operation[Optional[models.TokensListResponse]] = Operation(
 *         "tokens:list",
 *         "GET",
 *         "/v1/tokens/",
 *         request=lambda: models.TokensListRequest,
 *         responses=[Rule("200", lambda: models.TokenList)],
 *     )
 */
export function operationDescriptor(scope: TypeScope, method: Method): string {
  const operation = scope.imports.from("._runtime.operation", "Operation");
  const said = descriptorOf(method, scope.plan);
  const code = { ...call(operation, said, (one) => spelled(scope, one, method)), broken: true };
  return `${method.constant}: ${operation}[${resultText(scope, method, "item")}] = ${written(code)}`;
}

/** `_HTTP_VALIDATION_ERROR = Rule("422", lambda: models.HTTPValidationErrorData, error=lambda: models.HTTPValidationError)`: failures that operations share. */
export function failureTexts(scope: TypeScope, methods: readonly Method[]): readonly string[] {
  const texts = new Map<string, string>();
  for (const { constant, entries } of methods.flatMap(({ failures }) => failures.flatMap(failureRules)))
    texts.set(constant, `${constant} = ${written(record(scope, "rule", entries))}`);
  return [...texts.values()];
}

function written(code: Code): string {
  return layoutCode(code, "", { width: 140, before: 0 }, "    ");
}

/** `{"client_oauth": ["read"]}` */
export function plainCode(said: Plain): Code {
  switch (said.kind) {
    case "text":
      return pythonString(said.text);
    case "number":
      return String(said.value);
    case "flag":
      return said.value ? "True" : "False";
    case "list":
      return arrayCode(said.items.map(plainCode));
    case "table":
      return { ...objectCode(said.entries.map(([name, one]) => [pythonString(name), plainCode(one)] as const)), spaced: false };
  }
}

/** Keys that every reader knows by their place. */
const positional = new Set(["id", "method", "path", "status", "type", "kind"]);

function call(name: string, entries: readonly SaidEntry[], spell: (said: Said) => Code | null): Group {
  const items = entries.flatMap(([key, said]) => {
    const code = spell(said);
    return code === null ? [] : [{ label: positional.has(key) ? "" : `${snakeCase(key)}=`, code }];
  });
  return { ...callCode(name, []), items };
}

const classes = { body: "Body", rule: "Rule", pages: "Pagination", retry: "Retry" } as const;

function record(scope: TypeScope, of: keyof typeof classes, entries: readonly SaidEntry[]): Group {
  return call(scope.imports.from("._runtime.operation", classes[of]), entries, (one) => spelled(scope, one, null));
}

/** Null for what Python says elsewhere: the fields of a model carry what becomes of each. */
function spelled(scope: TypeScope, said: Said, method: Method | null): Code | null {
  switch (said.kind) {
    case "rules":
      return arrayCode(said.rules.map((one) => spelled(scope, one, method) ?? "None"));
    case "record":
      return said.entries.length === 0 && said.of === "body" ? null : record(scope, said.of, said.entries);
    case "type":
      return `lambda: ${typeText(wireScope(scope), said.type, "value")}`;
    case "bytes":
      return "lambda: bytes";
    case "writer":
      return pythonString(said.writer);
    case "reader":
      return pythonString(said.reader);
    case "parts":
      return null;
    case "xml":
      return xmlCode(said.xml, (name) => scope.imports.from("._runtime.xml", name));
    case "failure":
      return said.constant;
    case "errorClass":
      return `lambda: ${errorClass(scope, said.model)}`;
    case "wrap":
      return method?.result.kind === "wrapper" ? `lambda: ${scope.model(method.result.model, false)}` : null;
    case "credentials":
      return `lambda: ${scope.model(said.security.model, false)}`;
    case "text":
    case "number":
    case "flag":
    case "list":
    case "table":
      return plainCode(said);
  }
}

/** Types with what becomes of their values on the wire: a body alone has no field that says it. */
const wireScope = oncePer((scope: TypeScope): TypeScope => ({ ...scope, codec: (type) => codecNotes(scope.imports, type, ".utils") }));

function errorClass({ imports, plan }: TypeScope, model: ObjectModel): string {
  return `${imports.from(".", namespaceOf(plan, model))}.${model.name}`;
}
