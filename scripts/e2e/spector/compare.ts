import { isObject, type Json, member } from "../../../generator/ir/json.js";
import type { SuiteBody } from "./suite.js";

/** Where two values differ, in words; null where they do not. `leniencies` are the matchers of the suite. */
export function difference(expected: Json, found: Json | undefined, leniencies: SuiteBody["matchers"] = [], path = ""): string | null {
  const match = leniencies.find(({ at }) => at === path || at === "*")?.match ?? "";
  if (found === undefined) return `${path || "the value"} is missing`;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return differs(path, expected, found);
    return first(expected.map((item: Json, i) => difference(item, found[i], leniencies, `${path}/${i}`)));
  }
  if (isObject(expected)) {
    if (!isObject(found)) return differs(path, expected, found);
    const extra = Object.keys(found).find((key) => !Object.hasOwn(expected, key));
    if (extra !== undefined) return `${path}/${extra} was never sent: ${JSON.stringify(found[extra])}`;
    return first(Object.entries(expected).map(([key, item]) => difference(item, member(found, key), leniencies, `${path}/${key}`)));
  }
  if (expected === found || sameText(String(expected), String(found), match, typeof expected === typeof found)) return null;
  return differs(path, expected, found);
}

/** The same instant, written otherwise; a text of which the suite says that case does not matter. */
function sameText(expected: string, found: string, match: string, isText: boolean): boolean {
  if (!isText) return false;
  // What stands around the text of an element is layout.
  if (match === "xml" && expected.trim() === found.trim()) return true;
  if (match.includes("caseInsensitive")) return expected.toLowerCase() === found.toLowerCase();
  const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(expected) || match.includes("dateTime");
  return isInstant && Date.parse(expected) === Date.parse(found);
}

function differs(path: string, expected: Json, found: Json): string {
  return `${path || "the value"} is ${JSON.stringify(found).slice(0, 200)} instead of ${JSON.stringify(expected).slice(0, 200)}`;
}

function first(found: readonly (string | null)[]): string | null {
  return found.find((one) => one !== null) ?? null;
}
