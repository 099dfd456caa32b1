import type { Argument, ErrorCase, Method, Resource, ResultCase, Surface, SurfaceType } from "../../codegen/surface/surface.js";
import type { TemplateStore } from "../../codegen/templates.js";
import type { TypeId } from "../../ir/ids.js";
import type { Address, Docs, Value } from "../../ir/node.js";
import type { CallExample, Content, Status } from "../../ir/operation.js";
import type { SecurityScheme } from "../../ir/security.js";
import type { NamedType, Slot } from "../../ir/types.js";
import type { TypeScriptOptions } from "./options.js";
import type { TsPages } from "./planPages.js";
import type { TsType, TypeLookup } from "./tsType.js";

export type { TsPages } from "./planPages.js";

/** Everything that the code and the pages of one TypeScript SDK share: names are settled, types are TypeScript's, nothing is printed yet. */
export interface TypeScriptPlan {
  readonly options: TypeScriptOptions;
  readonly surface: Surface;
  readonly typeOf: TypeLookup;
  readonly models: readonly TsModel[];
  readonly modelOf: ReadonlyMap<TypeId, TsModel>;
  readonly resources: readonly TsResource[];
  readonly methods: readonly TsMethod[];
  readonly client: TsClient;
  /** File of each model's codec, from `src`. */
  readonly codecFiles: ReadonlyMap<TypeId, string>;
  readonly codecNames: ReadonlyMap<TypeId, string>;
  readonly templates: TemplateStore;
  readonly generator: string;
}

export interface TsClient {
  readonly className: string;
  /** Name of the variable that snippets keep the client in. */
  readonly variable: string;
  readonly resources: readonly TsResource[];
  readonly methods: readonly TsMethod[];
  readonly globals: readonly TsProperty[];
  readonly security: TsSecurity;
  readonly servers: readonly TsServer[];
  /** Whether callers choose a server by name or by position. */
  readonly serversBy: "name" | "position";
}

export interface TsServer {
  readonly id: string | null;
  readonly url: string;
  readonly docs: Docs;
  readonly variables: readonly {
    readonly wire: string;
    readonly option: string;
    readonly default: string;
    readonly values: readonly string[];
    readonly docs: Docs;
  }[];
}

/** Credentials of the client, or of one method. */
export type TsSecurity =
  | { readonly kind: "none" }
  /** The client takes the credential itself. */
  | { readonly kind: "flattened"; readonly credentials: TsCredentials }
  | { readonly kind: "value"; readonly model: TypeId; readonly credentials: TsCredentials };

export interface TsCredentials {
  readonly schemes: readonly { readonly name: string; readonly scheme: SecurityScheme; readonly type: TsType }[];
  readonly alternatives: TsAlternatives;
}

/** The options that together are enough, each with the scopes of its token. */
export type TsAlternatives = readonly (readonly { readonly name: string; readonly scopes: readonly string[] }[])[];

export interface TsResource {
  readonly resource: Resource;
  readonly className: string;
  readonly attribute: string;
  /** From `src`: "sdk/tokens.ts". */
  readonly file: string;
  /** Attributes from the client to here: ["customerPortal", "orders"]. */
  readonly path: readonly string[];
  readonly children: readonly TsResource[];
  readonly methods: readonly TsMethod[];
}

export type TsModel = TsObject | TsEnum | TsUnion | TsAlias;

interface ModelBase {
  readonly id: TypeId;
  /** Name of the type; of an error, that of its class. */
  readonly name: string;
  readonly source: SurfaceType;
  readonly docs: Docs;
  /** From `src`: "models/components/token.ts"; inline types stand in the file of what holds them. */
  readonly file: string;
  /** Folder of the file. */
  readonly folder: string;
  /** How pages call the folder: "components". */
  readonly namespace: string;
  /** Whether values are read, written, or both. */
  readonly use: "input" | "output" | "both";
}

export interface TsObject extends ModelBase {
  readonly kind: "object";
  readonly fields: readonly TsProperty[];
  readonly rest: TsRest | null;
  /** An error is a class, and its data a type of its own. */
  readonly isError: boolean;
}

/** Where properties go that the document does not list: beside the others, or into a property of their own. */
export interface TsRest {
  readonly property: string | null;
  readonly type: TsType;
}

export interface TsEnum extends ModelBase {
  readonly kind: "enum";
  readonly base: "string" | "integer" | "number" | "boolean";
  readonly members: readonly { readonly name: string; readonly value: string | number | boolean; readonly docs: Docs }[];
  readonly open: boolean;
}

export interface TsUnion extends ModelBase {
  readonly kind: "union";
  readonly type: Extract<NamedType, { kind: "union" }>;
  readonly members: readonly TsType[];
  /** The property that decides, when every member has it. */
  readonly tag: TsTag | null;
  readonly open: boolean;
}

export interface TsTag {
  readonly property: string;
  readonly wire: string;
  readonly members: readonly { readonly value: string | number | boolean; readonly member: number }[];
}

export interface TsAlias extends ModelBase {
  readonly kind: "alias";
  readonly of: TsType;
}

/** A property of a model, or an argument of a method. */
export interface TsProperty {
  readonly slot: Slot;
  readonly name: string;
  readonly type: TsType;
  /** Must be given, or is always there. */
  readonly required: boolean;
  readonly default: Value | null;
}

export interface TsArgument extends TsProperty {
  readonly argument: Argument;
  /** The name in the signature, where the property's own cannot stand there. */
  readonly parameter: string;
}

export interface TsMethod {
  readonly method: Method;
  readonly name: string;
  /** Name of the function that does the same, and its file from `src`. */
  readonly function: string;
  readonly file: string;
  /** Null for a method of the client itself. */
  readonly resource: Address | null;
  readonly request: TsRequest;
  readonly security: { readonly model: TsObject; readonly optional: boolean; readonly credentials: TsCredentials } | null;
  /** Where the operation asks for other scopes of the client's credentials than the rest. */
  readonly alternatives: TsAlternatives | null;
  readonly result: TsResult;
  readonly errors: readonly TsErrorRow[];
  readonly pages: TsPages | null;
  readonly example: CallExample | null;
  readonly examples: readonly CallExample[];
}

export type TsRequest =
  | { readonly kind: "none" }
  /** The body itself. */
  | { readonly kind: "body"; readonly type: TsType; readonly content: Content; readonly optional: boolean }
  /** The request model. */
  | { readonly kind: "object"; readonly model: TsObject; readonly optional: boolean; readonly arguments: readonly TsArgument[] }
  /** One value behind the other. */
  | { readonly kind: "arguments"; readonly model: TsObject; readonly arguments: readonly TsArgument[] };

export interface TsResult {
  /** Null for a method that returns nothing. */
  readonly type: TsType | null;
  readonly mayBeEmpty: boolean;
  readonly cases: readonly ResultCase[];
  /** The property of the result that holds the value. */
  readonly field: string | null;
  readonly headers: boolean;
  /** The type is the one that has this property. */
  readonly wrapped: boolean;
  readonly errors: readonly ErrorCase[];
}

/** One row of an errors table: statuses that raise one class with one content type. */
export interface TsErrorRow {
  readonly model: TypeId;
  readonly statuses: readonly Status[];
  readonly mediaType: string;
}
