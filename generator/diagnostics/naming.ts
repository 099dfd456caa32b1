import { declare } from "./diagnostic.js";

export const stemUnclaimed = declare({
  code: "name-not-published",
  message: ({ name }: { name: string }) => `The published SDK has no page for any name that the rules give to this type (such as ${name}).`,
  effect: "It is named by the rules.",
  help: "Compare the old SDK's models folder, and pin the name in sdksmith.lock if callers use another one.",
});
