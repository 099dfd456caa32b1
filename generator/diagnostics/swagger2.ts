import { declare } from "./diagnostic.js";

/* What Swagger 2.0 can say and no later version can. */

export const collectionFormatUnsupported = declare({
  code: "collection-format-unsupported",
  message: ({ format, name, place }: { format: string; name: string; place: string }) =>
    `The ${place} parameter ${JSON.stringify(name)} has the collection format ${JSON.stringify(format)}, which later versions of OpenAPI do not have.`,
  effect: "Its items are separated by commas.",
  help: "Use `csv`, or `multi`, `ssv` or `pipes` for a parameter in the query.",
});
