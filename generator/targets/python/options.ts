import { initialisms, pascalCase } from "../../codegen/casing.js";
import type { Json } from "../../ir/json.js";
import type { Spelling } from "../../naming/spelling.js";
import { commonOptions } from "../commonOptions.js";
import type { OptionProperties } from "../optionSchema.js";
import type { CoreOptions, SdkSettings } from "../target.js";
import { type Quirks, quirksOf } from "./quirks.js";
import { pythonRules } from "./rules.js";
import { pythonSpelling } from "./spelling.js";

/** Options of a Python SDK; their keys are those of older configurations, so that a migrated one reads as before. */
export const pythonOptions = {
  ...commonOptions,
  moduleName: { type: "string", description: "Name of the package to import. Default: the package's name with `_` for `-`." },
  flattenRequests: { type: "boolean", description: "Fields of a body are arguments of their own.", default: true },
  allowedRedefinedBuiltins: {
    type: "array",
    items: { type: "string" },
    description: "Builtins that arguments may hide without a `_` behind them.",
  },
  asyncMode: { enum: ["both", "split"], description: "Whether one class holds the methods of both kinds.", default: "both" },
  authors: { type: "array", items: { type: "string" }, description: "Authors in pyproject.toml." },
  description: { type: "string", description: "Description in pyproject.toml." },
  license: { type: "string", description: "Licence in pyproject.toml." },
  packageManager: { enum: ["poetry", "uv"], description: "Layout of pyproject.toml.", default: "uv" },
  eventStreamClassNames: {
    type: "object",
    additionalProperties: false,
    properties: { sync: { type: "string" }, async: { type: "string" } },
    description: "Names of the classes that iterate over events.",
  },
  enableCustomCodeRegions: { type: "boolean", description: "Keep code between region markers.", default: false },
  sdkHooksConfigAccess: { type: "boolean", description: "Whether the init hook gets the whole configuration." },
  asyncPagination: { type: "boolean", description: "Whether `next()` of an async page is awaited." },
  constFieldCasing: { enum: ["upper", "normal"], description: "Case of the attribute of a constant field.", default: "upper" },
} as const satisfies OptionProperties;

export interface PythonOptions extends CoreOptions {
  readonly client: string;
  readonly packageName: string;
  readonly module: string;
  readonly version: string;
  readonly description: string;
  readonly authors: readonly string[];
  readonly license: string;
  readonly packageManager: "poetry" | "uv";
  readonly baseError: string;
  readonly defaultError: string;
  /** Where error classes are: beside the models or in a module of their own. */
  readonly errorsModule: "models" | "errors";
  /** Whether the package itself offers every model, as `package.Model`. */
  readonly modelsAtRoot: boolean;
  readonly envPrefix: string | null;
  readonly enumFormat: "enum" | "union";
  readonly optionalInSnippets: "always" | "never" | "withExample";
  readonly asyncPages: boolean;
  readonly initHookTakesConfiguration: boolean;
  readonly upperConstants: boolean;
  readonly multipartArrays: "legacy" | "standard";
  readonly flatEvents: boolean;
  readonly customRegions: boolean;
  readonly eventStream: { readonly sync: string; readonly async: string };
  readonly dependencies: readonly (readonly [string, string])[];
  readonly devDependencies: readonly (readonly [string, string])[];
  readonly validation: "lax" | "strict";
  readonly quirks: Quirks;
  readonly spelling: Spelling;
}

export function readPythonOptions(settings: SdkSettings): PythonOptions {
  const read = reader(settings.options);
  const quirks = quirksOf(settings.profile, settings.pageFormat);
  const client = read.text("sdkClassName") ?? clientName(settings.words);
  const packageName = read.text("packageName") ?? `${kebab(client)}-sdk`;
  const paths = read.object(read.object(settings.options, "imports"), "paths");
  const errorsModule = paths.errors === "" ? "models" : "errors";
  const builtins = read.texts("allowedRedefinedBuiltins");
  const allowedBuiltins = new Set(builtins.length > 0 ? builtins : ["id", "object"]);
  const spelling = pythonSpelling({ errorsApart: errorsModule === "errors", allowedBuiltins });
  const events = read.object(settings.options, "eventStreamClassNames");
  const dependencies = read.object(settings.options, "additionalDependencies");
  const flatten = read.flag("flattenRequests", true);
  return {
    reading: {
      freeObject: quirks.freeObject,
      wrappedRef: read.object(settings.options, "schemas").allOfMergeStrategy === "shallowMerge" ? "copy" : "same",
      tuples: quirks.tuples,
      stringUnions: quirks.stringUnions,
      besideRef: quirks.besideRef === "hidden" ? "ignored" : "read",
      unknownValues: read.flag("forwardCompatibleEnumsByDefault", true) ? "keep" : "reject",
    },
    calls: {
      client,
      style: {
        bodies: flatten ? "flattened" : "whole",
        maxArguments: read.number("maxMethodParams") ?? 999,
        order: read.text("flatteningOrder") === "body-first" ? "body-first" : "parameters-first",
        bodyName: read.text("requestBodyFieldName") || null,
        security: read.flag("flattenGlobalSecurity", true) ? "flattened" : "value",
        sharedErrors: read.flag("sharedErrorComponents", true),
      },
      spelling,
      rules: pythonRules,
    },
    client,
    packageName,
    module: read.text("moduleName") || moduleName(packageName),
    version: read.text("version") ?? "0.1.0",
    description: read.text("description") ?? `${client} SDK for Python`,
    authors: read.texts("authors"),
    license: read.text("license") ?? "",
    packageManager: read.text("packageManager") === "poetry" ? "poetry" : "uv",
    baseError: read.text("baseErrorName") || `${client}Error`,
    defaultError: read.text("defaultErrorName") || "SDKError",
    errorsModule,
    modelsAtRoot: paths.shared === "" && paths.errors === "",
    envPrefix: read.text("envVarPrefix") || null,
    enumFormat: read.text("enumFormat") === "union" ? "union" : "enum",
    optionalInSnippets: optionalRendering(read.object(settings.options, "usageSnippets").optionalPropertyRendering),
    asyncPages: read.flag("asyncPagination", quirks.asyncPages),
    initHookTakesConfiguration: read.flag("sdkHooksConfigAccess", quirks.initHook === "configuration"),
    upperConstants: read.text("constFieldCasing") !== "normal",
    multipartArrays: read.text("multipartArrayFormat") === "legacy" ? "legacy" : "standard",
    flatEvents: read.flag("sseFlatResponse", false),
    customRegions: read.flag("enableCustomCodeRegions", false),
    eventStream: { sync: textOf(events.sync) ?? "EventStream", async: textOf(events.async) ?? "EventStreamAsync" },
    dependencies: pairs(dependencies.main),
    devDependencies: pairs(dependencies.dev),
    validation: settings.validation,
    quirks,
    spelling,
  };
}

function reader(options: { readonly [key: string]: Json }) {
  return {
    text: (key: string): string | null => textOf(options[key]),
    texts: (key: string): readonly string[] => (Array.isArray(options[key]) ? options[key].filter((item) => typeof item === "string") : []),
    number: (key: string): number | null => (typeof options[key] === "number" ? options[key] : null),
    flag: (key: string, fallback: boolean): boolean => (typeof options[key] === "boolean" ? options[key] : fallback),
    object: (holder: { readonly [key: string]: Json }, key: string): { readonly [key: string]: Json } => {
      const found = holder[key];
      return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as { readonly [key: string]: Json }) : {};
    },
  };
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function pairs(value: Json | undefined): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, version]) => (typeof version === "string" ? [[name, version] as const] : []));
}

function optionalRendering(value: Json | undefined): PythonOptions["optionalInSnippets"] {
  return value === "always" || value === "never" ? value : "withExample";
}

function clientName(words: readonly string[]): string {
  const name = pascalCase(words.join(" "), initialisms);
  return name === "" || /^\d/.test(name) ? `Client${name}` : name;
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Modules of the standard library and of the SDK's own dependencies: a package of such a name would hide them. */
const takenModules = new Set(
  "abc ast asyncio base64 calendar code collections contextlib copy csv dataclasses datetime decimal email enum functools html http httpx httpcore io itertools json keyword logging math operator os pathlib platform pydantic queue random re select shelve signal site socket sqlite3 ssl statistics string sys test time token trace types typing typing_extensions unittest uuid xml".split(
    " ",
  ),
);

function moduleName(packageName: string): string {
  const name = packageName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const safe = name === "" ? "client_sdk" : /^\d/.test(name) ? `_${name}` : name;
  return takenModules.has(safe) ? `${safe}_sdk` : safe;
}
