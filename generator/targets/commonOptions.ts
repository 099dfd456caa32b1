import { pascalCase } from "../codegen/casing.js";
import type { PlanRules } from "../codegen/plan/planning.js";
import type { CallStyle } from "../codegen/surface/callStyle.js";
import type { Reading } from "../ir/reading.js";
import type { Spelling } from "../naming/spelling.js";
import { type Quirks, readingQuirks, rowsOf, styleQuirks } from "./commonQuirks.js";
import { type Fields, type FieldValues, flag, integer, type Option, readFields, schemasOf, text, word } from "./option.js";
import type { CoreOptions, SdkSettings } from "./target.js";

/** Options that mean the same in every language. Their keys are those of older configurations, so that a migrated one reads as before. */

interface Language {
  /** Words that are written in capitals in the name of a client that nobody named. */
  readonly initialisms: ReadonlySet<string>;
  /** The client's name as the name of a package. */
  packageWords(client: string): string;
}

/** Names that follow from the client's, as a language makes names of words. */
export function clientFields({ initialisms, packageWords }: Language) {
  const client = text("sdkClassName", 'Name of the client class. Default: the document\'s title without "API" and version numbers.').as(
    (name, { words }) => {
      const raw = name === null ? pascalCase(words.join(" "), initialisms) : pascalCase(name, new Set());
      const safe = raw.replace(/[^\p{L}\p{N}_$]/gu, "");
      return safe === "" || /^\d/.test(safe) ? `Client${safe}` : safe;
    },
  );
  return {
    client,
    packageName: text("packageName", "Name of the published package. Default: the client's name in kebab-case with `-sdk` behind it.").as(
      (name, settings) => name ?? `${packageWords(client.read(settings))}-sdk`,
    ),
    baseError: text(
      "baseErrorName",
      "Class that all errors of the SDK inherit from. Default: the client's name with `Error` behind it.",
    ).as((name, settings) => name ?? `${client.read(settings)}Error`),
  };
}

const commonFields = {
  version: text("version", "Version of the published package.", "0.1.0"),
  license: text("license", "Licence of the published package."),
  envPrefix: text(
    "envVarPrefix",
    "Prefix of the environment variables that stand in for credentials and globals. Without it none is read.",
  ),
  defaultError: text("defaultErrorName", "Class of an error status that the document does not describe.", "SDKError"),
  optionalRequest: word("methodArguments", "Whether the request may be left out when nothing in it is required.", [
    "infer-optional-args",
    "require-security-and-request",
  ]).as((written) => written === "infer-optional-args"),
  multipartArrays: word("multipartArrayFormat", "Name of the parts of an array in a multipart form: `name` or `name[]`.", [
    "standard",
    "legacy",
  ]),
  sendDefaults: flag(
    "alwaysSendDefaults",
    "What the caller leaves out is sent with the document's default. Default: false, except in old page formats; what the document requires is sent in any case.",
    null,
  ),
  flatEvents: flag("sseFlatResponse", "An event stream yields the data of its events instead of the events.", false),
  optionalInSnippets: word(
    "usageSnippets.optionalPropertyRendering",
    "Which optional fields an example shows: those with a value of their own, or also those whose value is just their default.",
    ["withExample", "always"],
  ),
};

/** How callers pass values; what a language decides for itself is missing. */
const commonStyle = {
  order: word("flatteningOrder", "Which arguments come first where parameters and the fields of a body stand side by side.", [
    "parameters-first",
    "body-first",
  ]),
  bodyName: text("requestBodyFieldName", "Name of the body's field in a request object. Default: that of the body's type."),
  security: flag(
    "flattenGlobalSecurity",
    "Credentials are parameters of the client itself, not fields of a security object alone. In old page formats: where there is just one.",
    true,
  ).as((on) => (on ? "flattened" : "value")),
};

const commonReading = {
  wrappedRef: word(
    "schemas.allOfMergeStrategy",
    "An `allOf` of one reference with nothing but annotations beside it: the referenced type itself, or a type of its own with the same fields.",
    ["deepMerge", "shallowMerge"],
  ).as((strategy) => (strategy === "shallowMerge" ? "copy" : "same")),
  unknownValues: flag(
    "forwardCompatibleEnumsByDefault",
    "A response may hold values of an enumeration that the document does not list.",
    true,
  ).as(keepOrReject),
  inputSuffix: text(
    "inputModelSuffix",
    "Suffix of the class for requests where one schema reads differently in requests and responses.",
    "input",
  ),
  outputSuffix: text(
    "outputModelSuffix",
    "Suffix of the class for responses where one schema reads differently in requests and responses.",
    "output",
  ),
};

/** Objects of a configuration that options of one subject stand in. */
const sections = {
  additionalDependencies: "Further dependencies of the package: kind of dependency → package → version.",
  eventStreamClassNames: "Names of the classes that iterate over events.",
  imports: "Where models live below the package.",
  "imports.paths": "A folder for each kind of model.",
  schemas: "How schemas are read.",
  usageSnippets: "How the examples in the docs are written.",
};

export function keepOrReject(keep: boolean): "keep" | "reject" {
  return keep ? "keep" : "reject";
}

/** What an SDK of any language knows of its options beside those of its own. */
export interface LanguageOptions<Own extends Quirks> extends CoreOptions {
  readonly validation: SdkSettings["validation"];
  readonly quirks: Own;
  readonly spelling: Spelling;
}

/** What every SDK is told. */
export type CommonOptions = LanguageOptions<Quirks> & FieldValues<ReturnType<typeof clientFields> & typeof commonFields>;

/** The options of a language, by what it declares beside those that all have: their schemas, and what reads them. */
export function languageOptions<
  Own extends Fields,
  Groups extends { readonly [name: string]: Fields },
  Spelled extends Fields,
  OwnQuirks extends Quirks,
>(declared: {
  readonly named: ReturnType<typeof clientFields>;
  readonly own: Own;
  /** Options that are objects in what is read. */
  readonly groups: Groups;
  /** Options that only decide how names are spelled. */
  readonly spelled: Spelled;
  readonly bodies: Option<CallStyle["bodies"]>;
  readonly maxArguments: number;
  readonly unknownVariants: Option<Reading["unknownVariants"]>;
  readonly quirksOf: (settings: SdkSettings) => OwnQuirks;
  /** Error classes of the library. */
  readonly libraryErrors: readonly string[];
  readonly spelling: (options: FieldValues<Own> & FieldValues<Spelled> & { readonly fixedErrors: readonly string[] }) => Spelling;
  readonly rules: (options: FieldValues<Own>, quirks: OwnQuirks, sendDefaults: boolean) => Omit<PlanRules, "flatEvents" | "sendDefaults">;
}) {
  const { named, own, groups, spelled, bodies, maxArguments, unknownVariants } = declared;
  const fields = { ...named, ...commonFields };
  const style = {
    ...commonStyle,
    bodies,
    maxArguments: integer("maxMethodParams", "More arguments than this become one request object.", maxArguments),
  };
  const reading = { ...commonReading, unknownVariants };
  const read = (settings: SdkSettings) => {
    const [common, values, quirks] = [readFields(fields, settings), readFields(own, settings), declared.quirksOf(settings)];
    const fixedErrors = [...declared.libraryErrors, common.baseError, common.defaultError];
    const spelling = declared.spelling({ ...values, ...readFields(spelled, settings), fixedErrors });
    const sendDefaults = common.sendDefaults ?? quirks.sendDefaults;
    const grouped = Object.entries(groups).map(([name, group]) => [name, readFields(group, settings)] as const);
    const language: LanguageOptions<OwnQuirks> = {
      reading: { ...readFields(reading, settings), ...rowsOf(readingQuirks, quirks) },
      calls: {
        client: common.client,
        style: { ...readFields(style, settings), ...rowsOf(styleQuirks, quirks) },
        spelling,
        operationNames: quirks.operationNames,
        rules: { ...declared.rules(values, quirks, sendDefaults), flatEvents: common.flatEvents, sendDefaults },
      },
      validation: settings.validation,
      quirks,
      spelling,
    };
    return {
      ...common,
      ...values,
      ...(Object.fromEntries(grouped) as { readonly [Name in keyof Groups]: FieldValues<Groups[Name]> }),
      ...language,
    };
  };
  return { properties: schemasOf([fields, own, spelled, ...Object.values(groups), style, reading], sections), read };
}
