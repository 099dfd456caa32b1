import type { Segment } from "../ir/node.js";

const parameterWord = { query: "QueryParam", path: "PathParam", header: "Header", cookie: "Cookie" } as const;
const ordinals =
  "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty".split(
    " ",
  );

/** How a trail is read as words; strategies differ in it. */
export interface TrailReading {
  /** Words for an untitled inline member of a union by its 1-based position. */
  readonly member: "ordinal" | "number";
  /** Whether the items of `payment_methods` are a PaymentMethod. */
  readonly singular: ((word: string) => string) | null;
  /** Word for a body beside a request type, and for one alone. */
  readonly body: string;
  readonly response: string;
  readonly error: ((status: string) => string) | null;
}

/**
 * The words that can name an inline type, outermost first.
 *
 *     [operation tokens:list, query organization_id "Organization Filter"]   →   ["tokens:list", "QueryParam", "Organization Filter"]
 *     [component Price, property payment_methods, items]                      →   ["Price", "payment_methods"]
 */
export function trailParts(trail: readonly Segment[], reading: TrailReading): readonly string[] {
  const parts: string[] = [];
  for (const [i, segment] of trail.entries()) {
    const next = trail[i + 1];
    const holds = next?.role === "items" || next?.role === "values";
    // The title of a list is about the list; its items are named by the property.
    const word = holds ? segment.key : (segment.title ?? segment.key);
    switch (segment.role) {
      case "query":
      case "path":
      case "header":
      case "cookie":
        parts.push(parameterWord[segment.role], plural(word, next, reading));
        break;
      case "property":
        parts.push(plural(word, next, reading));
        break;
      case "items":
      case "values":
      case "wrapper":
        if (segment.title !== null || segment.role === "wrapper") parts.push(segment.title ?? segment.key);
        break;
      case "member":
        parts.push(segment.title ?? memberWord(segment.key, reading));
        break;
      case "body":
        join(parts, segment.title ?? reading.body);
        break;
      case "response":
        addResponse(parts, trail[0], segment, next === undefined, reading);
        break;
      case "security":
        join(parts, "Security");
        break;
      default:
        parts.push(segment.key);
    }
  }
  return parts;
}

/** A body or response belongs to its operation: the two are one word. */
function join(parts: string[], word: string): void {
  const owner = parts.pop();
  parts.push(owner === undefined ? word : `${owner} ${word}`);
}

/**
 * An error goes by its status, whichever operation answers with it; what it holds hangs below the status alone. One that operations share goes by its own key,
 * unless that is a status.
 */
function addResponse(parts: string[], root: Segment | undefined, segment: Segment, last: boolean, reading: TrailReading): void {
  const known = root?.role === "component" && !/^\d+$/.test(root.key);
  const failed = /^[45]/.test(segment.key) && reading.error !== null && !known ? reading.error(segment.key) : null;
  if (segment.title !== null || failed === null) {
    join(parts, segment.title ?? reading.response);
    return;
  }
  if (root?.role === "component") parts.pop();
  parts.push(last ? `${failed} Error` : failed);
}

function plural(word: string, next: Segment | undefined, reading: TrailReading): string {
  return next?.role === "items" && next.title === null && reading.singular !== null ? reading.singular(word) : word;
}

function memberWord(position: string, reading: TrailReading): string {
  return reading.member === "number" ? position : (ordinals[Number(position) - 1] ?? position);
}
