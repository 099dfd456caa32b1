import type { Json } from "../../../ir/json.js";
import type { PyModel, PyObject, PythonPlan } from "../plan.js";
import type { PyType } from "../pyType.js";
import { pythonScalar } from "./cells.js";

/** What a literal needs to be read: imports, and where its lines stand. */
export interface SnippetImports {
  readonly datetime: Set<string>;
  readonly utils: Set<string>;
  models: boolean;
}

export interface LiteralScope {
  readonly plan: PythonPlan;
  readonly imports: SnippetImports;
  /** Inside a union without tag nothing is known of a member's defaults. */
  readonly undecided: boolean;
}

/**
 * A JSON value as Python writes it for a type: models are dict literals with Python's field names, enums their members, dates are parsed.
 *
 *     {
 *         "comment": "text",
 *         "kind": models.Kind.FULL,
 *     }
 */
export function literal(scope: LiteralScope, value: Json, type: PyType, indent: string): string {
  switch (type.kind) {
    case "nullable":
      return value === null ? "None" : literal(scope, value, type.of, indent);
    case "datetime":
      if (typeof value !== "string") return plain(value, indent);
      scope.imports.utils.add("parse_datetime");
      return `parse_datetime(${pythonString(value)})`;
    case "date":
      if (typeof value !== "string") return plain(value, indent);
      scope.imports.datetime.add("date");
      return `date.fromisoformat(${pythonString(value)})`;
    case "file":
      return 'open("example.file", "rb")';
    case "list":
      return Array.isArray(value)
        ? lines(
            "[",
            value.map((item) => literal(scope, item, type.items, `${indent}    `)),
            "]",
            indent,
          )
        : plain(value, indent);
    case "dict":
      return isRecord(value)
        ? lines(
            "{",
            Object.entries(value).map(([key, item]) => `${pythonString(key)}: ${literal(scope, item, type.values, `${indent}    `)}`),
            "}",
            indent,
          )
        : plain(value, indent);
    case "model": {
      const model = scope.plan.modelOf.get(type.id);
      return model === undefined ? plain(value, indent) : modelLiteral(scope, value, model, indent);
    }
    default:
      return plain(value, indent);
  }
}

function modelLiteral(scope: LiteralScope, value: Json, model: PyModel, indent: string): string {
  switch (model.kind) {
    case "enum": {
      const member = model.members.find((one) => one.value === value);
      if (member === undefined || scope.plan.options.enumFormat === "union") return plain(value, indent);
      scope.imports.models = true;
      return `${modelPrefix(scope.plan)}${model.name}.${member.name}`;
    }
    case "object":
      return isRecord(value) ? objectLiteral(scope, value, model, indent) : plain(value, indent);
    case "alias":
      return literal(scope, value, model.of, indent);
    case "union": {
      const chosen = chooseMember(scope.plan, value, model);
      const undecided = scope.undecided || model.type.choice.kind === "untagged";
      return chosen === null ? plain(value, indent) : literal({ ...scope, undecided }, value, chosen, indent);
    }
  }
}

/** `models.X`, or `acme_sdk.X` where the package offers the models itself. */
export function modelPrefix(plan: PythonPlan): string {
  return plan.options.modelsAtRoot ? `${plan.options.module}.` : "models.";
}

/** An optional field that only repeats the default is left out, unless all optional fields are shown. */
function objectLiteral(scope: LiteralScope, value: { readonly [key: string]: Json }, model: PyObject, indent: string): string {
  const { optionalInSnippets } = scope.plan.options;
  const parts: string[] = [];
  const known = new Set<string>();
  for (const field of model.fields) {
    known.add(field.slot.wire);
    if (!Object.hasOwn(value, field.slot.wire)) continue;
    const item = value[field.slot.wire] ?? null;
    const repeats = field.default !== null && JSON.stringify(field.default.value) === JSON.stringify(item);
    const isConstant = field.type.kind === "literal";
    if (repeats && !field.required && !isConstant && !scope.undecided && optionalInSnippets !== "always") continue;
    parts.push(`${pythonString(field.name)}: ${literal(scope, item, field.type, `${indent}    `)}`);
  }
  if (model.rest !== null) {
    for (const [key, item] of Object.entries(value))
      if (!known.has(key)) parts.push(`${pythonString(key)}: ${literal(scope, item, model.rest, `${indent}    `)}`);
  }
  return lines("{", parts, "}", indent);
}

/** The member that a value is meant for: by its tag, else the first one whose required fields it has. */
function chooseMember(plan: PythonPlan, value: Json, model: Extract<PyModel, { kind: "union" }>): PyType | null {
  const { choice } = model.type;
  if (choice.kind === "tagged" && isRecord(value)) {
    const tag = choice.tags.find((one) => one.value === value[choice.wire]);
    const member = tag === undefined ? undefined : model.members[tag.member];
    if (member !== undefined) return member;
  }
  // The members' own order says nothing about a value that fits several; old pages show it as the last of them.
  return model.members.findLast((member) => accepts(plan, member, value)) ?? null;
}

function accepts(plan: PythonPlan, type: PyType, value: Json): boolean {
  switch (type.kind) {
    case "nullable":
      return value === null || accepts(plan, type.of, value);
    case "list":
      return Array.isArray(value) && value.every((item) => accepts(plan, type.items, item));
    case "dict":
      return isRecord(value);
    case "scalar":
      return type.name === "bool"
        ? typeof value === "boolean"
        : type.name === "int" || type.name === "float"
          ? typeof value === "number"
          : typeof value === "string";
    case "decimal":
      return typeof value === (type.wire === "number" ? "number" : "string");
    case "literal":
      return value === type.value;
    case "datetime":
    case "date":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);
    case "model": {
      const model = plan.modelOf.get(type.id);
      if (model === undefined) return false;
      if (model.kind === "enum") return model.members.some((member) => member.value === value);
      if (model.kind === "alias") return accepts(plan, model.of, value);
      if (model.kind === "union") return model.members.some((member) => accepts(plan, member, value));
      if (!isRecord(value)) return false;
      const names = new Set(model.fields.map(({ slot }) => slot.wire));
      return (
        model.fields.every((field) => field.slot.presence === "optional" || Object.hasOwn(value, field.slot.wire)) &&
        (model.rest !== null || Object.keys(value).every((key) => names.has(key)))
      );
    }
    default:
      return true;
  }
}

/** Without a type: JSON in Python's words. */
function plain(value: Json, indent: string): string {
  if (value === null) return "None";
  if (Array.isArray(value))
    return lines(
      "[",
      value.map((item) => plain(item, `${indent}    `)),
      "]",
      indent,
    );
  if (isRecord(value))
    return lines(
      "{",
      Object.entries(value).map(([key, item]) => `${pythonString(key)}: ${plain(item, `${indent}    `)}`),
      "}",
      indent,
    );
  return typeof value === "string" ? pythonString(value) : pythonScalar(value as number | boolean);
}

function lines(open: string, parts: readonly string[], close: string, indent: string): string {
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.map((part) => `${indent}    ${part},\n`).join("")}${indent}${close}`;
}

/** A Python string literal: JSON's escapes are Python's; a lone surrogate or a control character stays escaped. */
export function pythonString(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
