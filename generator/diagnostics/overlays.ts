import { declare } from "./diagnostic.js";

/* What can be wrong with an overlay, and with applying it. */

export const overlayInvalid = declare({
  code: "overlay-invalid",
  message: ({ problem }: { problem: string }) => `This overlay cannot be applied: ${problem}.`,
  help: "An overlay has `overlay: 1.0.0` (or 1.1.0) and a list `actions`, each with a `target` and one of `update`, `remove: true` and `copy`.",
});

export const overlayPathInvalid = declare({
  code: "overlay-path-invalid",
  message: ({ path, problem }: { path: string; problem: string }) => `${JSON.stringify(path)} is not a JSONPath: ${problem}.`,
  help: "Write the path as RFC 9535 says, for example `$.paths['/users'].get` or `$.paths.*.*[?@.deprecated == true]`.",
});

export const overlayNoMatch = declare({
  code: "overlay-no-match",
  message: ({ path }: { path: string }) => `${JSON.stringify(path)} matches nothing in the document.`,
  effect: "The action changes nothing.",
  help: "Correct the path, or remove the action if the document no longer needs it.",
});

export const overlayMismatch = declare({
  code: "overlay-mismatch",
  message: ({ update, target }: { update: string; target: string }) => `The update is ${update}, but the path leads to ${target}.`,
  effect: "That value stays as it is.",
  help: "Update the object that holds the value; what differs in kind is replaced there.",
});

export const overlayCopyAmbiguous = declare({
  code: "overlay-copy-ambiguous",
  message: ({ path, count }: { path: string; count: number }) =>
    `${JSON.stringify(path)} must match exactly one value to copy, and matches ${count}.`,
  help: "Write a path that names one value.",
});
