import type { TypeRole } from "../codegen/surface/surface.js";
import type { NameKind } from "../ir/names.js";

/** How one language writes names. The parts are raw words of the document, in any case and with any punctuation. */
export interface Spelling {
  /** ["OrganizationAccessTokens:list", "QueryParam", "Organization ID"] → "OrganizationAccessTokensListQueryParamOrganizationID" */
  type(parts: readonly string[]): string;
  resource(parts: readonly string[]): string;
  attribute(key: string): string;
  method(key: string): string;
  /** A property or argument; a constant may be written differently. */
  field(key: string, constant: boolean): string;
  member(value: string | number | boolean, override: string | null): string;
  /** Names that come with a type: nothing else may be called so. */
  companions(type: string): readonly string[];
  /** The same of a method. */
  methodCompanions(method: string): readonly string[];
  /** Types in different namespaces may share a name. */
  namespaceOf(role: TypeRole): string;
  /** Whether resource classes and types must differ, because both stand in one module. */
  readonly resourcesShareTypes: boolean;
  /** What an SDK has besides what the document describes. */
  readonly derived: DerivedSpelling;
  /** Names that the language or the SDK's own runtime takes in the scope of each kind; those of `error` among the classes of errors. */
  readonly reserved: { readonly error?: ReadonlySet<string> } & { readonly [K in NameKind]?: ReadonlySet<string> };
}

/**
 * Names that follow from other names, as candidates from the most to the least liked; null where the language has no such thing. One that the language takes
 * is passed over.
 */
export interface DerivedSpelling {
  /** Where a model keeps what its schema does not list. */
  readonly rest: string;
  /** An argument, from the name of its field; `beside`: a field of the body has the same name. */
  argument(field: string, place: { readonly beside: boolean }): readonly string[];
  /** The type of an error's data, from the name of its class. */
  data(error: string): readonly string[];
  /** The function of a method: ["customerPortal", "orders", "list"] → "customerPortalOrdersList". */
  function(path: readonly string[]): readonly string[] | null;
  /** The module or file of a resource, from the name of its class. */
  module(className: string): readonly string[];
  /** A constant: of an operation from the name of its method, of a failure from the class of its error, of a server from its name. */
  constant(words: string, of: "operation" | "failure" | "server"): readonly string[] | null;
  /** The class that lists the forms in which a method can be answered. */
  accept(method: string): readonly string[] | null;
  /** An option of the client. */
  option(key: string, of: "credential" | "global" | "variable"): readonly string[];
  /** What a name that is taken becomes; `n` counts from 1. */
  numbered(name: string, kind: NameKind, n: number): string;
}
