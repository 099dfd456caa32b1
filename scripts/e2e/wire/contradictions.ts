import type { Json } from "../../../generator/ir/json.js";
import { canonical } from "../contract/schemas.js";
import type { Finding } from "./tryCalls.js";

/** Why a violation is the document's own, by rule; null where it is ours. */
export function reasonOf({ kind, problem }: Finding, documented: ReadonlySet<string>): string | null {
  if (kind !== "request" && kind !== "response") return null;
  const values = [...problem.matchAll(/ \[(.*?)\](?=$|; \/|; must|; property)/gs)].map(([, value = ""]) => value);
  if (values.some((value) => documented.has(value))) return "an example of the document does not fit its schema";
  if (/must match pattern/.test(problem)) return "a pattern, and no example that meets it";
  if (/which its schema does not describe/.test(problem)) return "a property that is required and not described";
  if (/property name must be valid/.test(problem)) return "names of a map that the document restricts";
  if (/must match exactly one schema in oneOf \(\d/.test(problem)) return "variants of a oneOf that one value fits";
  return null;
}

/** Every value that stands in a document as an example or a default, with its parts, as JSON. */
export function documentedValues(document: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const keep = (value: Json): void => {
    found.add(canonical(value));
    // A parameter's value is written as text.
    if (typeof value === "number" || typeof value === "boolean") found.add(JSON.stringify(String(value)));
    if (typeof value === "object" && value !== null) for (const child of Object.values(value)) keep(child);
  };
  const visit = (value: Json): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === "example" || key === "examples" || key === "default") keep(child);
      visit(child);
    }
  };
  visit(document);
  return found;
}
