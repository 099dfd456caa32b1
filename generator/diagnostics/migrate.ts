import { declare } from "./diagnostic.js";

export const migrateNoSdk = declare({
  code: "migrate-no-sdk",
  message: ({ folder, file }: { folder: string; file: string }) => `"${folder}" is no SDK of that generator: it has no "${file}".`,
  help: "Give the folder of a published SDK: the one that holds the old generator's settings.",
});

export const migrateUnreadable = declare({
  code: "migrate-unreadable",
  message: ({ why }: { why: string }) => `This file cannot be read: ${why}`,
  help: "Restore the file as the old generator wrote it.",
});

export const migrateTarget = declare({
  code: "migrate-target",
  message: ({ languages }: { languages: readonly string[]; known: readonly string[] }) =>
    languages.length === 0
      ? "These settings name no language."
      : `These settings are for ${languages.join(", ")}, which sdksmith has no target for.`,
  help: ({ known }) => `Targets are ${known.join(", ")}.`,
});

export const migrateNoDocument = declare({
  code: "migrate-no-document",
  message: ({ wanted }: { wanted: readonly string[] }) =>
    `There is neither the compiled document nor all of its sources (${wanted.join(", ")}) in this folder.`,
  help: "Put the OpenAPI document that the SDK was made from beside the settings; nothing is fetched.",
});

export const migrateNoLock = declare({
  code: "migrate-no-lock",
  message: ({ file }: { file: string }) => `There is no "${file}".`,
  effect: "Public names and the examples of the docs are chosen anew.",
  help: "Add the lock that the old generator wrote beside its settings.",
});

export const migrateSetting = declare({
  code: "migrate-setting",
  message: ({ setting, value }: { setting: string; value: string; effect: string; help: string }) =>
    `"${setting}: ${value}" is not carried over.`,
  effect: ({ effect }) => effect,
  help: ({ help }) => help,
});

export const migrateInTheWay = declare({
  code: "migrate-in-the-way",
  message: ({ file }: { file: string }) => `"${file}" exists already.`,
  help: "Migrate into a new folder, or remove the file.",
});
