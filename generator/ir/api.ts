import type { OperationId } from "./ids.js";
import type { Docs, Naming, Node } from "./node.js";
import type { Operation, Parameter } from "./operation.js";
import type { Security, SecurityScheme, Server } from "./security.js";
import type { NamedType } from "./types.js";

/**
 * What every stage after `lower` knows of an API: plain readonly JSON; absent is `null`, never `?:`; ordered things are arrays
 * (a JavaScript object moves keys such as "404" to the front); no language, no vendor.
 */
export interface Api {
  /** Files in reading order, overlays too. */
  readonly sources: readonly string[];
  readonly title: string;
  readonly version: string;
  /** info */
  readonly docs: Docs;
  readonly servers: readonly Server[];
  readonly schemes: readonly SecurityScheme[];
  readonly security: Security;
  /** Parameters that the client holds for all operations. */
  readonly globals: readonly Parameter[];
  /** A tree that points at operations (one may stand under two tags, and one that stands under none is a method of the client itself). */
  readonly services: readonly Service[];
  /** Of `paths`, in document order. */
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
  /** The operation that README and USAGE show. */
  readonly showcase: OperationId | null;
  /** Every reachable named or hoisted schema, in order of first use. */
  readonly types: readonly NamedType[];
  /** Paths of what could not be read, names of webhooks: operations in = operations + skipped. */
  readonly skipped: readonly string[];
}

/** tags: [{ name }], or one segment of a dotted group */
export interface Service extends Node {
  readonly naming: Naming;
  readonly docs: Docs;
  readonly operations: readonly OperationId[];
  readonly services: readonly Service[];
}
