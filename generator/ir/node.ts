import type { Origin } from "../diagnostics/diagnostic.js";
import type { Json } from "./json.js";

/** What every part of the model that comes from one place in a document has. */
export interface Node {
  readonly address: Address;
  readonly origin: Origin;
}

/** A stable name of a place, without array indexes: "op:tokens:list/query:sorting/items", "schema:Price/member:fixed". Key of the lock and of every name table. */
export type Address = string & { readonly __id: "address" };

/** A value that was written; plain `null` where a `Value | null` is meant says that nothing was written. */
export interface Value {
  readonly value: Json;
}

export interface Docs {
  readonly summary: string | null;
  readonly description: string | null;
  readonly link: Link | null;
  readonly deprecated: Deprecation | null;
}

/** externalDocs */
interface Link {
  readonly url: string;
  readonly description: string | null;
}

/** deprecated: true */
interface Deprecation {
  readonly message: string | null;
}

/** One step from the outermost named thing to the named one; recorded while the document's shape is still visible. */
export interface Segment {
  readonly role:
    | "group"
    | "operation"
    | "component"
    | "property"
    | "items"
    | "values"
    | "member"
    | "query"
    | "path"
    | "header"
    | "cookie"
    | "body"
    | "response"
    | "error"
    | "security"
    | "wrapper"
    | "scheme"
    | "variable"
    | "webhook"
    | "callback";
  readonly key: string;
  /** The schema's `title` at this step. */
  readonly title: string | null;
}

export interface Naming {
  /** Outermost first. */
  readonly trail: readonly Segment[];
  /** A name that the document or the configuration gives; it goes through the spelling of the language all the same. */
  readonly override: string | null;
}

export const noDocs: Docs = { summary: null, description: null, link: null, deprecated: null };

/** A trail of one step, and no name that anybody gives. */
export function namedAs(role: Segment["role"], key: string): Naming {
  return { trail: [{ role, key, title: null }], override: null };
}

/** Items by what they have in common, both in the order in which they come. */
export function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group === undefined) found.set(key, [item]);
    else group.push(item);
  }
  return found;
}
