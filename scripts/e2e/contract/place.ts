import type { Json, JsonObject } from "../../../generator/ir/json.js";

/** A value of a document and where it stands: the pointer is what the validator of schemas is asked by. */
export interface Place {
  readonly document: JsonObject;
  readonly pointer: string;
  readonly value: Json;
}

export function rootOf(document: JsonObject): Place {
  return { document, pointer: "", value: document };
}

/** What stands below; a reference on the way is followed, and what stands beside it goes first. Null where nothing does. */
export function below(place: Place, ...keys: readonly string[]): Place | null {
  return keys.reduce<Place | null>((found, key) => (found === null ? null : child(found, key)), place);
}

function child(place: Place, key: string): Place | null {
  const value = entriesOf(place.value).get(key);
  if (value !== undefined && key !== "$ref") return { document: place.document, pointer: `${place.pointer}/${escaped(key)}`, value };
  const target = targetOf(place);
  return target === null ? null : child(target, key);
}

/** The places directly below, by name or by number. */
export function childrenOf(place: Place | null): ReadonlyMap<string, Place> {
  if (place === null) return new Map();
  const own = [...entriesOf(place.value).keys()].flatMap((key) => {
    const found = key === "$ref" ? null : child(place, key);
    return found === null ? [] : [[key, found] as const];
  });
  return new Map([...childrenOf(targetOf(place)), ...own]);
}

export function textAt(place: Place | null, key: string): string | null {
  const value = place === null ? null : below(place, key)?.value;
  return typeof value === "string" ? value : null;
}

export function flagAt(place: Place | null, key: string): boolean | null {
  const value = place === null ? null : below(place, key)?.value;
  return typeof value === "boolean" ? value : null;
}

/** Where a reference leads; null where the value is none. */
function targetOf({ document, value }: Place): Place | null {
  const reference = entriesOf(value).get("$ref");
  if (typeof reference !== "string") return null;
  if (!reference.startsWith("#/")) throw new Error(`${reference} leads out of the document`);
  const target = below(rootOf(document), ...reference.slice(2).split("/").map(unescaped));
  if (target === null) throw new Error(`${reference} leads nowhere`);
  return target;
}

function entriesOf(value: Json): ReadonlyMap<string, Json> {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
}

function escaped(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function unescaped(part: string): string {
  return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
}
