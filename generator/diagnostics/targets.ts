import { declare } from "./diagnostic.js";

/** What a language cannot do of what a document asks for. */
export const methodUnsupported = declare({
  code: "method-unsupported",
  message: ({ method, language }: { method: string; language: string }) =>
    `${language} cannot send ${method}: its \`fetch\` refuses the method.`,
  effect: "The call is there and fails as an invalid request.",
  help: "Nothing has to be done if nobody calls it from there; otherwise give the operation another method.",
});

/** What may be wrong with a target that a configuration names from outside of sdksmith. `target` is the word that it is named by. */

export const targetMissing = declare({
  code: "target-missing",
  message: ({ target, why }: { target: string; why: string }) => `The target "${target}" is not there: ${why}.`,
  help: "`target` is the folder of a package, relative to this file and with `./` in front, or the name of an installed one.",
});

export const targetLoad = declare({
  code: "target-load",
  message: ({ target, module, why }: { target: string; module: string; why: string }) =>
    `The target "${target}" fails while ${module} is loaded: ${why}`,
  help: "Mend the package, or install what it needs. `sdksmith/target` itself is always at hand.",
});

export const targetExport = declare({
  code: "target-export",
  message: ({ target, module, why }: { target: string; module: string; why: string }) =>
    `The target "${target}" is none: ${module} ${why}.`,
  help: "The package's main module says `export default targetPackage({ name, options, load })`, with `targetPackage` from `sdksmith/target`.",
});

export const targetOptions = declare({
  code: "target-options",
  message: ({ target, option, why }: { target: string; option: string; why: string }) =>
    `The target "${target}" describes its option "${option}" wrongly: ${why}.`,
  help: "Mend `options` in the package; each is a JSON Schema of the keys that the type OptionSchema lists.",
});

export const targetName = declare({
  code: "target-name",
  message: ({ target, name, taken }: { target: string; name: string; taken: string }) =>
    `The target "${target}" calls itself "${name}", which is the name of ${taken}.`,
  help: "Give one of the two another `name`; templates and `--target` go by it.",
});

export const targetFailed = declare({
  code: "target-failed",
  message: ({ target, step, why }: { target: string; step: string; why: string }) => `The target "${target}" failed ${step}: ${why}`,
  help: "This is a fault of that package, neither of the document nor of sdksmith. Nothing was written.",
});
