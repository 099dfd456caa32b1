import { initialisms } from "../../codegen/casing.js";
import {
  clientFields,
  commonFields,
  commonReading,
  commonStyle,
  type LanguageOptions,
  languageOptions,
  maxArguments,
  readingBy,
  sections,
} from "../commonOptions.js";
import { type FieldValues, flag, readFields, schemasOf, text, textMap, texts, word } from "../option.js";
import type { SdkSettings } from "../target.js";
import { moduleName } from "./moduleName.js";
import { type Quirks, quirksOf } from "./quirks.js";
import { requirementSchema } from "./requirement.js";
import { pythonRules } from "./rules.js";
import { pythonSpelling } from "./spelling.js";

const errorsModule = word("imports.paths.errors", "Where error classes are: in a module of their own, or (empty) beside the models.", [
  "errors",
  "",
]).as((path) => (path === "" ? "models" : "errors"));

const requirements = "Versions are such as `^1.2`, `~1.2`, `>=1.2,<2`, `1.x` or `*`; extras stand behind the name, as in `acme[fast]`.";

const named = clientFields({
  initialisms,
  packageWords: (client) =>
    client
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, ""),
});

const fields = {
  ...named,
  ...commonFields,
  module: text("moduleName", "Name of the package to import. Default: the package's name with `_` for `-`.").as(
    (name, settings) => name ?? moduleName(named.packageName.read(settings)),
  ),
  description: text("description", "Description in pyproject.toml. Default: the client's name and what it is.").as(
    (words, settings) => words ?? `${named.client.read(settings)} SDK for Python`,
  ),
  authors: texts("authors", "Authors in pyproject.toml.", []),
  packageManager: word("packageManager", "Layout of pyproject.toml.", ["uv", "poetry"]),
  dependencies: textMap("additionalDependencies.main", `What the package needs. ${requirements}`, requirementSchema).as(pairs),
  devDependencies: textMap("additionalDependencies.dev", `What its development needs. ${requirements}`, requirementSchema).as(pairs),
  errorsModule,
  modelsAtRoot: word(
    "imports.paths.shared",
    "Empty, where that of `errors` is empty as well: the package itself offers every model, as `package.Model`.",
    ["models", ""],
  ).as((path, settings) => path === "" && errorsModule.read(settings) === "models"),
  enumFormat: word("enumFormat", "How an enumeration is written: as a class of members, or as a union of literals.", ["enum", "union"]),
  upperConstants: word(
    "constFieldCasing",
    "Case of the attribute of a constant field. Default: normal, except in old page formats.",
    ["upper", "normal"],
    null,
  ).as((casing, settings) => (casing ?? quirksOf(settings).constants) === "upper"),
  asyncPages: flag("asyncPagination", "Whether `next()` of an async page is awaited. Default: true, except in old page formats.", null).as(
    (awaited, settings) => awaited ?? quirksOf(settings).asyncPages,
  ),
  initHookTakesConfiguration: flag(
    "sdkHooksConfigAccess",
    "Whether the init hook gets the whole configuration. Default: true, except in old page formats.",
    null,
  ).as((whole, settings) => whole ?? quirksOf(settings).initHook === "configuration"),
  customRegions: flag(
    "enableCustomCodeRegions",
    "The modules of the client and its resources have regions, `imports` and `sdk-class-body`, that keep what you write in them.",
    false,
  ),
};

const builtins = texts("allowedRedefinedBuiltins", "Builtins that arguments may hide without a `_` behind them.", ["id", "object"]);

const eventStream = {
  sync: text("eventStreamClassNames.sync", "Name of the class for events that are read with `for`.", "EventStream"),
  async: text("eventStreamClassNames.async", "Name of the class for events that are read with `async for`.", "EventStreamAsync"),
};

const style = {
  ...commonStyle,
  bodies: flag("flattenRequests", "Fields of a body are arguments of their own.", true).as((on) => (on ? "flattened" : "whole")),
  maxArguments: maxArguments(999),
};

/** Options of a Python SDK. */
export const pythonOptions = schemasOf([fields, { builtins }, eventStream, style, commonReading], sections);

export interface PythonOptions extends LanguageOptions<Quirks>, FieldValues<typeof fields> {
  readonly eventStream: FieldValues<typeof eventStream>;
}

export function readPythonOptions(settings: SdkSettings): PythonOptions {
  const own = readFields(fields, settings);
  const allowedBuiltins = new Set(builtins.read(settings));
  const quirks = quirksOf(settings);
  const spelling = pythonSpelling({
    errorsApart: own.errorsModule === "errors",
    fixedErrors: [...libraryErrors, own.baseError, own.defaultError],
    allowedBuiltins,
  });
  // A variant that is not listed is kept as it was sent, whatever the document says of unions: reading is lax.
  const reading = readingBy({ ...readFields(commonReading, settings), unknownVariants: "keep" }, quirks);
  const { client } = own;
  return {
    ...own,
    ...languageOptions(settings, {
      client,
      style: { ...readFields(style, settings), operationSecurity: quirks.operationSecurity, errorData: quirks.errorData },
      spelling,
      rules: pythonRules({ ...own, quirks }),
      reading,
      quirks,
    }),
    eventStream: readFields(eventStream, settings),
  };
}

/** Error classes of the library. */
const libraryErrors = ["NoResponseError", "ResponseValidationError"];

function pairs(packages: { readonly [name: string]: string }): readonly (readonly [name: string, version: string])[] {
  return Object.entries(packages);
}
