import { initialisms, numberWords, pascalCase, snakeCase, withoutLeadingDigits } from "../../codegen/casing.js";
import type { DerivedSpelling, Spelling } from "../../naming/spelling.js";

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case".split(
    " ",
  ),
);

/** Members of the classes that all resources and the client share. */
const ownMembers = new Set([
  "sdk_configuration",
  "parent_ref",
  "call_operation",
  "call_operation_async",
  "do_request",
  "do_request_async",
  "dynamic_import",
]);

/** Names that a model's own machinery or its annotations need. */
const fieldWords = new Set([
  "serialize_model",
  "date",
  "schema",
  "validate",
  "filter",
  "format",
  "copy",
  "json",
  "dict",
  "construct",
  "from_orm",
  "parse_obj",
  "parse_raw",
  "parse_file",
  "schema_json",
  "update_forward_refs",
  "register",
  "mro",
  "model_config",
  "model_fields",
  "model_dump",
  "model_validate",
]);

/** Builtins that an argument of the same name would hide. */
const builtins = new Set(
  "abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip".split(
    " ",
  ),
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
  readonly errorsApart: boolean;
  /** Error classes that every SDK has. */
  readonly fixedErrors: readonly string[];
  readonly allowedBuiltins: ReadonlySet<string>;
}): Spelling {
  return {
    type: (parts) => identifier(parts.map((part) => pascalCase(part, initialisms)).join(""), "Type"),
    resource: (parts) => identifier(parts.map((part) => pascalCase(part, initialisms)).join(""), "Resource"),
    attribute: (key) => safe(snakeCase(key), "resource"),
    method: (key) => safe(snakeCase(key), "call"),
    field: (key) => {
      const name = safe(snakeCase(key), "field");
      return fieldWords.has(name) || (name.startsWith("model_") && pydanticNames.has(name)) ? `${name}_` : name;
    },
    member: (value, override) => memberName(value, override),
    namespaceOf: (role) => (role === "error" && options.errorsApart ? "errors" : "models"),
    resourcesShareTypes: true,
    companions: (type) => [`${type}TypedDict`],
    methodCompanions: (method) => [`${method}_async`],
    derived: derivedSpelling(options.allowedBuiltins),
    reserved: {
      type: new Set([
        "Any",
        "List",
        "Dict",
        "Optional",
        "Union",
        "Literal",
        "BaseModel",
        "Nullable",
        "OptionalNullable",
        "Unset",
        "UNSET",
        "Enum",
        "TypedDict",
        "NotRequired",
        "Annotated",
        "Decimal",
        "None",
        "True",
        "False",
      ]),
      error: new Set(options.fixedErrors),
      method: ownMembers,
      attribute: ownMembers,
      argument: callOptions,
      option: clientOptions,
      module: ownModules,
    },
  };
}

/** Keywords that every method has for its own options. */
const callOptions = new Set(["retries", "server_url", "timeout_ms", "http_headers", "accept_header_override", "security"]);

/** Keywords that every client has. */
const clientOptions = new Set(
  "self server server_idx server_url url_params client async_client retry_config timeout_ms debug_logger security".split(" "),
);

/** Modules that every package has. */
const ownModules = new Set(["models", "errors", "types", "utils", "sdk", "basesdk", "httpclient", "sdkconfiguration"]);

function derivedSpelling(allowedBuiltins: ReadonlySet<string>): DerivedSpelling {
  return {
    rest: "additional_properties",
    argument(field, { beside }) {
      const name = beside ? `${field}_param` : field;
      const visible = builtins.has(name) && !allowedBuiltins.has(name) ? `${name}_` : name;
      return [visible, `${visible}_`, `${visible}__`];
    },
    data: (error) => [`${error}Data`],
    function: () => null,
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
  };
}

/** "HTTPValidationError" → HTTP_VALIDATION_ERROR */
function capitals(className: string): string {
  return className
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toUpperCase();
}

const pydanticNames = new Set([
  "model_config",
  "model_fields",
  "model_computed_fields",
  "model_extra",
  "model_fields_set",
  "model_construct",
  "model_copy",
  "model_dump",
  "model_dump_json",
  "model_json_schema",
  "model_post_init",
  "model_rebuild",
  "model_validate",
  "model_validate_json",
  "model_validate_strings",
  "model_parametrized_name",
]);

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

/** "-created_at" → MINUS_CREATED_AT, 21 → TWENTY_ONE, "0.10.0" → ZERO_DOT_10_DOT_0 */
function memberName(value: string | number | boolean, override: string | null): string {
  if (override !== null) return upperName(snakeCase(override).toUpperCase());
  if (typeof value === "number") return value < 0 ? `MINUS_${String(-value).replaceAll(".", "_DOT_")}` : numberName(value);
  const raw = String(value);
  const operator = Object.hasOwn(operators, raw) ? operators[raw] : undefined;
  if (operator !== undefined) return operator;
  if (/^\d+$/.test(raw) && raw.length < 10) return numberName(Number(raw));
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
    numberName(Number(digits)) +
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

function numberName(value: number): string {
  return Number.isInteger(value) && value < 1e9
    ? numberWords(value).toUpperCase().replaceAll(" ", "_")
    : `NUMBER_${String(value).replace(/[^0-9a-z]/gi, "_")}`;
}
