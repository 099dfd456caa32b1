import { declare } from "./diagnostic.js";

/* Every `$ref` leads to something, and in the end to something that is not a reference. */

export const referenceDangling = declare({
  code: "reference-dangling",
  message: ({ ref, missing }: { ref: string; missing: string | null; nearest: string | null }) =>
    missing === null ? `"${ref}" leads nowhere.` : `"${ref}" leads nowhere: there is no ${JSON.stringify(missing)}.`,
  help: ({ nearest }) =>
    nearest === null
      ? "Correct the reference, or add what it names."
      : `Did you mean ${JSON.stringify(nearest)}? Otherwise add what it names.`,
});

export const referenceFile = declare({
  code: "reference-file",
  message: ({ ref }: { ref: string }) => `The file of "${ref}" cannot be read.`,
  help: "The path is relative to the file in which the reference stands. Give the generator the folder with all files, not the entry document alone.",
});

export const referenceRemote = declare({
  code: "reference-remote",
  message: ({ ref }: { ref: string }) => `"${ref}" leads to the web, and nothing is ever fetched.`,
  help: "Download the file, put it beside the document and refer to the copy by its path, or bundle the document first.",
});

export const referenceNotText = declare({
  code: "reference-not-text",
  message: ({ found }: { found: string }) => `\`$ref\` is ${found} here; a reference is a text.`,
  help: 'Write `$ref: "#/components/schemas/…"`; a property that is called `$ref` belongs below `properties`.',
});

export const referenceCycle = declare({
  code: "reference-cycle",
  message: ({ steps }: { steps: readonly string[] }) => `This reference leads back to itself and never to a value: ${steps.join(" → ")}.`,
  help: "Let one of them be a schema of its own. A type may contain itself in a property or as an item, but not be or extend itself.",
});
