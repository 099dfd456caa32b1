/**
 * What becomes of settings that are not simply options of the new target under their old name. Keys are paths in gen.yaml; those of a language stand without its name.
 * A setting that is in neither table and that the target does not know is reported with a general effect.
 */

/** Dated switches that have a lasting name here. */
export const renamed: { readonly [setting: string]: string } = {
  "fixes.sharedErrorComponentsApr2025": "sharedErrorComponents",
  "fixes.securityFeb2025": "sharedSecurity",
  "fixes.sharedNestedComponentsJan2026": "sharedNestedComponents",
  "fixFlags.asyncPaginationSep2025": "asyncPagination",
  "fixFlags.responseRequiredSep2024": "responseRequired",
};

/** Settings that mean what sdksmith does anyway when they have this value: nothing changes, so nothing is said. */
export const alreadySo: { readonly [setting: string]: string | boolean } = {
  configVersion: "2.0.0",
  templateVersion: "v2",
  "fixes.nameResolutionDec2023": true,
  "fixes.parameterOrderingFeb2024": true,
  "fixes.requestResponseComponentNamesFeb2024": true,
  "fixes.nameOverrideFeb2026": false,
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

/** What changes when a setting is left behind. */
export const effects: { readonly [setting: string]: string } = {
  "devContainers.enabled": "No development container is generated.",
  "devContainers.schemaPath": "No development container is generated.",
  "fixes.nameResolutionDec2023": "Types are named by the rules of December 2023 and later; some names may change.",
  "fixes.parameterOrderingFeb2024": "Required parameters come before optional ones.",
  "fixes.requestResponseComponentNamesFeb2024": "Request and response types of components are named after the component.",
  "fixes.nameOverrideFeb2026": "A name that the document gives goes through the same rules as any other.",
  "fixes.asyncPaginationSep2025": "The old generator ignores it in this place, so pages are followed as before.",
  "auth.oAuth2ClientCredentialsEnabled": "OAuth 2 tokens are passed in by the caller.",
  "auth.oAuth2PasswordEnabled": "OAuth 2 tokens are passed in by the caller.",
  "auth.hoistGlobalSecurity": "A requirement that all operations share becomes the client's only when the document says so.",
  "tests.generateTests": "No tests are generated into the SDK.",
  "tests.generateNewTests": "No tests are generated into the SDK.",
  "tests.skipResponseBodyAssertions": "No tests are generated into the SDK.",
  versioningStrategy: "The version of the package is the one in sdksmith.yaml; nobody raises it automatically.",
  persistentEdits: "Edits of generated files do not survive; use hooks, code regions or files of your own.",
  "compile.enabled": "Nothing is compiled after the generation.",
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
