import type { GeneratedFile } from "../../codegen/generatedFile.js";
import { usualReading } from "../../ir/reading.js";
import { type CoreOptions, defineTarget } from "../target.js";
import { dumpOf } from "./dump.js";
import { printDump } from "./printDump.js";

/** Data about the run instead of code: every distinct Api and all names of all SDKs. The smallest target, and the example for those who write their own. */
export const jsonTarget = defineTarget<CoreOptions, null>({
  name: "json",
  readOptions: () => ({
    reading: { ...usualReading, freeObject: "class" },
    calls: null,
  }),
  start: () => null,
  render: async (request): Promise<readonly GeneratedFile[]> => printDump(dumpOf(request)),
});
