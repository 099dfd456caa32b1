import { declare } from "./diagnostic.js";

export const configurationMissing = declare({
  code: "configuration-missing",
  severity: "error",
  message: ({ file }: { file: string }) => `There is no configuration "${file}".`,
  help: "Name a document with `--spec openapi.yaml`, or write a configuration with `sdksmith init openapi.yaml`.",
});

export const configurationSyntax = declare({
  code: "configuration-syntax",
  severity: "error",
  message: ({ why }: { why: string }) => `This is not YAML: ${why}`,
  help: "Mend the line; indentation is made of spaces.",
});

export const configurationKey = declare({
  code: "configuration-key",
  severity: "error",
  message: ({ key, where }: { key: string; where: string; known: readonly string[]; nearest: string | null }) =>
    `"${key}" is no setting ${where}.`,
  help: ({ known, nearest }) => (nearest === null ? `Known here: ${known.join(", ")}.` : `Did you mean "${nearest}"?`),
});

export const configurationValue = declare({
  code: "configuration-value",
  severity: "error",
  message: ({ path, found, expected }: { path: string; found: string; expected: string; about: string | null }) =>
    `${path === "" ? "The file" : `"${path}"`} is ${found}, but must be ${expected}.`,
  help: ({ about }) => about ?? "See the settings in the documentation of sdksmith.yaml.",
});

export const configurationTarget = declare({
  code: "configuration-target",
  severity: "error",
  message: ({ name, target }: { name: string; target: string; known: readonly string[] }) =>
    `The SDK "${name}" is of the target "${target}", which does not exist.`,
  help: ({ known }) =>
    `Targets are ${known.join(", ")}: use one as the SDK's name, or say \`target: ${known[0] ?? "…"}\` in its entry. One of your own is named by its folder, \`./path\`, or by its installed package.`,
});

export const configurationDocument = declare({
  code: "configuration-document",
  severity: "error",
  message: ({ name }: { name: string }) => `The SDK "${name}" has no document.`,
  help: "Say `document: openapi.yaml` at the top of the file or in the SDK's entry.",
});

export const configurationName = declare({
  code: "configuration-name",
  severity: "error",
  message: ({ name }: { name: string }) => `"${name}" cannot be the name of an SDK, because it is not the name of a folder.`,
  help: "Use letters, digits, `-`, `_` and `.`, beginning with a letter or a digit.",
});

export const configurationFolder = declare({
  code: "configuration-folder",
  severity: "error",
  message: ({ first, second, folder }: { first: string; second: string; folder: string }) =>
    `The SDKs "${first}" and "${second}" would be written into each other's folder "${folder}".`,
  help: "Give one of them another `out`.",
});

export const configurationEmpty = declare({
  code: "configuration-empty",
  severity: "error",
  message: (_: { known: readonly string[] }) => "There is no SDK to write.",
  help: ({ known }) => `Give \`sdks\` an entry, or name a target with \`--target\`. Targets are ${known.join(", ")}.`,
});

export const configurationSelection = declare({
  code: "configuration-selection",
  severity: "error",
  message: ({ target }: { target: string; known: readonly string[] }) => `No SDK of this run is of the target "${target}".`,
  help: ({ known }) => `The run has: ${known.join(", ")}.`,
});

export const lockUnreadable = declare({
  code: "lock-unreadable",
  severity: "error",
  message: ({ why }: { why: string }) => `The lock cannot be read: ${why}`,
  help: "Restore it from version control. Without it, names are chosen anew: deleting it may rename public types.",
});

export const fileExists = declare({
  code: "file-exists",
  severity: "error",
  message: ({ file }: { file: string }) => `"${file}" exists already.`,
  help: "Change it by hand, or remove it first.",
});
