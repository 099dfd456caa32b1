import { declare } from "./diagnostic.js";

/* What can be wrong with a file before anything in it has a meaning. */

export const fileMissing = declare({
  code: "file-missing",
  message: ({ file }: { file: string }) => `There is no file "${file}".`,
  help: "Check the path; it is relative to the folder in which the command runs, or to the configuration that names it.",
});

export const fileIsFolder = declare({
  code: "file-is-folder",
  message: ({ file }: { file: string }) => `"${file}" is a folder, not a document.`,
  help: "Name the OpenAPI document inside it.",
});

export const fileUnreadable = declare({
  code: "file-unreadable",
  message: ({ file, reason }: { file: string; reason: string }) => `"${file}" cannot be read: ${reason}.`,
  help: "Check the permissions of the file and of its folders.",
});

export const fileRemote = declare({
  code: "file-remote",
  message: ({ file }: { file: string }) => `"${file}" is a web address, and nothing is ever fetched.`,
  help: "Download the document and give the path of the copy.",
});

export const fileEmpty = declare({
  code: "file-empty",
  message: ({ file }: { file: string }) => `"${file}" is empty.`,
  help: "An OpenAPI document starts with `openapi: 3.1.0` or a JSON object that has this key.",
});

export const fileBinary = declare({
  code: "file-binary",
  message: ({ file }: { file: string }) => `"${file}" is not text: it holds bytes that are no UTF-8.`,
  help: "Give a JSON or YAML file in UTF-8 (UTF-16 with a byte order mark is read too); an archive must be unpacked first.",
});

export const jsonSyntax = declare({
  code: "json-syntax",
  message: ({ problem }: { problem: string }) => `This is not valid JSON: ${problem}.`,
  help: "Correct the text at this place; a file that ends too early was probably cut off while it was downloaded or written.",
});

export const yamlSyntax = declare({
  code: "yaml-syntax",
  message: ({ problem }: { problem: string }) => `This is not valid YAML: ${problem}.`,
  help: "Correct the text at or just above this place: indentation, a quote that is not closed, or a `: ` inside a text without quotes.",
});

export const notAnObject = declare({
  code: "not-an-object",
  message: ({ found }: { found: string }) => `The file holds ${found}, not an object.`,
  help: "An OpenAPI document is an object whose first key is `openapi` (or `swagger`); an overlay's is `overlay`.",
});

export const duplicateKey = declare({
  code: "duplicate-key",
  message: ({ key, firstLine }: { key: string; firstLine: number }) =>
    `The key ${JSON.stringify(key)} stands twice in this object; the first time in line ${firstLine}.`,
  effect: "The last one counts, with its whole value.",
  help: "Remove or rename one of them.",
});

export const aliasCycle = declare({
  code: "alias-cycle",
  message: () => "This YAML alias stands inside the very value that it repeats, so the value would never end.",
  help: 'Use a reference instead: `$ref: "#/components/schemas/…"` may lead back to where it stands.',
});

export const aliasBomb = declare({
  code: "alias-bomb",
  message: ({ limit }: { limit: number }) => `The YAML aliases up to here stand for more than ${limit} values.`,
  help: "Use references (`$ref`) for what is repeated, or aliases on fewer levels.",
});

export const nestedTooDeep = declare({
  code: "nested-too-deep",
  message: ({ limit }: { limit: number }) => `Values are nested more than ${limit} levels deep here.`,
  help: "Move inner parts to `components` and refer to them.",
});
