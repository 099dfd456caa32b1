import { clientFields, keepOrReject, languageOptions } from "../commonOptions.js";
import { always, anyObject, flag, folder, text, textMap, word } from "../option.js";
import { quirksOf } from "./quirks.js";
import { kebabCase, typescriptSpelling } from "./spelling.js";

const own = {
  description: text("description", "Description in package.json. Default: the title of the document."),
  author: text("author", "Author in package.json."),
  enumFormat: word("enumFormat", "How an enumeration is written: as a union of literals, or as an object of members.", ["union", "enum"]),
  moduleFormat: word("moduleFormat", "Which modules the package is built into: both kinds, or one of them.", ["dual", "esm", "commonjs"]),
  barrels: flag(
    "useIndexModules",
    "Folders of models have an `index.ts` that exports all of them; bundlers then keep more than is used.",
    false,
  ),
  fileNames: flag("legacyFileNaming", "Files are named `accesstoken.ts` and not `access-token.ts`.", false).as((on) =>
    on ? "lower" : "kebab",
  ),
  flatRest: flag(
    "flatAdditionalProperties",
    "Properties that the document does not list stand beside the others instead of in `additionalProperties`.",
    false,
  ),
  firstMember: word(
    "unionStrategy",
    "Which member of a union a value is read as: the one that accounts for most of it, or the first that fits.",
    ["populated-fields", "left-to-right"],
  ).as((strategy) => strategy === "left-to-right"),
  optionalConstants: flag("constFieldsAlwaysOptional", "Properties with one possible value may be left out.", false),
  bothDirections: flag(
    "alwaysIncludeInboundAndOutbound",
    "Every model can be read and written, also one that the API only sends or only takes.",
    false,
  ),
  envelope: word("responseFormat", "What a method returns: the value itself, or the value with the response around it.", [
    "flat",
    "envelope",
    "envelope-http",
  ]).as((format) => envelopes[format]),
  eventStream: text("eventStreamClassName", "Name under which the class of event streams is exported as well.", "EventStream"),
  wireTypes: flag(
    "wireTypes",
    "Writes `src/wire.ts`: the types of the document as they are on the wire, printed by openapi-typescript.",
    false,
  ),
  scripts: textMap("additionalScripts", "Further scripts in package.json."),
  packageKeys: anyObject("additionalPackageJSON", "Further keys of package.json."),
};

/** What stands around the value that a method returns: nothing, the exchange, or status and response. */
const envelopes = { flat: "none", envelope: "full", "envelope-http": "http" } as const;

/** Folders below `src`. */
const folders = {
  models: folder("imports.paths.shared", "Folder of models of components.", "models/components").as((path) => path || "models/components"),
  operations: folder("imports.paths.operations", "Folder of request and response models; empty: `src` itself.", "models/operations"),
  errors: folder("imports.paths.errors", "Folder of errors; empty: `src` itself.", "models/errors"),
};

/** Kinds of dependencies, under their own names in package.json. */
const dependencies = {
  dependencies: textMap("additionalDependencies.dependencies", "What the package needs."),
  devDependencies: textMap("additionalDependencies.devDependencies", "What its development needs."),
  peerDependencies: textMap("additionalDependencies.peerDependencies", "What its users must have."),
  optionalDependencies: textMap("additionalDependencies.optionalDependencies", "What it can do without."),
};

/** Errors of the library, by the names that callers catch. */
export const libraryErrors: readonly string[] = [
  "SDKValidationError",
  "ResponseValidationError",
  "HTTPClientError",
  "ConnectionError",
  "InvalidRequestError",
  "RequestAbortedError",
  "RequestTimeoutError",
  "UnexpectedClientError",
];

/** Options of a TypeScript SDK. */
export const { properties: typescriptOptions, read: readTypeScriptOptions } = languageOptions({
  named: clientFields({ initialisms: new Set(), packageWords: kebabCase }),
  own,
  groups: { folders, dependencies },
  spelled: {
    casing: word("modelPropertyCasing", "How properties of models are written.", ["camel", "snake"]),
    preserved: flag("preserveModelFieldNames", "Properties of models keep the names of the document.", false),
  },
  bodies: always("whole"),
  maxArguments: 0,
  unknownVariants: word(
    "forwardCompatibleUnionsByDefault",
    "A response may hold variants of a tagged union that the document does not list.",
    [true, false, "true", "false", "tagged-only"],
  ).as((written) => keepOrReject(written !== false && written !== "false")),
  quirksOf,
  libraryErrors,
  spelling: ({ casing, preserved, ...others }) => typescriptSpelling({ properties: preserved ? "preserve" : casing, ...others }),
  // What TypeScript decides of its own: any default stands in for a value that the document requires, and so may a constant.
  rules: ({ optionalConstants }) => ({
    typeOf: (type) => type,
    required: ({ presence, default: byDefault }, type) =>
      presence === "required" && byDefault === null && !(type.kind === "literal" && optionalConstants),
    emptyResult: "field",
    tokenInstead: true,
  }),
});

export type TypeScriptOptions = ReturnType<typeof readTypeScriptOptions>;
