import type { Api } from "../../ir/api.js";
import type { Pagination, Path, Retry, Status } from "../../ir/behaviour.js";
import type { OperationId, TypeId } from "../../ir/ids.js";
import type { Address, Docs, Segment, Value } from "../../ir/node.js";
import type { CallExample, Codec, Content, Parameter } from "../../ir/operation.js";
import type { SecurityScheme } from "../../ir/security.js";
import type { Choice, Slot, Type, TypeOf, Xml } from "../../ir/types.js";
import type { ServerChoice } from "../surface/serversOf.js";
import type { ArgumentPlace, TypeRole } from "../surface/surface.js";
import type { Introduction } from "../types/introductions.js";

/**
 * Everything that the code and the pages of one SDK share, decided once for every language: names are settled and types are `SettledTypes`; nothing is
 * spelled yet. A target reads it and adds its own words.
 */
export interface Plan {
  readonly api: Api;
  readonly client: Client;
  /** The tree of resources, children inside their parents, and all of them in a row, parents before their children. */
  readonly resources: readonly Resource[];
  readonly allResources: readonly Resource[];
  /** In the order of the document. */
  readonly methods: readonly Method[];
  /** In the order in which the methods meet them; an alias that is seen through has no model. */
  readonly models: readonly Model[];
  readonly modelOf: ReadonlyMap<TypeId, Model>;
  /** Named types that are the body of a failed call. */
  readonly failedBodies: ReadonlySet<TypeId>;
  /** Every type of the surface, aliases too: what examples are made from. */
  readonly typeOf: TypeOf;
}

export interface Client {
  readonly className: string;
  readonly title: string;
  readonly docs: Docs;
  readonly resources: readonly Resource[];
  readonly methods: readonly Method[];
  readonly globals: readonly Global[];
  readonly security: ClientSecurity;
  readonly servers: readonly Server[];
  /** Whether callers choose a server by name or by position. */
  readonly serversBy: ServerChoice["by"];
  readonly needsHost: ServerChoice["needsHost"];
  /** The variables of all servers, each once. */
  readonly variables: readonly ServerVariable[];
  /** The method that a README shows first. */
  readonly showcase: Method | null;
}

/** A value that the client holds for all operations: an option of the client, and a field of their common type. */
export interface Global extends Property {
  readonly option: string;
}

export interface Server {
  readonly name: string | null;
  /** Constant that stands for the name, in languages that have such. */
  readonly constant: string | null;
  readonly url: string;
  /** It names no host: the caller's own goes in front. */
  readonly relative: boolean;
  readonly docs: Docs;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly wire: string;
  /** The client's option that sets it. */
  readonly option: string;
  readonly default: string;
  /** Empty: any text. */
  readonly values: readonly string[];
  readonly docs: Docs;
}

/** What the client takes to be let in. */
export type ClientSecurity =
  | { readonly kind: "none" }
  /** `isWhole`: the option `security` takes a value of the model. Credentials with an option of their own may be given there. */
  | { readonly kind: "given"; readonly isWhole: boolean; readonly model: ObjectModel; readonly credentials: Credentials };

/** Schemes by the names of their fields. */
export interface Credentials {
  readonly schemes: readonly Credential[];
  readonly alternatives: Alternatives;
}

/** The first of which every credential is there is sent; an empty one asks for none. */
export type Alternatives = readonly (readonly CredentialUse[])[];

export interface CredentialUse {
  readonly credential: Credential;
  readonly scopes: readonly string[];
}

export interface Credential {
  /** Of its field in the model, and of the scheme itself among all of the document. */
  readonly name: string;
  readonly schemeName: string;
  /** The option of the client that holds it; null where a security value does. */
  readonly option: string | null;
  /** The variables of the environment that stand in for it, without their prefix: one, or one for each part. */
  readonly variables: readonly string[];
  readonly scheme: SecurityScheme;
  readonly type: Type;
  /** The type of one that has parts. */
  readonly model: ObjectModel | null;
  /** Where the client gets its tokens, when it gets them itself: null when it does not, empty when nothing says where. */
  readonly tokenUrl: string | null;
}

export interface Resource {
  readonly address: Address;
  readonly className: string;
  readonly attribute: string;
  /** Name of the module or file that holds the class, without folder and ending. */
  readonly module: string;
  /** Attributes from the client to here: ["customer_portal", "orders"]. */
  readonly path: readonly string[];
  /** The raw words of the path. */
  readonly trail: readonly Segment[];
  readonly docs: Docs;
  readonly children: readonly Resource[];
  readonly methods: readonly Method[];
}

export interface Method {
  readonly address: Address;
  readonly id: OperationId;
  readonly name: string;
  /** The function that does the same; in languages without such the method's name. */
  readonly function: string;
  /** The constant that stands for the operation in its module; in languages without such the method's name. */
  readonly constant: string;
  /** Attributes from the client to the resource that holds it; empty for a method of the client itself. */
  readonly path: readonly string[];
  readonly resource: Address | null;
  /** "get", as the document has it. */
  readonly verb: string;
  /** Path below the server, and the same as the document writes it: what follows a "#" there only tells two operations apart. */
  readonly url: string;
  readonly writtenUrl: string;
  readonly docs: Docs;
  readonly request: Request;
  readonly result: Result;
  readonly streaming: Streaming | null;
  /** Every named type that it takes or gives back, in whatever way. */
  readonly types: readonly TypeId[];
  /** One row per error class, content type and class of status. */
  readonly errors: readonly ErrorRow[];
  /** How failed answers are read, in the order of the document. */
  readonly failures: readonly Failure[];
  readonly pages: Pages | null;
  readonly security: MethodSecurity;
  readonly retry: Retry | null;
  readonly timeoutMs: number | null;
  /** The operation's own servers, their variables at their defaults; empty: the client's. */
  readonly servers: readonly string[];
  /** Options of the client that are parameters of this operation as well. */
  readonly globals: readonly { readonly global: Global; readonly hidden: boolean }[];
  /** Media types of the successful answers, each once, and the name of the type that lists them. */
  readonly accepts: { readonly name: string; readonly mediaTypes: readonly string[] };
  /** Given by the document or the lock, each completed with what the operation requires. */
  readonly examples: readonly CallExample[];
  /** The one that docs show first; made up where there is none. */
  readonly example: CallExample;
}

export type MethodSecurity =
  /** `alternatives`: where the operation asks for others than the rest. */
  | { readonly kind: "client"; readonly alternatives: Alternatives | null }
  | { readonly kind: "none" }
  /** `optional`: none is needed, or the client may hold one. */
  | { readonly kind: "own"; readonly model: ObjectModel; readonly credentials: Credentials; readonly optional: boolean };

export type Request =
  | { readonly kind: "none" }
  /** The body alone. */
  | { readonly kind: "body"; readonly body: Body }
  /** One value of the model. `arguments` are its fields. */
  | { readonly kind: "object"; readonly model: ObjectModel; readonly body: Body | null; readonly arguments: readonly Argument[] }
  /** Named values. Where there are parameters a model gathers them; `bodyField`: its field for a body whose own fields are arguments. */
  | {
      readonly kind: "arguments";
      readonly model: ObjectModel | null;
      readonly body: Body | null;
      readonly bodyField: string | null;
      readonly arguments: readonly Argument[];
    };

export interface Body {
  readonly content: Content;
  /** What it may be sent as: several only of a file. */
  readonly mediaTypes: readonly string[];
  readonly type: Type;
  readonly optional: boolean;
  readonly docs: Docs;
}

/** A field of a model, or what stands for one. */
export interface Property {
  readonly slot: Slot;
  readonly name: string;
  readonly type: Type;
  /** Must be given, or is always there. */
  readonly required: boolean;
  readonly default: Value | null;
  readonly place: PropertyPlace;
}

/** What a property of a type that no schema describes stands for. */
export type PropertyPlace =
  | { readonly kind: "schema"; readonly xml: Xml | null }
  | { readonly kind: "parameter"; readonly parameter: Parameter }
  | { readonly kind: "body"; readonly content: Content }
  /** `orToken`: what a client gets its tokens with, or a token instead. */
  | { readonly kind: "credential"; readonly scheme: SecurityScheme; readonly orToken: boolean }
  | { readonly kind: "credentialPart" }
  /** Of what a call wraps around its result. */
  | { readonly kind: "result"; readonly stream: StreamKind }
  | { readonly kind: "headers" };

export interface Argument {
  readonly slot: Slot;
  readonly type: Type;
  readonly required: boolean;
  readonly default: Value | null;
  /** Its name in the request model, or in the body; null for what stands beside the fields of a body. */
  readonly field: string | null;
  /** Its name in the signature. */
  readonly name: string;
  readonly source: ArgumentPlace;
}

/** How a body is read: at once, or bit by bit; of a stream the type is that of one item. */
export type StreamKind = "no" | "events" | "lines" | "bytes";

export type Result =
  | { readonly kind: "nothing"; readonly cases: readonly ResultCase[] }
  /** `forms`: each that the value may have, once. */
  | ({ readonly kind: "value"; readonly type: Type; readonly stream: StreamKind; readonly forms: readonly ReadContent[] } & ResultBase)
  /** A type that holds the value as a field, beside headers or `next`. */
  | ({
      readonly kind: "wrapper";
      readonly model: ObjectModel;
      readonly value: Property | null;
      readonly hasHeaders: boolean;
    } & ResultBase);

interface ResultBase {
  readonly cases: readonly ResultCase[];
  /** Some successful answer has no body. */
  readonly mayBeEmpty: boolean;
}

/** A boolean of the body that asks for a stream where it is true, and else for the whole answer at once. */
export interface Streaming {
  /** In the model of the body. */
  readonly field: Property;
  /** The argument that it is, or the one that holds the body; both null where the request itself is the body. */
  readonly argument: Argument | null;
  readonly holder: Argument | null;
  readonly streamed: ReadContent;
  readonly whole: ReadContent;
  /** What a server takes it for where it is not given. */
  readonly initially: boolean;
}

export interface ResultCase {
  readonly status: Status;
  readonly content: ReadContent | null;
}

/** A content of a response, and what it is when it has been read. */
export interface ReadContent {
  readonly mediaType: string;
  readonly codec: Codec;
  /** Of a stream that of one item. */
  readonly type: Type;
  readonly stream: StreamKind;
  /** A stream of events of which only the data are read and given. */
  readonly dataOnly: boolean;
}

export interface ErrorRow {
  readonly model: Model;
  readonly statuses: readonly Status[];
  readonly mediaType: string;
}

export interface Failure {
  readonly status: Status;
  readonly content: Content;
  /** Each that the body may be, with the constant that stands for this failure: the one that fits is raised. */
  readonly errors: readonly { readonly model: ObjectModel; readonly constant: string }[];
}

/** A name of a parameter or a header, or a path in the JSON of a body. */
export type Place = string | Path;

/** Where pages are asked for and found, by names of the wire: null, where nothing says it. */
export interface Pages {
  readonly kind: Pagination["kind"];
  /** Type of one item; null when it is not known. */
  readonly item: Type | null;
  readonly items: Path | null;
  readonly input: Place | null;
  readonly limit: Place | null;
  readonly last: Path | null;
  readonly next: Place | null;
  /** What a server takes where a call sends neither number nor limit: the document's defaults. */
  readonly first: number | null;
  readonly size: number | null;
}

export type Model = ObjectModel | EnumModel | UnionModel | AliasModel;

interface ModelBase {
  readonly id: TypeId;
  /** Of an error that of its class. */
  readonly name: string;
  /** Name of the type of its values: of an error that of its data. */
  readonly valueName: string;
  readonly role: TypeRole;
  /** The operation that it was made for; null for what a schema describes. */
  readonly operation: OperationId | null;
  readonly trail: readonly Segment[];
  readonly docs: Docs;
  readonly introduced: Introduction;
  /** Whether values are given, read, or both. */
  readonly use: "input" | "output" | "both";
}

export interface ObjectModel extends ModelBase {
  readonly kind: "object";
  readonly fields: readonly Property[];
  /** Type of what the document does not list; null: nothing is kept. */
  readonly rest: Type | null;
  /** An error is a class that is raised, and its data a type of its own. */
  readonly isError: boolean;
  /** Of an error the type of its data, where that is a model; of anything else itself. */
  readonly data: TypeId;
  /** The field that says what went wrong. */
  readonly message: Property | null;
  /** How it travels as the body of a form. */
  readonly form: Extract<Codec, { kind: "form" | "multipart" }> | null;
  /** Of the result of a paginated call. */
  readonly pages: Pages | null;
}

export interface EnumModel extends ModelBase {
  readonly kind: "enum";
  readonly base: "string" | "integer" | "number" | "boolean";
  readonly members: readonly { readonly name: string; readonly value: string | number | boolean; readonly docs: Docs }[];
  /** A reader keeps values that are not listed. */
  readonly open: boolean;
}

export interface UnionModel extends ModelBase {
  readonly kind: "union";
  readonly members: readonly UnionMember[];
  readonly choice: Choice;
  /** What decides between the members: null where they must be tried. */
  readonly tag: Tag | null;
  readonly open: boolean;
}

export interface UnionMember {
  readonly type: Type;
  readonly stream: StreamKind;
}

export interface Tag {
  readonly wire: string;
  /** What the property is called in the members that the tag names, each name once. */
  readonly names: readonly string[];
  /** Every member has it, and it must be there. */
  readonly always: boolean;
  readonly values: readonly { readonly value: string | number | boolean; readonly member: number }[];
}

export interface AliasModel extends ModelBase {
  readonly kind: "alias";
  readonly of: Type;
}
