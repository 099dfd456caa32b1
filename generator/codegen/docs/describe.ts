import type { Docs } from "../../ir/node.js";
import type { Slot } from "../../ir/types.js";
import type { Property } from "../plan/plan.js";
import { withoutNull } from "../types/settledTypes.js";
import type { PageLanguage } from "./pageLanguage.js";

function deprecationMessage(docs: Docs): string {
  return docs.deprecated?.message ?? "This will be removed in a future release, please migrate away from it as soon as possible";
}

/** `> :warning: **DEPRECATED**: …` above what is deprecated; nothing for anything else. */
export function warningOf(docs: Docs): string {
  return docs.deprecated === null ? "" : `> :warning: **DEPRECATED**: ${deprecationMessage(docs)}.\n\n`;
}

/** Struck out when it is deprecated. */
export function struck(text: string, docs: Docs): string {
  return docs.deprecated === null ? text : `~~${text}~~`;
}

/** What is said of a place: words beside its `$ref` go before those of what it refers to. OpenAPI 3.1, 4.8.23. */
export function placeDocs({ docs, besideRef }: Pick<Slot, "docs" | "besideRef">): Docs {
  if (besideRef === null) return docs;
  return { ...docs, description: besideRef.description ?? docs.description, deprecated: besideRef.deprecated ?? docs.deprecated };
}

/** The description of a slot in a table: its own words, those beside its `$ref`, or those of the model that it holds. */
export function describe(language: PageLanguage, { slot, type }: Pick<Property, "slot" | "type">, kind: "parameter" | "field"): string {
  const shows = language.describing(kind);
  const docs = shows.beside ? placeDocs(slot) : slot.docs;
  const own = docs.description;
  const held = withoutNull(type);
  const text = own ?? (shows.model && held.kind === "ref" ? (language.plan.modelOf.get(held.id)?.docs.description ?? null) : null);
  if (docs.deprecated === null) return text || "N/A";
  const warning = `: warning: ** DEPRECATED **: ${deprecationMessage(docs)}.`;
  return text === null ? warning : `${warning}\n\n${text}`;
}
