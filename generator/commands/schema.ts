import { configurationSchema } from "../config/schema.js";
import { exitCode, type Terminal } from "./terminal.js";

/** `sdksmith schema`: prints the JSON Schema of sdksmith.yaml, for editors. */
export function schemaCommand(terminal: Terminal): number {
  terminal.out(`${JSON.stringify(configurationSchema(), null, 2)}\n`);
  return exitCode.done;
}
