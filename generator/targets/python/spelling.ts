import { initialisms, memberNames, numberName, pascalCase, snakeCase, withoutLeadingDigits, wordSet } from "../../codegen/casing.js";
import type { Spelling } from "../../naming/spelling.js";
import { usualSpelling } from "../../naming/usualSpelling.js";

const keywords = wordSet(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case",
);

/** Members of the classes that all resources and the client share. */
const ownMembers = wordSet("sdk_configuration parent_ref call_operation call_operation_async do_request do_request_async dynamic_import");

/** Names that a model's own machinery or its annotations need. */
const fieldWords = wordSet(
  "serialize_model date schema validate filter format copy json dict construct from_orm parse_obj parse_raw",
  "parse_file schema_json update_forward_refs register mro model_config model_fields model_computed_fields model_extra",
  "model_fields_set model_construct model_copy model_dump model_dump_json model_json_schema model_post_init",
  "model_rebuild model_validate model_validate_json model_validate_strings model_parametrized_name",
);

/** Builtins that an argument of the same name would hide. */
const builtins = wordSet(
  "abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip",
);

const operators: { readonly [value: string]: string } = {
  "=": "EQUAL",
  "==": "EQUAL_EQUAL",
  "!=": "NOT_EQUAL",
  "!==": "NOT_EQUAL_EQUAL_",
  "<": "LESS_THAN_",
  ">": "GREATER_THAN_",
  "<=": "LESS_THAN_EQUAL_",
  ">=": "GREATER_THAN_EQUAL_",
  "*": "WILDCARD",
  "/": "ROOT_",
  "+": "PLUS",
  "-": "MINUS",
  "": "UNKNOWN",
};

/** How Python writes names: PascalCase classes with Go's initialisms, snake_case for the rest, UPPER_CASE members. */
export function pythonSpelling(options: {
  readonly errorsModule: "errors" | "models";
  /** Error classes that every SDK has. */
  readonly fixedErrors: readonly string[];
  readonly allowedBuiltins: readonly string[];
}): Spelling {
  return usualSpelling({
    type: (parts) => identifier(parts.map((part) => pascalCase(part, initialisms)).join(""), "Type"),
    resource: (parts) => identifier(parts.map((part) => pascalCase(part, initialisms)).join(""), "Resource"),
    attribute: (key) => safe(snakeCase(key), "resource"),
    method: (key) => safe(snakeCase(key), "call"),
    field: (key) => {
      const name = safe(snakeCase(key), "field");
      return fieldWords.has(name) ? `${name}_` : name;
    },
    member: memberNames({ given: (name) => upperName(snakeCase(name).toUpperCase()), number: memberNumber, text: memberText }),
    namespaceOf: (role) => (role === "error" ? options.errorsModule : "models"),
    companions: (type) => [`${type}TypedDict`],
    methodCompanions: (method) => [`${method}_async`],
    derived: {
      rest: "additional_properties",
      argument(field, { beside }) {
        const name = beside ? `${field}_param` : field;
        const visible = builtins.has(name) && !options.allowedBuiltins.includes(name) ? `${name}_` : name;
        return [visible, `${visible}_`, `${visible}__`];
      },
      module(className) {
        const name = safe(snakeCase(className), "resource");
        return [name, `${name}_sdk`];
      },
      constant(words, of) {
        switch (of) {
          case "operation":
            return [`_${words.toUpperCase()}`];
          case "failure":
            return [`_${capitals(words)}`];
          case "server":
            return [`SERVER_${snakeCase(words).toUpperCase()}`];
        }
      },
      accept: (method) => [`${identifier(pascalCase(method, initialisms), "Type")}AcceptEnum`],
      option(key, of) {
        const name = safe(snakeCase(key), of);
        return of === "variable" ? [/^\d/.test(key) ? `server_${key}` : name, `server_${name}`] : [name, `${of}_${name}`];
      },
      // The second failure of a kind is number two.
      numbered: (name, kind, n) =>
        kind === "argument" ? `${name}${"_".repeat(n)}` : kind === "private" || kind === "module" ? `${name}_${n + 1}` : `${name}_${n}`,
    },
    reserved: {
      type: wordSet(
        "Any List Dict Optional Union Literal BaseModel Nullable OptionalNullable Unset UNSET Enum TypedDict",
        "NotRequired Annotated Decimal None True False",
      ),
      error: new Set(options.fixedErrors),
      method: ownMembers,
      attribute: ownMembers,
      argument: callOptions,
      option: wordSet("self server server_idx server_url url_params client async_client retry_config timeout_ms debug_logger security"),
      module: ownModules,
    },
  });
}

/** Keywords that every method has for its own options. */
const callOptions = wordSet("retries server_url timeout_ms http_headers accept_header_override security");

/** Modules that every package has. */
const ownModules = wordSet("models errors types utils sdk basesdk httpclient sdkconfiguration");

/** "HTTPValidationError" → HTTP_VALIDATION_ERROR */
function capitals(className: string): string {
  return className
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toUpperCase();
}

/** Python accepts letters of all scripts in names; what is left of others is spelled. */
function identifier(name: string, fallback: string): string {
  const spelled = /^\d/.test(name) ? pascalCase(withoutLeadingDigits(name), initialisms) : name;
  return spelled === "" ? fallback : keywords.has(spelled) ? `${spelled}_` : spelled;
}

function safe(name: string, fallback: string): string {
  const spelled = /^\d/.test(name) ? snakeCase(withoutLeadingDigits(name)) : name;
  const filled = spelled === "" || spelled === "_" ? fallback : spelled;
  return keywords.has(filled) || filled === "self" ? `${filled}_` : filled;
}

/** 21 → TWENTY_ONE, -1.5 → MINUS_1_DOT_5 */
function memberNumber(value: number): string {
  return value < 0 ? `MINUS_${String(-value).replaceAll(".", "_DOT_")}` : positive(value);
}

/** "-created_at" → MINUS_CREATED_AT, "0.10.0" → ZERO_DOT_10_DOT_0 */
function memberText(raw: string): string {
  const operator = Object.hasOwn(operators, raw) ? operators[raw] : undefined;
  if (operator !== undefined) return operator;
  if (/^\d+$/.test(raw) && raw.length < 10) return positive(Number(raw));
  const signed = raw.startsWith("-")
    ? `minus_${raw.slice(1)}`
    : raw.startsWith("/")
      ? `root_${raw.slice(1)}`
      : raw.startsWith("+")
        ? `plus_${raw.slice(1)}`
        : raw;
  const dotted = /^[\dv.]+$/.test(signed) ? signed.replaceAll(".", "_DOT_") : signed;
  const digits = /^\d{1,9}/.exec(dotted)?.[0];
  if (digits === undefined) return upperName(snakeCase(dotted).toUpperCase());
  return upperName(
    positive(Number(digits)) +
      snakeCase(`_${dotted.slice(digits.length)}`)
        .toUpperCase()
        .replace(/^(?=DOT_)/, "_"),
  );
}

/** Letters of Python names in capitals are no keyword; what is left empty or starts with a digit gets a word or a `_`. */
function upperName(name: string): string {
  const known = name === "" || name === "_" ? "VALUE" : name;
  return /^\d/.test(known) ? `_${known}` : known;
}

function positive(value: number): string {
  return numberName(value, (words) => words.toUpperCase().replaceAll(" ", "_"), "NUMBER_");
}
