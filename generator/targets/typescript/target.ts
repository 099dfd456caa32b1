import { defineTarget } from "../target.js";
import { readTypeScriptOptions } from "./options.js";
import { typescriptPlan } from "./plan.js";
import { startPrinter } from "./printer/printer.js";
import { render } from "./render.js";

/** TypeScript SDKs: an ESM and CommonJS package without dependencies. */
export const typescriptTarget = defineTarget({
  name: "typescript",
  readOptions: readTypeScriptOptions,
  start: startPrinter,
  render: (request, printer) => render(typescriptPlan(request), printer),
});
