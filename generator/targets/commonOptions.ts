import type { OptionProperties, OptionSchema } from "./optionSchema.js";

const flag = (description: string, byDefault: boolean): OptionSchema => ({ type: "boolean", description, default: byDefault });

/** Where a kind of model lives below the package, as a path of folders. */
const folder = (what: string): OptionSchema => ({
  type: "string",
  description: `Folder of ${what} below the package; empty: together with the other models.`,
});

/**
 * Options that mean the same in every language; a target spreads them into its own `options` and adds what only it has. Most decide names, so the core reads
 * some of them before a target is asked for a plan.
 */
export const commonOptions = {
  sdkClassName: {
    type: "string",
    minLength: 1,
    description: 'Name of the client class. Default: the document\'s title without "API" and version numbers.',
  },
  packageName: {
    type: "string",
    minLength: 1,
    description: "Name of the published package. Default: the client's name in kebab-case with `-sdk` behind it.",
  },
  version: { type: "string", description: "Version of the published package.", default: "0.1.0" },
  envVarPrefix: {
    type: "string",
    description: "Prefix of the environment variables that stand in for credentials and globals. Without it none is read.",
  },
  baseErrorName: {
    type: "string",
    description: "Class that all errors of the SDK inherit from. Default: the client's name with `Error` behind it.",
  },
  defaultErrorName: { type: "string", description: "Class of an error status that the document does not describe." },
  maintainOpenAPIOrder: flag("Keep fields and operations in the order of the document instead of the alphabet.", true),
  useClassNamesForArrayFields: flag("Name the field that holds an inline array's items after their class.", true),
  flattenGlobalSecurity: flag("A single credential is a parameter of the client itself, not a field of a security object.", true),
  flatteningOrder: {
    enum: ["parameters-first", "body-first"],
    description: "Which arguments come first where parameters and the fields of a body stand side by side.",
    default: "parameters-first",
  },
  maxMethodParams: { type: "integer", minimum: 0, description: "More arguments than this become one request object." },
  methodArguments: {
    enum: ["infer-optional-args", "require-security-and-request"],
    description: "Whether the request may be left out when nothing in it is required.",
    default: "infer-optional-args",
  },
  responseFormat: {
    enum: ["flat", "envelope", "envelope-http"],
    description: "What a method returns: the value itself, or the value with the response around it.",
    default: "flat",
  },
  clientServerStatusCodesAsErrors: flag("Statuses 4XX and 5XX that the document does not describe are errors.", true),
  enumFormat: { enum: ["enum", "union"], description: "How an enumeration is written: as a class of members, or as a union of literals." },
  forwardCompatibleEnumsByDefault: flag("A response may hold values of an enumeration that the document does not list.", true),
  forwardCompatibleUnionsByDefault: {
    enum: [true, false, "true", "false", "tagged-only"],
    description: "A response may hold variants of a union that the document does not list.",
    default: true,
  },
  inferUnionDiscriminators: flag("Find the field that tells the variants of a union apart where the document names none.", true),
  inputModelSuffix: {
    type: "string",
    description: "Suffix of the class for requests where one schema reads differently in requests and responses.",
    default: "input",
  },
  outputModelSuffix: {
    type: "string",
    description: "Suffix of the class for responses where one schema reads differently in requests and responses.",
    default: "output",
  },
  requestBodyFieldName: {
    type: "string",
    description: "Name of the body's field in a request object. Empty: named after the body's type.",
    default: "",
  },
  multipartArrayFormat: {
    enum: ["legacy", "standard"],
    description: "Name of the parts of an array in a multipart form: `name[]` or `name`.",
    default: "standard",
  },
  sseFlatResponse: flag("An event stream yields the data of its events instead of the events.", false),
  inferSSEOverload: flag("A boolean field `stream` in the body chooses between a plain and a streamed response.", true),
  sharedErrorComponents: flag("Error responses with the same schema are one class in all operations.", true),
  sharedSecurity: flag("Operations with the same security requirement share its class.", true),
  sharedNestedComponents: flag("Inline schemas of a shared component are named once, after that component.", true),
  imports: {
    type: "object",
    description: "Where models live below the package.",
    additionalProperties: false,
    properties: {
      option: { const: "openapi", description: "Folders follow the parts of an OpenAPI document." },
      paths: {
        type: "object",
        additionalProperties: false,
        properties: {
          shared: folder("models of components"),
          operations: folder("request and response models"),
          errors: folder("errors"),
          callbacks: folder("models of callbacks"),
          webhooks: folder("models of webhooks"),
        },
      },
    },
  },
  schemas: {
    type: "object",
    description: "How schemas are read.",
    additionalProperties: false,
    properties: {
      allOfMergeStrategy: {
        enum: ["shallowMerge", "deepMerge"],
        description: "What `allOf` does to a property that several parts define: the last one wins, or they are merged.",
        default: "deepMerge",
      },
    },
  },
  usageSnippets: {
    type: "object",
    description: "How the examples in the docs are written.",
    additionalProperties: false,
    properties: {
      optionalPropertyRendering: {
        enum: ["always", "never", "withExample"],
        description: "Which optional fields an example shows.",
        default: "withExample",
      },
    },
  },
  additionalDependencies: {
    type: "object",
    description: "Further dependencies of the package: kind of dependency → package → version.",
    additionalProperties: { type: "object", additionalProperties: { type: "string" } },
  },
} as const satisfies OptionProperties;
