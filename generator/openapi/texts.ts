import type { Json } from "../ir/json.js";
import { isArray } from "../source/values.js";

/** A list of texts; null when it is missing or holds none. */
export function texts(value: Json | undefined): readonly string[] | null {
  const found = isArray(value) ? value.filter((item) => typeof item === "string") : [];
  return found.length > 0 ? found : null;
}
