/**
 * `sdksmith/target`: all that a target is built on, and nothing else of sdksmith. What stands here is kept; what does not may change with any version.
 * The guide is the README of `specs/targets/http`.
 */

// The kit: names, examples, tables, templates; and the surface, what an SDK offers before anything has a name.
export { capitalised, initialisms, numberWords, pascalCase, snakeCase, withoutLeadingDigits, wordsOf } from "./codegen/casing.js";
export { markdownTable } from "./codegen/docs/markdownTable.js";
export { snippetCall } from "./codegen/docs/snippets.js";
export { callExample } from "./codegen/examples/callExample.js";
export { exampleValue, type TypeOf } from "./codegen/examples/exampleValue.js";
export type { GeneratedFile } from "./codegen/generatedFile.js";
export { type PlanRules, usualRules } from "./codegen/plan/planning.js";
export type { CallStyle } from "./codegen/surface/callStyle.js";
export { mainContent } from "./codegen/surface/requestOf.js";
export type {
  Argument,
  ArgumentPlace,
  ClientSecurity,
  ErrorCase,
  Method,
  MethodSecurity,
  Request,
  Resource,
  Result,
  ResultCase,
  ResultShape,
  Surface,
  SurfaceType,
  TypeRole,
} from "./codegen/surface/surface.js";
export type { PrintSymbol, TemplateHelpers, TemplateStore, View } from "./codegen/templates.js";
// What may be said about an input.
export { assertNever, type DeclaredDiagnostic, type Diagnostic, declare, type Origin, type Report } from "./diagnostics/diagnostic.js";
// The model of an API, and the names of one SDK.
export type { Api, Service, Skipped } from "./ir/api.js";
export type { OperationId, SchemeId, TypeId } from "./ir/ids.js";
export type { Json, JsonObject } from "./ir/json.js";
export type { Name, NamedBy, NameKind, NameTable } from "./ir/names.js";
export type { Address, Deprecation, Docs, Link, Naming, Node, Segment, Value } from "./ir/node.js";
export type { Body, CallExample, Codec, Content, Operation, Parameter, ParameterEncoding, Part, Response, Status } from "./ir/operation.js";
export { usualReading } from "./ir/reading.js";
export type { Flow, Security, SecurityScheme, SecurityUse, Server, ServerVariable } from "./ir/security.js";
export type {
  AliasType,
  Choice,
  EnumMember,
  EnumType,
  Example,
  Field,
  Limits,
  Member,
  NamedType,
  ObjectType,
  Slot,
  Type,
  UnionType,
} from "./ir/types.js";
// Finding and writing names.
export { Names } from "./naming/names.js";
export type { Spelling } from "./naming/spelling.js";
export { usualSpelling } from "./naming/usualSpelling.js";
// The contract.
export type { OptionProperties, OptionSchema, OptionType } from "./targets/optionSchema.js";
export { type TargetPackage, type TargetParts, targetPackage } from "./targets/package.js";
export {
  type AnyTarget,
  type Calls,
  type CoreOptions,
  defineTarget,
  type OtherSdk,
  type Reading,
  type SdkSettings,
  type Target,
  type TargetRequest,
} from "./targets/target.js";
