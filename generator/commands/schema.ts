import { optionsPage } from "../config/optionsPage.js";
import { configurationSchema } from "../config/schema.js";
import { exitCode, type Terminal } from "./terminal.js";

/** `sdksmith schema`: prints what may stand in sdksmith.yaml, as a JSON Schema for editors or as a page for people. */
export function schemaCommand({ markdown }: { readonly markdown: boolean }, terminal: Terminal): number {
  terminal.out(markdown ? optionsPage() : `${JSON.stringify(configurationSchema(), null, 2)}\n`);
  return exitCode.done;
}
