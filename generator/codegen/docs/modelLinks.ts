import type { Model } from "../plan/plan.js";

/** Where a page stands, as the way from it to the `docs` folder: "../.." from docs/sdks/x/README.md, ".." from docs/models/x.md. */
export interface PagePlace {
  readonly toDocs: string;
}

/** The page of a resource or of the whole SDK. */
export const fromSdkPage: PagePlace = { toDocs: "../.." };

/** What pages call a model, and where its own page is. */
export interface ModelPages {
  /** `models.Token` */
  readonly nameOf: (model: Model) => string;
  /** Below `docs`, without its ending: models/token. */
  readonly pathOf: (model: Model) => string;
}

/** `[models.Token](../models/token.md)` */
export function modelLink({ nameOf, pathOf }: ModelPages, model: Model, { toDocs }: PagePlace, label = nameOf(model)): string {
  return `[${label}](${toDocs}/${pathOf(model)}.md)`;
}

/** A type without a page: old pages link it to nowhere, elsewhere `marks` are what Markdown would take for its own. */
export function unlinked(label: string, how: "empty" | "none", { toDocs }: PagePlace, marks: RegExp): string {
  switch (how) {
    case "empty":
      return `[${label}](${toDocs}/models/.md)`;
    case "none":
      return label.replace(marks, "\\$&");
  }
}
