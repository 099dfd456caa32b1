import { initialisms } from "../../codegen/casing.js";
import { withoutNull } from "../../codegen/types/settledTypes.js";
import type { Type } from "../../ir/types.js";
import { clientFields, languageOptions } from "../commonOptions.js";
import { always, flag, text, textMap, texts, word } from "../option.js";
import { moduleName } from "./moduleName.js";
import { quirksOf } from "./quirks.js";
import { requirementSchema } from "./requirement.js";
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

const own = {
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
  asyncPages: flag(
    "asyncPagination",
    "`next()` of an async page is awaited, and its type is that of both functions. `next_async()` is awaited anyway.",
    false,
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

/** Options of a Python SDK. */
export const { properties: pythonOptions, read: readPythonOptions } = languageOptions({
  named,
  own,
  groups: {
    eventStream: {
      sync: text("eventStreamClassNames.sync", "Name of the class for events that are read with `for`.", "EventStream"),
      async: text("eventStreamClassNames.async", "Name of the class for events that are read with `async for`.", "EventStreamAsync"),
    },
  },
  spelled: {
    allowedBuiltins: texts("allowedRedefinedBuiltins", "Builtins that arguments may hide without a `_` behind them.", ["id", "object"]),
  },
  bodies: flag("flattenRequests", "Fields of a body are arguments of their own.", true).as((on) => (on ? "flattened" : "whole")),
  maxArguments: 999,
  // A variant that is not listed is kept as it was sent, whatever the document says of unions: reading is lax.
  unknownVariants: always("keep"),
  quirksOf,
  libraryErrors: ["NoResponseError", "ResponseValidationError"],
  spelling: pythonSpelling,
  // What Python decides of its own: null is a type of nothing but None, and a scalar default stands in for a value that the document requires.
  rules: (_, { clientCredentials }, sendDefaults) => ({
    typeOf: (type) => (type.kind === "null" ? { kind: "nullable", of: { kind: "any", why: null } } : type),
    required({ presence, default: byDefault }, type, place) {
      // The address of tokens must be there, even where the document knows it.
      if (place === "credentialPart") return true;
      const value = byDefault?.value ?? null;
      return (
        presence === "required" &&
        (value === null || typeof value === "object" || type.kind === "literal" || (!sendDefaults && isMade(type)))
      );
    },
    emptyResult: "whole",
    tokenInstead: clientCredentials === "objectOrToken",
  }),
});

/** Values that are made of text: no default of theirs is written in a class, so that a caller must give one where the document does. */
function isMade(type: Type): boolean {
  const { kind } = withoutNull(type);
  return kind === "instant" || kind === "date" || kind === "decimal";
}

export type PythonOptions = ReturnType<typeof readPythonOptions>;

function pairs(packages: { readonly [name: string]: string }): readonly (readonly [name: string, version: string])[] {
  return Object.entries(packages);
}
