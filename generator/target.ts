/**
 * `sdksmith/target`: all that a target is built on, and nothing else of sdksmith. What stands here is kept; what does not may change with any version.
 * The guide is the README of `specs/targets/http`.
 */

// The contract of a target, its options, and the files that it gives.

export type { GeneratedFile } from "./codegen/generatedFile.js";
export type { PrintSymbol, TemplateHelpers, TemplateStore, View } from "./codegen/templates/templateStore.js";
export * from "./targets/option.js";
export type { OptionProperties, OptionSchema, OptionType } from "./targets/optionSchema.js";
export { type TargetPackage, type TargetParts, targetPackage } from "./targets/package.js";
export {
  type AnyTarget,
  type Calls,
  type CoreOptions,
  defineTarget,
  type OtherSdk,
  type SdkSettings,
  type Target,
  type TargetRequest,
} from "./targets/target.js";

// What is decided and named once for all targets.

export type * from "./codegen/plan/plan.js";
export { type PlanRules, usualRules } from "./codegen/plan/planning.js";
export { byDefault } from "./codegen/surface/serversOf.js";
export type { ArgumentPlace, TypeRole } from "./codegen/surface/surface.js";
export { components } from "./codegen/types/components.js";
export { referencesOf, usersOf } from "./codegen/types/references.js";
export { withoutNull } from "./codegen/types/settledTypes.js";

// How callers pass values, and how names are spelled.

export { capitalised, initialisms, numberWords, pascalCase, snakeCase, withoutLeadingDigits, wordsOf } from "./codegen/casing.js";
export type { CallStyle } from "./codegen/surface/callStyle.js";
export type { DerivedSpelling, Spelling } from "./naming/spelling.js";
export { usualSpelling } from "./naming/usualSpelling.js";

// One call, as it is shown and as it travels.

export { exampleValue } from "./codegen/examples/exampleValue.js";
export {
  type Shown,
  type ShownPart,
  type Snippet,
  type SnippetCall,
  type SnippetChoice,
  shownCredential,
  snippetCall,
  snippetsOf,
} from "./codegen/snippets/snippets.js";
export { type CredentialPlace, credentialPlace } from "./codegen/wire/credentialPlace.js";
export { type Pair, parameterPairs, parameterText, scalarText } from "./codegen/wire/parameterText.js";
export { encodeUnsafe, percentEncode } from "./codegen/wire/percent.js";
export type { WireBody, WirePart } from "./codegen/wire/wireBody.js";
export { type WireRequest, wireRequest } from "./codegen/wire/wireRequest.js";

// Pages and code: their order and parts. Words and layout are the target's.

export { struck } from "./codegen/docs/describe.js";
export { markdownTable } from "./codegen/docs/markdownTable.js";
export { type ModelPages, modelLink, type PagePlace } from "./codegen/docs/modelLinks.js";
export { modelPages } from "./codegen/docs/modelPages.js";
export { type OperationListWords, operationList } from "./codegen/docs/operationList.js";
export type { ModelWords, PageLanguage, ParameterRow, SdkWords } from "./codegen/docs/pageLanguage.js";
export { inert, requiredMark } from "./codegen/docs/pageText.js";
export { fixedRow } from "./codegen/docs/parametersTable.js";
export { overviewOf, sdkPages } from "./codegen/docs/sdkPages.js";
export { arrayCode, type Code, callCode, type Group, layoutCode, objectCode } from "./codegen/layout.js";
export { type LiteralWords, literal } from "./codegen/snippets/literal.js";

// The model of an API, which the plan points into. What both have, such as servers and bodies, has its name from the plan.

export type * from "./ir/api.js";
export { type Input, type Pagination, type Path, type Retry, type Status, statusText } from "./ir/behaviour.js";
export type * from "./ir/ids.js";
export type { Json, JsonObject } from "./ir/json.js";
export type * from "./ir/names.js";
export type * from "./ir/node.js";
export type {
  CallExample,
  Codec,
  Content,
  Operation,
  Parameter,
  ParameterEncoding,
  ParameterStyle,
  Part,
  Response,
} from "./ir/operation.js";
export { type Reading, usualReading } from "./ir/reading.js";
export type { Flow, Security, SecurityScheme, SecurityUse } from "./ir/security.js";
export type * from "./ir/types.js";

// What may be said about an input.

export { assertNever, type DeclaredDiagnostic, type Diagnostic, declare, type Origin, type Report } from "./diagnostics/diagnostic.js";
