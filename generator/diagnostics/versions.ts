import { declare } from "./diagnostic.js";

/* Whether a file is an OpenAPI document that this program can read. */

export const notOpenApi = declare({
  code: "not-openapi",
  message: ({ instead }: { instead: string | null }) =>
    instead === null
      ? "This is no OpenAPI document: it has neither a key `openapi` nor `swagger`."
      : `This is ${instead}, not an OpenAPI document.`,
  help: 'Give the OpenAPI document itself: an object with `openapi: 3.1.0` (or another 3.x), or `swagger: "2.0"`, at the top.',
});

export const versionUnsupported = declare({
  code: "version-unsupported",
  message: ({ version }: { version: string }) => `The document says that it is written in ${version}, which is not known.`,
  help: "Versions 2.0 (Swagger), 3.0, 3.1 and 3.2 are read. If the document is one of them, correct this line.",
});
