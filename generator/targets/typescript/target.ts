import { defineTarget } from "../target.js";
import { makePlan } from "./makePlan.js";
import { readTypeScriptOptions } from "./options.js";
import { startPrinter } from "./printer.js";
import { render } from "./render.js";

/** TypeScript SDKs: an ESM and CommonJS package without dependencies. */
export const typescriptTarget = defineTarget({
  name: "typescript",
  readOptions: readTypeScriptOptions,
  start: startPrinter,
  plan: makePlan,
  render,
});
