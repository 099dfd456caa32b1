import type { Origin } from "./diagnostic.js";

/** Escapes one key of a JSON pointer: `/v1/a~b` → `~1v1~1a~0b`. RFC 6901, 3. */
export function escapeKey(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replace(/~/g, "~0").replace(/\//g, "~1") : key;
}

/** The place of a value inside the value at `origin`: `childOrigin("0#/paths", "/v1", "get")` → `0#/paths/~1v1/get`. */
export function childOrigin(origin: Origin, ...keys: readonly (string | number)[]): Origin {
  let child = origin;
  for (const key of keys) child = `${child}/${typeof key === "number" ? key : escapeKey(key)}` as Origin;
  return child;
}

/** The origin of a value by the index of its file and the keys that lead to it. */
export function originOf(source: number, keys: readonly string[]): Origin {
  return `${source}#${pointerOf(keys)}`;
}

/** `["paths", "/v1"]` → `/paths/~1v1`. */
export function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeKey(key)}`).join("");
}

/** `/paths/~1v1` → `["paths", "/v1"]`. */
export function keysOf(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(pointer.startsWith("/") ? 1 : 0)
    .split("/")
    .map((key) => (key.includes("~") ? key.replace(/~1/g, "/").replace(/~0/g, "~") : key));
}

/** `0#/paths/~1v1` → file 0, `["paths", "/v1"]`. */
export function splitOrigin(origin: Origin): { readonly source: number; readonly keys: string[] } {
  const hash = origin.indexOf("#");
  return { source: Number(origin.slice(0, hash)), keys: keysOf(origin.slice(hash + 1)) };
}
