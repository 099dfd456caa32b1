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
  /** Types in different namespaces may share a name. */
  namespaceOf(role: TypeRole): string;
  /** Whether resource classes and types must differ, because both stand in one module. */
  readonly resourcesShareTypes: boolean;
  /** Names that the language or the SDK's own runtime takes in the scope of this kind. */
  readonly reserved: { readonly [K in NameKind]?: ReadonlySet<string> };
}
