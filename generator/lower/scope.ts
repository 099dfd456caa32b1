import type { Origin, Report } from "../diagnostics/diagnostic.js";
import { childOrigin } from "../diagnostics/origin.js";
import { partAddress } from "../ir/address.js";
import { entries, isObject, type JsonObject, member, text } from "../ir/json.js";
import type { Address, Segment } from "../ir/node.js";
import type { Reading } from "../ir/reading.js";
import type { Located, OpenApiDocument } from "../openapi/openApiDocument.js";
import type { TypeTable } from "./typeTable.js";

/** The one readonly value that every lowering function takes. */
export interface Scope {
  readonly document: OpenApiDocument;
  readonly report: Report;
  readonly options: Reading;
  readonly types: TypeTable;
  readonly heirs: Heirs;
}

/** A component schema by the reference to it. */
export interface Component {
  readonly ref: string;
  /** Where the reference stands. */
  readonly from: Origin;
  readonly schema: Located<JsonObject>;
}

/** Component schemas by the origin of the one that they include with `allOf`, in document order. */
export type Heirs = ReadonlyMap<string, readonly Component[]>;

/** Where in the tree of named things the lowering stands. */
export interface Spot {
  readonly address: Address;
  readonly trail: readonly Segment[];
}

/** One step down: `{ address: "schema:Price", … }` → `{ address: "schema:Price/property:amount", … }`. */
export function below(spot: Spot, role: Segment["role"], key: string, title: string | null = null): Spot {
  return { address: partAddress(spot.address, role, key), trail: [...spot.trail, { role, key, title }] };
}

/** The type that stands at a spot: a property and its inline type are two things with two names. */
export function typeAt(spot: Spot): Spot {
  return { address: partAddress(spot.address, "type"), trail: spot.trail };
}

/** The child at `key` with its own origin. */
export function child(parent: Located, key: string | number): Located | null {
  const found = member(parent.value, String(key));
  return found === undefined ? null : { value: found, origin: childOrigin(parent.origin, key) };
}

/** The child as an object; null when it is absent or anything else. */
export function childObject(parent: Located, key: string | number): Located<JsonObject> | null {
  const found = child(parent, key);
  return found !== null && isObject(found.value) ? { value: found.value, origin: found.origin } : null;
}

export function children(parent: Located | null): readonly (readonly [string, Located])[] {
  if (parent === null) return [];
  const { value } = parent;
  if (Array.isArray(value)) return value.map((item, i) => [String(i), { value: item, origin: childOrigin(parent.origin, i) }] as const);
  return entries(value).map(([key, item]) => [key, { value: item, origin: childOrigin(parent.origin, key) }] as const);
}

/** Where a Reference Object leads: `{ $ref: "#/components/schemas/Price" }`. */
export function refOf(from: Located | null): string | null {
  return text(member(from?.value, "$ref"));
}

/** Follows a chain of Reference Objects; the key of the last one names what it leads to. */
export function deref(
  scope: Pick<Scope, "document">,
  from: Located,
): { readonly target: Located<JsonObject>; readonly ref: string | null } | null {
  let at = from;
  let ref: string | null = null;
  for (let hops = 0; hops < 64; hops += 1) {
    if (!isObject(at.value)) return null;
    const next = refOf(at);
    if (next === null) return { target: { value: at.value, origin: at.origin }, ref };
    const found = scope.document.resolve(next, at.origin);
    if (found === null) return null;
    ref = next;
    at = found;
  }
  return null;
}

/** "#/components/parameters/Page" → "Page"; "common/page.yaml" → "page". */
export function refKey(ref: string): string {
  const [file = "", pointer = ""] = ref.split("#");
  const last = pointer.split("/").at(-1) ?? "";
  const key = last === "" ? (file.split("/").at(-1) ?? "").replace(/\.[a-z]+$/i, "") : last;
  let decoded = key;
  try {
    decoded = decodeURIComponent(key);
  } catch {
    // A stray "%" is part of the name.
  }
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}
