/** Words of a title that say what it is and not what it is called. */
const idle = new Set("api apis openapi swagger rest restful specification spec documentation docs definition the".split(" "));

/**
 * The words that a client is called after when nobody names it: those of the document's title without "API", "REST" and version numbers. Empty when nothing is left.
 *
 *     "Acme Billing API v2.1 (REST)"  →  ["Acme", "Billing"]
 */
export function clientWords(title: string): readonly string[] {
  return title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/\bv?\d+(?:\.\d+)+\b|\bv\d+\b/gi, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "" && !idle.has(word.toLowerCase()) && !/^\d+$/.test(word))
    .slice(0, 6);
}
