import { methodUnsupported } from "../../diagnostics/targets.js";
import { defineTarget } from "../target.js";
import { readTypeScriptOptions } from "./options.js";
import { typescriptPlan } from "./plan.js";
import { startPrinter } from "./printer/printer.js";
import { render } from "./render.js";

/** What `fetch` refuses to send (Fetch, 2.2.1). */
const forbidden = new Set(["TRACE", "TRACK", "CONNECT"]);

/** TypeScript SDKs: an ESM and CommonJS package without dependencies. */
export const typescriptTarget = defineTarget({
  name: "typescript",
  readOptions: readTypeScriptOptions,
  start: startPrinter,
  render: (request, printer, report) => {
    for (const { method, origin } of request.apis.flatMap(({ operations }) => operations))
      if (forbidden.has(method.toUpperCase())) report(methodUnsupported(origin, { method: method.toUpperCase(), language: "TypeScript" }));
    return render(typescriptPlan(request), printer);
  },
});
