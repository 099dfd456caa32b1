/**
 * What becomes of settings that are not simply options of the new target under their old name. Keys are paths in gen.yaml; those of a language stand without its name.
 * A setting that is in neither table and that the target does not know is reported with a general effect.
 */

/** Dated switches that have a lasting name here. */
export const renamed: { readonly [setting: string]: string } = {
  "fixFlags.asyncPaginationSep2025": "asyncPagination",
};

/** Settings that mean what sdksmith does anyway when they have this value, or one of these: nothing changes, so nothing is said. */
export const alreadySo: { readonly [setting: string]: Scalar | readonly Scalar[] } = {
  configVersion: "2.0.0",
  templateVersion: "v2",
  "fixes.nameResolutionDec2023": true,
  "fixes.parameterOrderingFeb2024": true,
  "fixes.requestResponseComponentNamesFeb2024": true,
  "fixes.nameOverrideFeb2026": false,
  "fixes.securityFeb2025": true,
  "fixes.sharedErrorComponentsApr2025": true,
  "fixes.sharedNestedComponentsJan2026": true,
  "fixFlags.responseRequiredSep2024": true,
  maintainOpenAPIOrder: true,
  useClassNamesForArrayFields: true,
  clientServerStatusCodesAsErrors: true,
  inferUnionDiscriminators: true,
  inferSSEOverload: false,
  responseFormat: "flat",
  asyncMode: "both",
  enableCustomCodeRegions: false,
  forwardCompatibleUnionsByDefault: [true, "true", "tagged-only"],
  "imports.option": "openapi",
  "auth.oAuth2ClientCredentialsEnabled": true,
  "auth.oAuth2PasswordEnabled": false,
  "devContainers.enabled": false,
  "tests.generateTests": false,
  "tests.generateNewTests": false,
  "tests.skipResponseBodyAssertions": false,
  "compile.enabled": false,
  legacyPyright: false,
  pytestTimeout: 0,
  "auth.hoistGlobalSecurity": true,
  "usageSnippets.sdkInitStyle": "constructor",
  bodyVariantOverloads: false,
  enableMCPServer: false,
  enableReactQuery: false,
  exportZodModelNamespace: false,
  fixEnumNameSanitization: false,
  alwaysIncludeInboundAndOutbound: false,
  useOxlint: false,
  useTsgo: false,
  methodTimeoutArgument: "timeout-ms",
  methodTimeoutUnits: "milliseconds",
};

type Scalar = string | boolean | number;

/** What changes when a setting is left behind; what is said of an object holds for all that stands in it. */
export const effects: { readonly [setting: string]: string } = {
  devContainers: "No development container is generated.",
  "fixes.nameResolutionDec2023": "Types are named by the rules of December 2023 and later; some names may change.",
  "fixes.parameterOrderingFeb2024": "Required parameters come before optional ones.",
  "fixes.requestResponseComponentNamesFeb2024": "Request and response types of components are named after the component.",
  "fixes.nameOverrideFeb2026": "A name that the document gives goes through the same rules as any other.",
  "fixes.asyncPaginationSep2025": "The old generator ignores it in this place, so pages are followed as before.",
  "fixes.securityFeb2025": "Each operation that takes credentials of its own has a class for them, named after the operation.",
  "fixes.sharedErrorComponentsApr2025": "Errors with the same schema are one class in all operations.",
  "fixes.sharedNestedComponentsJan2026": "An inline schema of a shared component is one type, named after that component.",
  "fixFlags.responseRequiredSep2024": "A method may give nothing only where an answer has no body.",
  maintainOpenAPIOrder: "Fields and operations stand in the order of the document.",
  useClassNamesForArrayFields: "Fields and the items of inline arrays are named by the rules of `naming`.",
  clientServerStatusCodesAsErrors: "Statuses 4XX and 5XX are errors, also where the document does not describe them.",
  inferUnionDiscriminators:
    "A field with another constant in each variant of a union tells them apart, also where the document does not say so.",
  inferSSEOverload:
    "A method whose body has a field `stream` has one signature; it gives the plain value or the stream, as the response says.",
  responseFormat: "A method gives the value itself; hooks see the response around it.",
  asyncMode: "One class holds the methods of both kinds; those that are awaited end in `_async`.",
  enableCustomCodeRegions: "Code between region markers does not survive; use hooks or files of your own.",
  forwardCompatibleUnionsByDefault:
    "A variant that the document does not list is kept as it was sent; `validation: strict` raises instead.",
  "usageSnippets.optionalPropertyRendering":
    "Examples show each optional field that has a value in the document or the lock and not just its default.",
  "imports.option": "Folders follow the parts of an OpenAPI document.",
  "imports.paths.shared": "Models stand in the folder `models`.",
  "imports.paths.errors": "Errors stand in the folder `errors`.",
  "imports.paths.operations": "Request and response models stand with the other models.",
  "imports.paths.callbacks": "Models of callbacks stand with the other models.",
  "imports.paths.webhooks": "Models of webhooks stand with the other models.",
  additionalDependencies: "The package does not depend on it: its kind or its range of versions has no counterpart.",
  "auth.oAuth2ClientCredentialsEnabled": "A client of an API with client credentials fetches its tokens itself.",
  "auth.oAuth2PasswordEnabled": "OAuth 2 tokens are passed in by the caller.",
  "auth.hoistGlobalSecurity": "A requirement that all operations share becomes the client's only when the document says so.",
  tests: "No tests are generated into the SDK.",
  versioningStrategy: "The version of the package is the one in sdksmith.yaml; nobody raises it automatically.",
  persistentEdits: "Edits of generated files do not survive; use hooks, code regions where they are offered, or files of your own.",
  compile: "Nothing is compiled after the generation.",
  laxMode:
    "Responses are read laxly, which is the default: what does not fit is kept instead of raised. `validation: strict` brings the old behaviour back.",
  responseSchemaValidation: "Responses are read laxly, which is the default. `validation: strict` raises on what does not fit.",
  errorSchemaValidation: "Errors are read laxly, which is the default. `validation: strict` raises on what does not fit.",
  legacyPyright: "No settings of a type checker are generated into the SDK.",
  pytestFilterWarnings: "No tests are generated into the SDK.",
  pytestTimeout: "No tests are generated into the SDK.",
  "fixFlags.disableTypeChecking": "No type checking is switched off: generated code passes it.",
  zodVersion: "The SDK has no runtime dependency; reading and checking of values is its own code.",
  jsonpath: "The paths of pagination are plain paths, which both dialects read alike.",
  generateExamples: "Examples stand in the README and in the reference pages.",
  acceptHeaderEnum: "The header is a string with the media types of the operation.",
  privateIdentifierPrefix: "Private members are private to the language.",
  usageSDKInitImports: "Examples import the client only.",
  enableMCPServer: "No MCP server is generated into the SDK.",
  enableReactQuery: "No hooks for React Query are generated into the SDK.",
};

/** Sentence for a setting that stands in no table. */
export const unknownEffect = "sdksmith has no such setting and goes by its default.";
