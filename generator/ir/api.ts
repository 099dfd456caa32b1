import type { Origin } from "../diagnostics/diagnostic.js";
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
  readonly irVersion: 1;
  /** "main", or the version when one SDK holds several ("2025-04"): first part of every address. */
  readonly key: string;
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
  /** A tree that points at operations (one may stand under two tags). */
  readonly services: readonly Service[];
  /** Operations without tag and group: methods of the client itself. */
  readonly rootOperations: readonly OperationId[];
  /** Of `paths`, in document order. */
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
  /** The operation that README and USAGE show. */
  readonly showcase: OperationId | null;
  /** Every reachable named or hoisted schema, in order of first use. */
  readonly types: readonly NamedType[];
  /** operations in = operations + skipped */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly origin: Origin;
  readonly what: "operation" | "webhook" | "parameter" | "content";
  /** "get /v1/things", for the summary. */
  readonly label: string;
  readonly diagnostic: string;
}

/** tags: [{ name }], or one segment of a dotted group */
export interface Service extends Node {
  readonly naming: Naming;
  readonly docs: Docs;
  readonly operations: readonly OperationId[];
  readonly services: readonly Service[];
}
