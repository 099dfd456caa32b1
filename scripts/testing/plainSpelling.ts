import type { Spelling } from "../../generator/naming/spelling.js";
import { usualSpelling } from "../../generator/naming/usualSpelling.js";

const initialisms = new Set(["api", "html", "http", "https", "id", "ip", "json", "sql", "tls", "uid", "uri", "url", "uuid", "xml"]);

/** ["tokens:list", "organization_id"] → ["Tokens", "List", "Organization", "ID"] */
function words(text: string): readonly string[] {
  return text
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => (initialisms.has(word.toLowerCase()) ? word.toUpperCase() : `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`));
}

const pascal = (parts: readonly string[]): string => parts.flatMap(words).join("") || "Unnamed";
const snake = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/^_+/, "") || "unnamed";

/** A language for tests of naming: types in PascalCase with a few initialisms, the rest in snake_case, all types and resource classes in one module. */
export const plainSpelling: Spelling = usualSpelling({
  type: pascal,
  resource: pascal,
  attribute: snake,
  method: snake,
  field: (key, constant) => (constant ? snake(key).toUpperCase() : snake(key)),
  member: (value, override) =>
    (override ?? (String(value).replace(/^-/, "minus_") || "unknown")).replace(/[^\p{L}\p{N}]+/gu, "_").toUpperCase(),
  reserved: { type: new Set(["Any"]), field: new Set(["class", "from"]), method: new Set(["import"]) },
});
