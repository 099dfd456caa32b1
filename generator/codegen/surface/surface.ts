import type { Api, Service } from "../../ir/api.js";
import type { Status } from "../../ir/behaviour.js";
import type { SchemeId, TypeId } from "../../ir/ids.js";
import type { Address } from "../../ir/node.js";
import type { Content, Operation, Parameter } from "../../ir/operation.js";
import type { SecurityScheme } from "../../ir/security.js";
import type { NamedType, Slot, Type } from "../../ir/types.js";

/** What an SDK offers, before anything has a name: resources, their methods, and every named type that these show. */
export interface Surface {
  readonly api: Api;
  readonly resources: readonly Resource[];
  readonly methods: readonly Method[];
  /** In the order in which the methods meet them, request and response types of an operation around its own. */
  readonly types: readonly SurfaceType[];
  readonly security: ClientSecurity;
}

/** A class that holds methods: a service of the Api; the client itself has none and holds the methods without service. */
export interface Resource {
  readonly address: Address;
  readonly service: Service;
  readonly parent: Address | null;
  readonly methods: readonly Address[];
  readonly children: readonly Address[];
}

/** Why a named type exists: `security` holds credentials, a `credential` with parts is one of them. */
export type TypeRole = "model" | "request" | "response" | "security" | "credential" | "globals" | "error";

export interface SurfaceType {
  readonly id: TypeId;
  readonly type: NamedType;
  readonly role: TypeRole;
  /** The operation that it was made for; null for schemas. */
  readonly operation: Operation | null;
  /** Of an error whose data is a model elsewhere, too: that model. Such an error has the fields of the model and a name, and nothing else. */
  readonly wraps: TypeId | null;
}

export interface Method {
  readonly address: Address;
  /** The resources that lead to it, outermost first; empty for a method of the client itself. */
  readonly holders: readonly Address[];
  readonly operation: Operation;
  readonly request: Request;
  readonly result: Result;
  readonly errors: readonly ErrorCase[];
  /** Credentials that this operation takes beside or instead of the client's. */
  readonly security: MethodSecurity;
}

/** What a call is given. */
export type Request =
  | { readonly kind: "none" }
  /** One value: the body of an operation without parameters. */
  | { readonly kind: "body" }
  /** Named values, gathered in a request type where there are parameters. */
  | { readonly kind: "arguments"; readonly arguments: readonly Argument[]; readonly type: TypeId | null }
  /** One value of the request type. */
  | { readonly kind: "object"; readonly type: TypeId; readonly arguments: readonly Argument[] };

export interface Argument {
  readonly slot: Slot;
  readonly place: ArgumentPlace;
}

export type ArgumentPlace =
  | { readonly kind: "parameter"; readonly parameter: Parameter }
  /** The whole body. */
  | { readonly kind: "body"; readonly content: Content }
  /** One property of the body, or what stands beside its properties. */
  | { readonly kind: "field" }
  | { readonly kind: "rest" };

/** What a call gives back. */
export interface Result {
  /** Every success answer with a body, in the order of matching. */
  readonly cases: readonly ResultCase[];
  readonly shape: ResultShape;
  /** Some success answer has no body. */
  readonly mayBeEmpty: boolean;
}

export interface ResultCase {
  readonly status: Status;
  /** null: no body. */
  readonly content: Content | null;
}

type ResultShape =
  | { readonly kind: "nothing" }
  | { readonly kind: "value" }
  /** Several bodies of different types. */
  | { readonly kind: "union"; readonly type: TypeId }
  /** A page, or a body with declared headers: `result` and `headers` of a response type. */
  | { readonly kind: "wrapper"; readonly type: TypeId; readonly value: Type | null; readonly headers: readonly Slot[] };

export interface ErrorCase {
  readonly status: Status;
  readonly content: Content;
  /** The error types of the body: one, or each member of a union. */
  readonly types: readonly TypeId[];
  readonly headers: readonly Slot[];
}

export type ClientSecurity =
  | { readonly kind: "none" }
  /** The client takes the value of each of these schemes, and all of them at once where there is more than one text to give. */
  | { readonly kind: "flattened"; readonly schemes: readonly SecurityScheme[]; readonly type: TypeId; readonly alternatives: Alternatives }
  | { readonly kind: "value"; readonly type: TypeId; readonly alternatives: Alternatives };

export type MethodSecurity =
  /** The client's; `alternatives` where the operation asks for others than the document as a whole. */
  | { readonly kind: "client"; readonly alternatives: Alternatives | null }
  | { readonly kind: "none" }
  | { readonly kind: "own"; readonly type: TypeId; readonly alternatives: Alternatives };

/** Outer OR, in the document's order, inner AND: the first of which all credentials are given is sent; an empty one asks for none. */
export type Alternatives = readonly (readonly CredentialUse[])[];

interface CredentialUse {
  readonly scheme: SchemeId;
  /** Of OAuth 2 and OpenID Connect. */
  readonly scopes: readonly string[];
}
