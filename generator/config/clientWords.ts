/** Words of a title that say what it is and not what it is called. */
const idle = new Set(
  "api apis openapi swagger rest restful specification spec documentation docs definition reference official preview the".split(" "),
);
/** Where a title begins to explain itself: "Acme with fixes", "Acme: all about it", "Acme (v2)". */
const explanation = /\s*(?:[(:;|+,\u2013\u2014]|\s-\s|\b(?:with|including|powered by|based on|provided by)\b).*$/isu;

/**
 * The words that a client is called after when nobody names it: those of the document's title without "API", "REST" and version numbers. Empty when nothing is left.
 *
 *     "Acme Billing API v2.1 (REST)"  →  ["Acme", "Billing"]
 */
export function clientWords(title: string): readonly string[] {
  const [words] = [title.replace(explanation, ""), title].map(wordsIn).filter(({ length }) => length > 0);
  return words ?? [];
}

function wordsIn(title: string): readonly string[] {
  return title
    .replace(/['\u2019]s\b/giu, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/\bv?\d+(?:\.\d+)+\b|\bv\d+\b/gi, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "" && !idle.has(word.toLowerCase()) && !/^\d+$/.test(word))
    .slice(0, 4);
}
