import { pascalCase } from "../../codegen/casing.js";
import type { Json } from "../../ir/json.js";
import type { Spelling } from "../../naming/spelling.js";
import { commonOptions } from "../commonOptions.js";
import type { OptionProperties } from "../optionSchema.js";
import type { CoreOptions, SdkSettings } from "../target.js";
import { type Quirks, quirksOf } from "./quirks.js";
import { typescriptRules } from "./rules.js";
import { kebabCase, typescriptSpelling } from "./spelling.js";

/** Options of a TypeScript SDK; their keys are those of older configurations, so that a migrated one reads as before. */
export const typescriptOptions = {
  ...commonOptions,
  author: { type: "string", description: "Author in package.json." },
  description: { type: "string", description: "Description in package.json. Default: the title of the document." },
  license: { type: "string", description: "Licence in package.json." },
  moduleFormat: {
    enum: ["dual", "esm", "commonjs"],
    description: "Which modules the package is built into: both kinds, or one of them.",
    default: "dual",
  },
  useIndexModules: {
    type: "boolean",
    description: "Folders of models have an `index.ts` that exports all of them; bundlers then keep more than is used.",
    default: false,
  },
  legacyFileNaming: { type: "boolean", description: "Files are named `accesstoken.ts` and not `access-token.ts`.", default: false },
  modelPropertyCasing: { enum: ["camel", "snake"], description: "How properties of models are written.", default: "camel" },
  preserveModelFieldNames: { type: "boolean", description: "Properties of models keep the names of the document.", default: false },
  flatAdditionalProperties: {
    type: "boolean",
    description: "Properties that the document does not list stand beside the others instead of in `additionalProperties`.",
    default: false,
  },
  unionStrategy: {
    enum: ["populated-fields", "left-to-right"],
    description: "Which member of a union a value is read as: the one that accounts for most of it, or the first that fits.",
    default: "populated-fields",
  },
  constFieldsAlwaysOptional: { type: "boolean", description: "Properties with one possible value may be left out.", default: false },
  alwaysIncludeInboundAndOutbound: {
    type: "boolean",
    description: "Every model can be read and written, also one that the API only sends or only takes.",
    default: false,
  },
  eventStreamClassName: { type: "string", description: "Name under which the class of event streams is exported as well." },
  additionalScripts: { type: "object", additionalProperties: { type: "string" }, description: "Further scripts in package.json." },
  additionalPackageJSON: { type: "object", additionalProperties: true, description: "Further keys of package.json." },
  wireTypes: {
    type: "boolean",
    description: "Writes `src/wire.ts`: the types of the document as they are on the wire, printed by openapi-typescript.",
    default: false,
  },
} as const satisfies OptionProperties;

/** Folders below `src`. */
export interface Folders {
  readonly models: string;
  readonly operations: string;
  readonly errors: string;
}

export interface TypeScriptOptions extends CoreOptions {
  readonly client: string;
  readonly packageName: string;
  readonly version: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly author: string | null;
  readonly baseError: string;
  readonly defaultError: string;
  readonly folders: Folders;
  readonly envPrefix: string | null;
  readonly enumFormat: "enum" | "union";
  readonly moduleFormat: "dual" | "esm" | "commonjs";
  readonly barrels: boolean;
  readonly fileNames: "lower" | "kebab";
  readonly flatRest: boolean;
  readonly firstMember: boolean;
  readonly optionalConstants: boolean;
  readonly bothDirections: boolean;
  readonly optionalRequest: boolean;
  readonly openUnions: "all" | "tagged" | "none";
  readonly multipartArrays: "legacy" | "standard";
  /** What stands around the value that a method returns: nothing, the exchange, or status and response. */
  readonly envelope: "none" | "http" | "full";
  readonly flatEvents: boolean;
  readonly eventStream: string;
  readonly optionalInSnippets: "always" | "never" | "withExample";
  readonly wireTypes: boolean;
  readonly dependencies: readonly (readonly [kind: string, packages: { readonly [name: string]: string }])[];
  readonly scripts: { readonly [name: string]: string };
  readonly packageKeys: { readonly [key: string]: Json };
  readonly validation: "lax" | "strict";
  readonly quirks: Quirks;
  readonly spelling: Spelling;
}

export function readTypeScriptOptions(settings: SdkSettings): TypeScriptOptions {
  const { options } = settings;
  const text = (key: string): string | null => (typeof options[key] === "string" && options[key] !== "" ? options[key] : null);
  const flag = (key: string, fallback: boolean): boolean => (typeof options[key] === "boolean" ? options[key] : fallback);
  const quirks = quirksOf(settings.profile, settings.pageFormat);
  const client = clientName([text("sdkClassName") ?? settings.words.join(" ")]);
  const folders = readFolders(objectAt(objectAt(options, "imports"), "paths"));
  const baseError = text("baseErrorName") ?? `${client}Error`;
  const defaultError = text("defaultErrorName") ?? "SDKError";
  const fixedErrors = [...libraryErrors, baseError, defaultError];
  const properties = flag("preserveModelFieldNames", false) ? "preserve" : text("modelPropertyCasing") === "snake" ? "snake" : "camel";
  const fileNames = flag("legacyFileNaming", false) ? "lower" : "kebab";
  const optionalConstants = flag("constFieldsAlwaysOptional", false);
  const spelling = typescriptSpelling({ properties, fixedErrors, fileNames });
  const unions = options.forwardCompatibleUnionsByDefault;
  return {
    reading: {
      freeObject: quirks.freeObject,
      wrappedRef: objectAt(options, "schemas").allOfMergeStrategy === "shallowMerge" ? "copy" : "same",
      tuples: quirks.tuples,
      stringUnions: quirks.stringUnions,
      besideRef: quirks.besideRef === "hidden" ? "ignored" : "read",
      unknownValues: flag("forwardCompatibleEnumsByDefault", true) ? "keep" : "reject",
    },
    calls: {
      client,
      style: {
        bodies: "whole",
        maxArguments: typeof options.maxMethodParams === "number" ? options.maxMethodParams : 0,
        order: text("flatteningOrder") === "body-first" ? "body-first" : "parameters-first",
        bodyName: text("requestBodyFieldName"),
        security: flag("flattenGlobalSecurity", true) ? "flattened" : "value",
        sharedErrors: flag("sharedErrorComponents", true),
      },
      spelling,
      rules: typescriptRules({ optionalConstants }),
    },
    client,
    packageName: text("packageName") ?? `${kebabCase(client)}-sdk`,
    version: text("version") ?? "0.1.0",
    description: text("description"),
    license: text("license"),
    author: text("author"),
    baseError,
    defaultError,
    folders,
    envPrefix: text("envVarPrefix"),
    enumFormat: text("enumFormat") === "enum" ? "enum" : "union",
    moduleFormat: oneOf(text("moduleFormat"), ["dual", "esm", "commonjs"]),
    barrels: flag("useIndexModules", false),
    fileNames,
    flatRest: flag("flatAdditionalProperties", false),
    firstMember: text("unionStrategy") === "left-to-right",
    optionalConstants,
    bothDirections: flag("alwaysIncludeInboundAndOutbound", false),
    optionalRequest: text("methodArguments") !== "require-security-and-request",
    openUnions: unions === false || unions === "false" ? "none" : unions === "tagged-only" ? "tagged" : "all",
    multipartArrays: text("multipartArrayFormat") === "legacy" ? "legacy" : "standard",
    envelope: text("responseFormat") === "envelope-http" ? "http" : text("responseFormat") === "envelope" ? "full" : "none",
    flatEvents: flag("sseFlatResponse", false),
    eventStream: text("eventStreamClassName") ?? "EventStream",
    optionalInSnippets: oneOf(textOf(objectAt(options, "usageSnippets").optionalPropertyRendering), ["withExample", "always", "never"]),
    wireTypes: flag("wireTypes", false),
    dependencies: Object.entries(objectAt(options, "additionalDependencies")).map(([kind, packages]) => [kind, texts(packages)] as const),
    scripts: texts(options.additionalScripts),
    packageKeys: objectAt(options, "additionalPackageJSON"),
    validation: settings.validation,
    quirks,
    spelling,
  };
}

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

/** An empty path means: together with the shared models. */
function readFolders(paths: { readonly [key: string]: Json }): Folders {
  const folder = (key: string): string | null => {
    const value = textOf(paths[key]);
    return value === null
      ? null
      : value
          .replaceAll("\\", "/")
          .split("/")
          .filter((part) => part !== "" && part !== "." && part !== "..")
          .join("/");
  };
  const models = folder("shared") || "models/components";
  return { models, operations: folder("operations") ?? "models/operations", errors: folder("errors") ?? "models/errors" };
}

function objectAt(holder: { readonly [key: string]: Json }, key: string): { readonly [key: string]: Json } {
  const found = holder[key];
  return isObject(found) ? found : {};
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function texts(value: Json | undefined): { readonly [key: string]: string } {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (typeof one === "string" ? [[key, one]] : [])))
    : {};
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** The first one unless another is asked for. */
function oneOf<T extends string>(value: string | null, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

function clientName(words: readonly string[]): string {
  const name = pascalCase(words.join(" "), new Set()).replace(/[^\p{L}\p{N}_$]/gu, "");
  return name === "" || /^\d/.test(name) ? `Client${name}` : name;
}
